import { cases } from "./07-integrity.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

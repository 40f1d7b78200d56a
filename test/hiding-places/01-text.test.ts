import { cases } from "./01-text.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

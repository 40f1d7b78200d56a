import { cases } from "./10-recordings.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

import { cases } from "./16-exports.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

import { cases } from "./14-codes.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

import { cases } from "./03-structure.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

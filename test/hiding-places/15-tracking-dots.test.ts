import { cases } from "./15-tracking-dots.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

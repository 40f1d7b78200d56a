import { cases } from "./04-graphics.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

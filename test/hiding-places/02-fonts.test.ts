import { cases } from "./02-fonts.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

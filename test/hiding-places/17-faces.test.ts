import { cases } from "./17-faces.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

import { cases } from "./08-images.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

import { cases } from "./05-document.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

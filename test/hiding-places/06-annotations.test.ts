import { cases } from "./06-annotations.cases.ts"
import { proveCases } from "./prove-cases.ts"

proveCases(cases)

import type { Rule } from "./rule.ts"
import { civilRules } from "./rules-civil.ts"
import { criminalRules } from "./rules-criminal.ts"
import { internationalRules } from "./rules-international.ts"

/** Every rule that was read somewhere. Times known from memory alone are not among them. */
export const rules: readonly Rule[] = [...criminalRules, ...civilRules, ...internationalRules]

export const ruleById = (id: string): Rule | undefined => rules.find((one) => one.id === id)

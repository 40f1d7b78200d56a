import { table } from "../table.ts"
import { actsInJustice } from "./acts-justice.ts"
import { actsAgainstPerson } from "./acts-person.ts"
import { actsInPublicLife } from "./acts-public.ts"

/** What was done, by the right that it touches. The top terms are headings and can be chosen too. */
export const acts = table("acts", actsAgainstPerson + actsInJustice + actsInPublicLife)

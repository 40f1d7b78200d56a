import type { ListId } from "./list-ids.ts"
import type { TermList } from "./term.ts"
import { acts } from "./terms/acts.ts"
import { rights } from "./terms/rights.ts"

export { type ListId, listIds } from "./list-ids.ts"

/** Every list that is shipped, by its id. */
export const termLists: Readonly<Record<ListId, TermList>> = { acts, rights }

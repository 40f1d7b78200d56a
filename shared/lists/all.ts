import type { ListId } from "./list-ids.ts"
import type { TermList } from "./term.ts"
import { acts } from "./terms/acts.ts"
import { countries } from "./terms/countries.ts"
import { courtLists } from "./terms/courts.ts"
import { detentionLists } from "./terms/detention.ts"
import { doingLists } from "./terms/doing.ts"
import { knowingLists } from "./terms/knowing.ts"
import { peopleLists } from "./terms/people.ts"
import { regions } from "./terms/regions.ts"
import { rights } from "./terms/rights.ts"
import { workLists } from "./terms/work.ts"

export { type ListId, listIds } from "./list-ids.ts"

const shipped: readonly TermList[] = [
  acts,
  rights,
  ...doingLists,
  ...peopleLists,
  ...knowingLists,
  ...detentionLists,
  ...courtLists,
  ...workLists,
  countries,
  regions,
]

/** Every list that is shipped, by its id. A test holds that each id has one. */
export const termLists = Object.fromEntries(shipped.map((list) => [list.id, list])) as Readonly<
  Record<ListId, TermList>
>

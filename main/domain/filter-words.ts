import type { RecordKind } from "../../shared/model/field.ts"
import { type Sql, sql } from "../vault/sql.ts"
import { numberOf } from "./evidence-row.ts"
import { contains, containsFolded } from "./words-in.ts"

/** The condition for one word of a query on rows of that kind at alias t: what its list searches. */
export const wordCondition = (kind: RecordKind, word: string): Sql => {
  switch (kind) {
    case "incident":
      return sql`(${containsFolded(sql`t.title`, sql`t.title_sort`, word)} OR ${contains(sql`t.place`, word)}
        OR ${contains(sql`t.dates_edtf`, word)})`
    case "actor": {
      // Any of a person's names, in any script they were written in.
      const name = containsFolded(sql`n.text`, sql`n.text_sort`, word)
      return sql`(EXISTS (SELECT 1 FROM actor_names n WHERE n.actor_id = t.id AND ${name})
        OR EXISTS (SELECT 1 FROM actor_identifiers d WHERE d.actor_id = t.id AND ${contains(sql`d.text`, word)}))`
    }
    case "evidence":
      return sql`(${containsFolded(sql`t.title`, sql`t.title_sort`, word)} OR ${contains(sql`t.original_name`, word)}
        OR t.number = ${numberOf(word) ?? -1})`
    default:
      return sql`(${containsFolded(sql`t.title`, sql`t.title_sort`, word)} OR ${contains(sql`t.fields`, word)})`
  }
}

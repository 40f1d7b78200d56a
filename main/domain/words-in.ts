import { sortKey } from "../../shared/sort-key.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"

const maxWords = 20

/** A query's words: all of them must be found, in any order. */
export const queryWords = (query: string): string[] =>
  query
    .normalize("NFC")
    .split(/\s+/u)
    .filter((word) => word !== "")
    .slice(0, maxWords)

const escaped = (word: string): string => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/**
 * `word` stands in `column`, whatever its case. Subtle: SQLite's LIKE folds Latin letters only, so other scripts are
 * looked for as written, small, capitalised and large.
 */
export const contains = (column: Sql, word: string): Sql => {
  const small = word.toLowerCase()
  const forms = [...new Set([word, small, capitalised(small), word.toUpperCase()])]
  const conditions = forms.map((form) => sql`${column} LIKE ${escaped(form)} ESCAPE '\\'`)
  return sql`(${joinSql(conditions, " OR ")})`
}

/** As `contains`, through the sort column kept beside it, where letters of every script are folded. */
export const containsFolded = (column: Sql, sortColumn: Sql, word: string): Sql =>
  sql`(instr(${sortColumn}, ${sortKey(word)}) > 0 OR ${contains(column, word)})`

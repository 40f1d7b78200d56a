/** What SQLite stores and gives back. Integers are exact up to 2^53; a bigint beyond that is refused when bound. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** A statement with its values apart from its text: no value can become SQL. */
export interface Sql {
  readonly text: string
  readonly values: readonly SqlValue[]
}

const isSql = (part: SqlValue | Sql): part is Sql =>
  typeof part === "object" && part !== null && !(part instanceof Uint8Array)

/**
 * The only way to write SQL. Values become parameters; a nested `sql` is put in with its own parameters, so that
 * a closed set of columns or conditions can be chosen: `sql`… ORDER BY ${descending ? sql`title DESC` : sql`title`}``.
 */
export const sql = (strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql => {
  let text = strings[0] ?? ""
  const values: SqlValue[] = []
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text
      values.push(...part.values)
    } else {
      text += "?"
      values.push(part)
    }
    text += strings[index + 1] ?? ""
  })
  return { text, values }
}

/** Joins statements or values with a separator, for `IN (…)` and lists of conditions. An empty list gives "". */
export const joinSql = (parts: readonly (SqlValue | Sql)[], separator = ", "): Sql => ({
  text: parts.map((part) => (isSql(part) ? part.text : "?")).join(separator),
  values: parts.flatMap((part) => (isSql(part) ? part.values : [part])),
})

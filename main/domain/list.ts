import type { ListInput } from "../../shared/contract/list.ts"
import { Fault } from "../../shared/faults.ts"
import { sortKey } from "../../shared/sort-key.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx, Row } from "../vault/tx.ts"

/** The orders of one list: name → columns from first to last, each with an index behind it. "" is the usual one. */
export type Orders = Readonly<Record<string, readonly [Sql, ...Sql[]]>>

/** One page of rows, how many match in all, and how many there are without the query. */
export interface Page {
  readonly rows: Row[]
  readonly total: number
  readonly all: number
}

export interface ListQuery {
  /** What is selected for each row. */
  readonly columns: Sql
  /** The table with its alias. */
  readonly from: Sql
  readonly caseId: Sql
  readonly orders: Orders
  /** The condition for one word of the query. */
  readonly matches: (word: string) => Sql
}

/** `ORDER BY` of a closed set; descending turns every column, so that the same index is read backwards. */
export const orderBy = (orders: Orders, sort: string, descending: boolean): Sql => {
  const columns = Object.hasOwn(orders, sort) ? orders[sort] : undefined
  if (columns === undefined) throw new Fault("bad-input", { field: "sort" })
  return sql`ORDER BY ${joinSql(columns.map((column) => (descending ? sql`${column} DESC` : column)))}`
}

const maxWords = 20

/** A query's words: all of them must be found, in any order. */
const queryWords = (query: string): string[] =>
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

const count = (tx: ReadTx, from: Sql, where: Sql): number =>
  Number(tx.one(sql`SELECT count(*) AS count FROM ${from} WHERE ${where}`)?.["count"] ?? 0)

/** The statement of one page, apart so that a test can look at its plan. */
export const pageStatement = (query: ListQuery, input: ListInput): Sql => {
  const words = queryWords(input.query)
  const where = joinSql([sql`${query.caseId} = ${input.caseId}`, ...words.map(query.matches)], " AND ")
  const order = orderBy(query.orders, input.sort, input.descending)
  return sql`SELECT ${query.columns} FROM ${query.from} WHERE ${where} ${order} LIMIT ${input.limit} OFFSET ${input.offset}`
}

/** @throws Fault "bad-input" for an order that the list does not have */
export const page = (tx: ReadTx, query: ListQuery, input: ListInput): Page => {
  const rows = tx.all(pageStatement(query, input))
  const words = queryWords(input.query)
  const own = sql`${query.caseId} = ${input.caseId}`
  const all = count(tx, query.from, own)
  if (words.length === 0) return { rows, total: all, all }
  return { rows, total: count(tx, query.from, joinSql([own, ...words.map(query.matches)], " AND ")), all }
}

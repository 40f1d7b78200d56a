import type { ListInput } from "../../shared/contract/list.ts"
import { Fault } from "../../shared/faults.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx, Row } from "../vault/tx.ts"
import { narrowedTo } from "./filter.ts"
import { groupedBy } from "./group.ts"
import { wordCondition } from "./filter-words.ts"
import { queryWords } from "./words-in.ts"

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
  /** The table with its alias, which is t. */
  readonly from: Sql
  readonly caseId: Sql
  readonly orders: Orders
  readonly kind: "incident" | "actor" | "evidence"
}

/** `ORDER BY` of a closed set; descending turns every column, so that the same index is read backwards. */
export const orderBy = (orders: Orders, sort: string, descending: boolean, first?: Sql): Sql => {
  const columns = Object.hasOwn(orders, sort) ? orders[sort] : undefined
  if (columns === undefined) throw new Fault("bad-input", { field: "sort" })
  const turned = columns.map((column) => (descending ? sql`${column} DESC` : column))
  return sql`ORDER BY ${joinSql(first === undefined ? turned : [first, ...turned])}`
}

const count = (tx: ReadTx, from: Sql, where: Sql): number =>
  Number(tx.one(sql`SELECT count(*) AS count FROM ${from} WHERE ${where}`)?.["count"] ?? 0)

/** What the query and the filter leave. @throws Fault "bad-input", "date-unreadable" */
export const conditionsOf = (tx: ReadTx, { kind }: ListQuery, { caseId, query, filter }: ListInput): Sql[] => [
  ...queryWords(query).map((word) => wordCondition(kind, word)),
  ...narrowedTo({ tx, caseId, kind }, filter),
]

/** The statement of one page, apart so that a test can look at its plan. */
export const pageStatement = (query: ListQuery, input: ListInput, conditions: readonly Sql[] = []): Sql => {
  const where = joinSql([sql`${query.caseId} = ${input.caseId}`, ...conditions], " AND ")
  const grouped = input.group === "" ? undefined : groupedBy(query.kind, input.caseId, input.group)
  const order = orderBy(query.orders, input.sort, input.descending, grouped?.order)
  const from = grouped === undefined ? query.from : sql`${query.from} ${grouped.join}`
  return sql`SELECT ${query.columns} FROM ${from} WHERE ${where} ${order} LIMIT ${input.limit} OFFSET ${input.offset}`
}

/** @throws Fault "bad-input" for an order that the list does not have, "date-unreadable" */
export const page = (tx: ReadTx, query: ListQuery, input: ListInput): Page => {
  const conditions = conditionsOf(tx, query, input)
  const rows = tx.all(pageStatement(query, input, conditions))
  const own = sql`${query.caseId} = ${input.caseId}`
  const all = count(tx, query.from, own)
  if (conditions.length === 0) return { rows, total: all, all }
  return { rows, total: count(tx, query.from, joinSql([own, ...conditions], " AND ")), all }
}

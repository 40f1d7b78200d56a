import type { Output } from "../../shared/contract/contract.ts"
import type { RecordListInput } from "../../shared/contract/record.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { narrowedTo } from "./filter.ts"
import { wordCondition } from "./filter-words.ts"
import { groupedBy } from "./group.ts"
import { orderBy, type Orders } from "./list.ts"
import { toView } from "./record.ts"
import { selectOf, toStored } from "./record-store.ts"
import { queryWords } from "./words-in.ts"

const orders: Orders = {
  "": [sql`t.date_earliest`, sql`t.date_latest`, sql`t.id`],
  date: [sql`t.date_earliest`, sql`t.date_latest`, sql`t.id`],
  title: [sql`t.title_sort`, sql`t.id`],
  state: [sql`t.state`, sql`t.date_earliest`, sql`t.id`],
  changedAt: [sql`t.changed_at`, sql`t.id`],
}

/** What words, states and the filter leave. @throws Fault "bad-input", "date-unreadable" */
export const conditionsOf = (tx: ReadTx, { caseId, kind, query, states, filter }: RecordListInput): Sql[] => [
  ...queryWords(query).map((word) => wordCondition(kind, word)),
  ...(states.length === 0 ? [] : [sql`t.state IN (${joinSql(states)})`]),
  ...narrowedTo({ tx, caseId, kind }, filter),
]

const own = ({ caseId, kind, parentId }: RecordListInput): Sql =>
  parentId === null
    ? sql`t.case_id = ${caseId} AND t.kind = ${kind}`
    : sql`t.parent_id = ${parentId} AND t.kind = ${kind} AND +t.case_id = ${caseId}`

/** The statement of one page, apart so that a test can look at its plan. */
export const listStatement = (input: RecordListInput, conditions: readonly Sql[] = []): Sql => {
  const where = joinSql([own(input), ...conditions], " AND ")
  const grouped = input.group === "" ? undefined : groupedBy(input.kind, input.caseId, input.group)
  const order = orderBy(orders, input.sort, input.descending, grouped?.order)
  return sql`${selectOf(input.kind)} ${grouped?.join ?? sql``} WHERE ${where} ${order} LIMIT ${input.limit} OFFSET ${input.offset}`
}

const count = (tx: ReadTx, where: Sql): number =>
  Number(tx.one(sql`SELECT count(*) AS count FROM records t WHERE ${where}`)?.["count"] ?? 0)

/** Records of one kind in a case, or parts of one record. @throws Fault "not-found", "bad-input" */
export const list = (tx: ReadTx, input: RecordListInput): Output<"record.list"> => {
  cases.mustExist(tx, input.caseId)
  const more = conditionsOf(tx, input)
  const rows = tx.all(listStatement(input, more)).map((row) => toView(tx, toStored(row)))
  const all = count(tx, own(input))
  return { rows, all, total: more.length === 0 ? all : count(tx, joinSql([own(input), ...more], " AND ")) }
}

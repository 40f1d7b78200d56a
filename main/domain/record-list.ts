import type { Output } from "../../shared/contract/contract.ts"
import type { FieldFilter, RecordListInput } from "../../shared/contract/record.ts"
import { Fault } from "../../shared/faults.ts"
import { termLists } from "../../shared/lists/all.ts"
import type { Field } from "../../shared/model/field.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import { sortKey } from "../../shared/sort-key.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { orderBy, type Orders } from "./list.ts"
import { toView } from "./record.ts"
import { selectOf, toStored } from "./record-store.ts"

const orders: Orders = {
  "": [sql`t.date_earliest`, sql`t.date_latest`, sql`t.id`],
  date: [sql`t.date_earliest`, sql`t.date_latest`, sql`t.id`],
  title: [sql`t.title_sort`, sql`t.id`],
  state: [sql`t.state`, sql`t.date_earliest`, sql`t.id`],
  changedAt: [sql`t.changed_at`, sql`t.id`],
}

/** A term with all its narrower ones: who asks for "detention" gets every kind of it. */
const withNarrower = (field: Field, codes: readonly string[]): string[] => {
  if (field.type !== "term" && field.type !== "terms") return [...codes]
  const found = new Set(codes)
  // Subtle: in a shipped list the broader term stands before its narrower ones, so one pass is enough.
  for (const term of termLists[field.list].terms) if (found.has(term.parent)) found.add(term.code)
  return [...found]
}

const path = (name: string, rest = ""): string => `$.${name}${rest}`

const conditionOf = (kindFields: Readonly<Record<string, Field>>, filter: FieldFilter): Sql => {
  const field = kindFields[filter.field]
  if (field === undefined) throw new Fault("bad-input", { field: "where" })
  const at = path(filter.field)
  const parts: Sql[] = []
  if (filter.said !== undefined)
    parts.push(
      filter.said ? sql`json_extract(t.fields, ${at}) IS NOT NULL` : sql`json_extract(t.fields, ${at}) IS NULL`,
    )
  if (filter.is !== undefined) {
    const codes = joinSql(withNarrower(field, filter.is))
    parts.push(
      field.type === "terms" || field.type === "tags"
        ? sql`EXISTS (SELECT 1 FROM json_each(t.fields, ${at}) j WHERE j.value IN (${codes}))`
        : sql`(json_extract(t.fields, ${at}) IN (${codes}) OR json_extract(t.fields, ${path(filter.field, ".unsaid")}) IN (${codes}))`,
    )
  }
  if (filter.to !== undefined)
    parts.push(
      sql`EXISTS (SELECT 1 FROM record_refs r WHERE r.from_id = t.id AND r.field = ${filter.field} AND r.to_id = ${filter.to})`,
    )
  return parts.length === 0 ? sql`1` : joinSql(parts, " AND ")
}

const words = (query: string): string[] =>
  query
    .normalize("NFC")
    .split(/\s+/u)
    .filter((word) => word !== "")
    .slice(0, 20)

const narrowed = (input: RecordListInput): Sql[] => [
  ...words(input.query).map(
    (word) =>
      sql`(instr(t.title_sort, ${sortKey(word)}) > 0 OR t.fields LIKE ${`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`} ESCAPE '\\')`,
  ),
  ...(input.states.length === 0 ? [] : [sql`t.state IN (${joinSql(input.states)})`]),
  ...(input.from === "" ? [] : [sql`t.date_latest >= ${input.from}`]),
  ...(input.to === "" ? [] : [sql`(t.date_earliest <= ${input.to} AND t.date_earliest <> '')`]),
  ...input.tags.map(
    (tag) =>
      sql`EXISTS (SELECT 1 FROM record_tags g WHERE g.case_id = ${input.caseId} AND g.tag = ${tag} AND g.kind = ${input.kind} AND g.id = t.id)`,
  ),
  ...input.where.map((filter) => conditionOf(kindOf(input.kind).fields, filter)),
]

const own = ({ caseId, kind, parentId }: RecordListInput): Sql =>
  parentId === null
    ? sql`t.case_id = ${caseId} AND t.kind = ${kind}`
    : sql`t.parent_id = ${parentId} AND t.kind = ${kind} AND +t.case_id = ${caseId}`

/** The statement of one page, apart so that a test can look at its plan. */
export const listStatement = (input: RecordListInput): Sql => {
  const where = joinSql([own(input), ...narrowed(input)], " AND ")
  const order = orderBy(orders, input.sort, input.descending)
  return sql`${selectOf(input.kind)} WHERE ${where} ${order} LIMIT ${input.limit} OFFSET ${input.offset}`
}

const count = (tx: ReadTx, where: Sql): number =>
  Number(tx.one(sql`SELECT count(*) AS count FROM records t WHERE ${where}`)?.["count"] ?? 0)

/** Records of one kind in a case, or parts of one record. @throws Fault "not-found", "bad-input" */
export const list = (tx: ReadTx, input: RecordListInput): Output<"record.list"> => {
  cases.mustExist(tx, input.caseId)
  const rows = tx.all(listStatement(input)).map((row) => toView(tx, toStored(row)))
  const more = narrowed(input)
  const all = count(tx, own(input))
  return { rows, all, total: more.length === 0 ? all : count(tx, joinSql([own(input), ...more], " AND ")) }
}

import type { Output, Parsed } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import { groupings } from "../../shared/model/grouping.ts"
import type { RecordKind } from "../../shared/model/field.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { narrowedTo } from "./filter.ts"
import { isBase, tableOf } from "./record-store.ts"

/*
 * Lists in groups: what a row is grouped by stands beside it as g.key, and lists are sorted by it first, so that the
 * window knows from the counts alone which rows stand under which header. A row with two people stands under both.
 */

/** `join` is put behind the table at alias t; `order` before the list's own. */
export interface Grouped {
  readonly join: Sql
  readonly order: Sql
}

const peopleOf = (kind: RecordKind, caseId: CaseId): Sql => {
  const named = sql`a.id AS key, a.label_sort AS sort`
  switch (kind) {
    case "incident":
      return sql`SELECT DISTINCT v.incident_id AS id, ${named} FROM actors a JOIN involvements v ON v.actor_id = a.id
        WHERE a.case_id = ${caseId}`
    case "evidence":
      return sql`SELECT DISTINCT l.evidence_id AS id, ${named} FROM actors a
        JOIN links l ON l.target_kind = 'actor' AND l.target_id = a.id WHERE a.case_id = ${caseId}`
    default:
      return sql`SELECT DISTINCT r.from_id AS id, ${named} FROM actors a JOIN record_refs r ON r.to_id = a.id
        WHERE a.case_id = ${caseId}`
  }
}

const ownColumn = (kind: RecordKind, by: string): Sql | undefined => {
  if (by === "month") return kind === "evidence" ? sql`substr(t.received_at, 1, 7)` : sql`substr(t.date_earliest, 1, 7)`
  if (by === "verification" && kind === "incident") return sql`t.verification`
  if (by === "kind" && (kind === "actor" || kind === "evidence")) return sql`t.kind`
  return undefined
}

/** @throws Fault "bad-input" for what that kind is not grouped by */
export const groupedBy = (kind: RecordKind, caseId: CaseId, by: string): Grouped => {
  if (!groupings(kind).includes(by)) throw new Fault("bad-input", { field: "group" })
  const column = ownColumn(kind, by)
  const keys =
    column !== undefined
      ? sql``
      : by === "person"
        ? sql`LEFT JOIN (${peopleOf(kind, caseId)}) g ON g.id = t.id`
        : sql`LEFT JOIN (SELECT id, value AS key, value AS sort FROM record_values
            WHERE kind = ${kind} AND field = ${by}) g ON g.id = t.id`
  const key = column ?? sql`coalesce(g.key, '')`
  const sort = column ?? sql`coalesce(g.sort, '')`
  // What belongs nowhere comes last.
  return { join: keys, order: sql`${key} = '', ${sort}, ${key}` }
}

const keyOf = (kind: RecordKind, by: string): Sql => ownColumn(kind, by) ?? sql`coalesce(g.key, '')`

/** Exported so that a test can look at its plan. */
export const groupStatement = (
  { caseId, kind, by }: Pick<Parsed<"record.groups">, "caseId" | "kind" | "by">,
  conditions: readonly Sql[],
): Sql => {
  const { join, order } = groupedBy(kind, caseId, by)
  // Subtle: the table's name comes from our own closed list.
  const table: Sql = { text: tableOf(kind), values: [] }
  const own = isBase(kind) ? sql`t.case_id = ${caseId}` : sql`t.case_id = ${caseId} AND t.kind = ${kind}`
  const where = joinSql([own, ...conditions], " AND ")
  return sql`SELECT ${keyOf(kind, by)} AS group_key, count(*) AS count FROM ${table} t ${join} WHERE ${where}
    GROUP BY ${order} ORDER BY ${order}`
}

const labels = (tx: ReadTx, ids: readonly string[]): Map<string, string> =>
  new Map(
    tx
      .all(sql`SELECT id, label FROM actors WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
      .map((row) => [String(row["id"]), String(row["label"])]),
  )

/** The groups of a narrowed list, in its order, with how many stand in each. @throws Fault "not-found", "bad-input" */
export const groups = (tx: ReadTx, input: Parsed<"record.groups">): Output<"record.groups"> => {
  const { caseId, kind, by, filter } = input
  cases.mustExist(tx, caseId)
  const rows = tx.all(groupStatement(input, narrowedTo({ tx, caseId, kind }, filter)))
  const keys = rows.map((row) => String(row["group_key"]))
  const named = by === "person" ? labels(tx, keys) : new Map<string, string>()
  return {
    groups: rows.map((row, index) => {
      const key = keys[index] ?? ""
      return { key, label: named.get(key) ?? "", count: Number(row["count"]) }
    }),
  }
}

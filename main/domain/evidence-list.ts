import type { ListInput } from "../../shared/contract/list.ts"
import { Fault } from "../../shared/faults.ts"
import type { Evidence } from "../../shared/model/evidence.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { sortKey } from "../../shared/sort-key.ts"
import { joinSql, sql, type Sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { numberOf, showAll } from "./evidence-row.ts"

/** Each order is one index, read forwards or backwards: `ties` repeats the rest of that index. */
const orders: Readonly<Record<string, { column: Sql; ties: Sql }>> = {
  reference: { column: sql`number`, ties: sql`number` },
  title: { column: sql`title_sort`, ties: sql`id` },
  kind: { column: sql`kind`, ties: sql`number` },
  originalName: { column: sql`original_name`, ties: sql`id` },
  sizeBytes: { column: sql`size_bytes`, ties: sql`id` },
  receivedAt: { column: sql`received_at`, ties: sql`number` },
  fileModifiedAt: { column: sql`file_modified_at`, ties: sql`id` },
  changedAt: { column: sql`changed_at`, ties: sql`id` },
}

/** What `evidence.list` sorts by. */
export const evidenceSorts = Object.keys(orders)

/** One typed word: in the title, the file's name, or as the reference. */
const wordCondition = (word: string): Sql => {
  const key = sortKey(word)
  const number = numberOf(word)
  return sql`(instr(title_sort, ${key}) > 0 OR instr(title, ${word}) > 0 OR instr(original_name, ${word}) > 0
    OR number = ${number ?? -1})`
}

const conditionOf = (input: Pick<ListInput, "caseId" | "query">): Sql => {
  const words = input.query.split(/\s+/u).filter((word) => word !== "")
  return joinSql([sql`case_id = ${input.caseId}`, ...words.map(wordCondition)], " AND ")
}

const count = (tx: ReadTx, condition: Sql): number =>
  Number(tx.one(sql`SELECT COUNT(*) AS count FROM evidence WHERE ${condition}`)?.["count"])

/** One page of a case's items. @throws Fault "bad-input" for a column that is no order of this list */
export const list = (tx: ReadTx, input: ListInput): { rows: Evidence[]; total: number; all: number } => {
  const order = orders[input.sort === "" ? "reference" : input.sort]
  if (order === undefined) throw new Fault("bad-input", { sort: input.sort })
  const condition = conditionOf(input)
  const direction = input.descending ? sql`DESC` : sql`ASC`
  // Ids come from the index alone; whole rows are fetched for the page only.
  const ids = tx.all(
    sql`SELECT id FROM evidence WHERE ${condition} ORDER BY ${order.column} ${direction}, ${order.ties} ${direction}
        LIMIT ${input.limit} OFFSET ${input.offset}`,
  )
  const all = count(tx, sql`case_id = ${input.caseId}`)
  const total = input.query.trim() === "" ? all : count(tx, condition)
  return {
    rows: showAll(
      tx,
      ids.map((row) => String(row["id"])),
    ),
    total,
    all,
  }
}

/** @throws Fault "not-found" */
export const requireCase = (tx: ReadTx, caseId: CaseId): void => {
  if (tx.one(sql`SELECT id FROM cases WHERE id = ${caseId}`) === undefined)
    throw new Fault("not-found", { kind: "case" })
}

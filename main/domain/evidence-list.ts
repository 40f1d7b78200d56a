import type { ListInput } from "../../shared/contract/list.ts"
import type { Evidence } from "../../shared/model/evidence.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { numberOf, showAll } from "./evidence-row.ts"
import { contains, containsFolded, type ListQuery, page } from "./list.ts"

/** Each order is one index, read forwards or backwards. */
export const listQuery: ListQuery = {
  // Ids come from the index alone; whole records are fetched for the page only.
  columns: sql`id`,
  from: sql`evidence`,
  caseId: sql`case_id`,
  orders: {
    "": [sql`number`],
    reference: [sql`number`],
    title: [sql`title_sort`, sql`id`],
    kind: [sql`kind`, sql`number`],
    originalName: [sql`original_name`, sql`id`],
    sizeBytes: [sql`size_bytes`, sql`id`],
    receivedAt: [sql`received_at`, sql`number`],
    fileModifiedAt: [sql`file_modified_at`, sql`id`],
    changedAt: [sql`changed_at`, sql`id`],
  },
  matches: (word) =>
    sql`(${containsFolded(sql`title`, sql`title_sort`, word)} OR ${contains(sql`original_name`, word)}
      OR number = ${numberOf(word) ?? -1})`,
}

/** One page of a case's items. @throws Fault "bad-input" for a column that is no order of this list */
export const list = (tx: ReadTx, input: ListInput): { rows: Evidence[]; total: number; all: number } => {
  const { rows, total, all } = page(tx, listQuery, input)
  return {
    rows: showAll(
      tx,
      rows.map((row) => String(row["id"])),
    ),
    total,
    all,
  }
}

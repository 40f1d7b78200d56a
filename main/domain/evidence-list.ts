import type { ListInput } from "../../shared/contract/list.ts"
import type { Evidence } from "../../shared/model/evidence.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { showAll } from "./evidence-row.ts"
import { type ListQuery, page } from "./list.ts"

/** Each order is one index, read forwards or backwards. */
export const listQuery: ListQuery = {
  // Ids come from the index alone; whole records are fetched for the page only.
  columns: sql`t.id`,
  from: sql`evidence t`,
  caseId: sql`t.case_id`,
  orders: {
    "": [sql`t.number`],
    reference: [sql`t.number`],
    title: [sql`t.title_sort`, sql`t.id`],
    kind: [sql`t.kind`, sql`t.number`],
    originalName: [sql`t.original_name`, sql`t.id`],
    sizeBytes: [sql`t.size_bytes`, sql`t.id`],
    receivedAt: [sql`t.received_at`, sql`t.number`],
    fileModifiedAt: [sql`t.file_modified_at`, sql`t.id`],
    changedAt: [sql`t.changed_at`, sql`t.id`],
  },
  kind: "evidence",
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

import { z } from "zod"
import type { ImportSummary } from "../../shared/contract/exchange.ts"
import { Fault } from "../../shared/faults.ts"
import { CaseId, Instant } from "../../shared/model/ids.ts"
import { ColumnMapping, TableReading } from "../../shared/model/table.ts"
import { sql } from "../vault/sql.ts"
import type { CoveredTable } from "../vault/tables.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"

/** How a table was read, kept to be offered again. */
export const Mapping = z.strictObject({ reading: TableReading, columns: z.array(ColumnMapping) })
export type Mapping = z.infer<typeof Mapping>

export interface NewImport {
  readonly id: string
  readonly caseId: CaseId
  readonly name: string
  readonly kind: string
  readonly added: number
  readonly headings: readonly string[]
  /** Undefined where there was nothing to map. */
  readonly mapping: Mapping | undefined
}

/** Rows by table, in the order of writing. */
export type RowIds = Readonly<Partial<Record<CoveredTable, readonly string[]>>>

/** Notes what this transaction has written so far as one import. The caller says so in the log. */
export const record = (tx: WriteTx, { id, caseId, name, kind, added, headings, mapping }: NewImport): void => {
  const ids: Partial<Record<CoveredTable, string[]>> = {}
  for (const { table, id: rowId } of tx.touched()) (ids[table] ??= []).push(rowId)
  tx.insert("imports", {
    id,
    case_id: caseId,
    name,
    kind,
    added,
    headings: JSON.stringify(headings),
    mapping: mapping === undefined ? "" : JSON.stringify(mapping),
    row_ids: JSON.stringify(ids),
  })
}

const columns = sql`id, case_id, name, kind, added, undone_at, undone, created_at`

const toSummary = (row: Row): ImportSummary => ({
  id: String(row["id"]),
  caseId: CaseId.parse(row["case_id"]),
  name: String(row["name"]),
  kind: String(row["kind"]),
  added: Number(row["added"]),
  at: Instant.parse(row["created_at"]),
  undoneAt: row["undone_at"] === null ? null : Instant.parse(row["undone_at"]),
})

/** Newest first. */
export const list = (tx: ReadTx, caseId: CaseId): ImportSummary[] =>
  tx
    .all(sql`SELECT ${columns} FROM imports WHERE case_id = ${caseId} ORDER BY created_at DESC, id DESC LIMIT 500`)
    .map(toSummary)

/** @throws Fault "not-found" */
export const show = (tx: ReadTx, id: string): ImportSummary => {
  const row = tx.one(sql`SELECT ${columns} FROM imports WHERE id = ${id}`)
  if (row === undefined) throw new Fault("not-found", { kind: "import" })
  return toSummary(row)
}

export const rowIds = (tx: ReadTx, id: string): RowIds =>
  JSON.parse(String(tx.one(sql`SELECT row_ids FROM imports WHERE id = ${id}`)?.["row_ids"] ?? "{}")) as RowIds

/** How a table with the same headings was mapped last, to records of that kind; in any case of the vault. */
export const lastMapping = (tx: ReadTx, kind: string, headings: readonly string[]): Mapping | undefined => {
  const row = tx.one(sql`SELECT mapping FROM imports
    WHERE headings = ${JSON.stringify(headings)} AND kind = ${kind} AND mapping <> '' ORDER BY created_at DESC LIMIT 1`)
  return row === undefined ? undefined : Mapping.parse(JSON.parse(String(row["mapping"])))
}

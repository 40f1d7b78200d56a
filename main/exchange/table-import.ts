import type { BadRow } from "../../shared/contract/exchange.ts"
import type { Output, Parsed } from "../../shared/contract/contract.ts"
import { Fault, isFault } from "../../shared/faults.ts"
import type { ColumnMapping } from "../../shared/model/table.ts"
import { fieldsOfTable, guessColumns } from "../../shared/model/table-fields.ts"
import * as imports from "../domain/imports.ts"
import type { Table } from "../reading/table/read-table.ts"
import { append } from "../vault/audit.ts"
import type { WriteTx } from "../vault/tx.ts"
import type { Vault } from "../vault/vault.ts"
import { unescaped } from "./formulas.ts"
import { addRow, type TableTarget } from "./table-row.ts"

type Request = Parsed<"exchange.importTable">
type Outcome = Output<"exchange.importTable">

interface Place {
  readonly index: number
  readonly field: string
}

/** Which cell says which field. @throws Fault "bad-input" (column or field) where there is no such column or field */
const placesOf = ({ headers }: Table, { kind, columns }: Request): Place[] => {
  const known = fieldsOfTable(kind).map(({ name }) => name)
  const fields = columns.map(({ field }) => field)
  return columns.map(({ column, field }) => {
    const index = headers.indexOf(column)
    if (index < 0) throw new Fault("bad-input", { field: "column", column })
    if (!known.includes(field) || fields.indexOf(field) !== fields.lastIndexOf(field))
      throw new Fault("bad-input", { field })
    return { index, field }
  })
}

/** Thrown to take back all that a dry run, or an import with bad rows, has written. */
class TakenBack extends Error {}

const wordsOf = (cells: readonly string[], places: readonly Place[]): Map<string, string> =>
  new Map(
    places
      .map(({ index, field }) => [field, unescaped(cells[index] ?? "")] as const)
      .filter(([, text]) => text.trim() !== ""),
  )

const firstRows = 8

const readOf = ({ headers, rows, sheets, sheet, encoding, separator }: Table) => ({
  headers: [...headers],
  preview: rows.slice(0, firstRows).map(({ cells }) => [...cells]),
  rows: rows.length,
  sheets: [...sheets],
  sheet,
  encoding,
  separator,
})

/** What a table holds and how its columns may be mapped: as they were last time, else by their headings. */
export const previewTable = (vault: Vault, table: Table, kind: Request["kind"]): Output<"exchange.previewTable"> => {
  const { headers } = table
  const last = vault.read((tx) => imports.lastMapping(tx, kind, headers))
  const columns: ColumnMapping[] = last?.columns ?? guessColumns(kind, headers)
  return { ...readOf(table), columns, remembered: last !== undefined }
}

/** Records the rows one by one; those that do not fit are named and leave nothing. */
const addRows = (tx: WriteTx, table: Table, request: Request, target: TableTarget): BadRow[] => {
  const places = placesOf(table, request)
  const bad: BadRow[] = []
  for (const { row, cells } of table.rows)
    try {
      if (cells.length !== table.headers.length) throw new Fault("bad-input", { field: "columns" })
      addRow(tx, target, wordsOf(cells, places))
    } catch (error) {
      if (!isFault(error)) throw error
      bad.push({ row, field: String(error.detail["field"] ?? ""), fault: error.code })
    }
  return bad
}

/**
 * Records every row of a table, in one transaction that one undo takes back, in any session. With a bad row nothing is
 * written, unless `skipBadRows`; a dry run writes nothing at all and says what would be.
 * @throws Fault "bad-input"
 */
export const importTable = (
  vault: Vault,
  table: Table,
  request: Request,
  { batchId, name, ...target }: TableTarget & { readonly batchId: string; readonly name: string },
): Outcome => {
  let bad: BadRow[] = []
  let written = true
  try {
    vault.write((tx) => {
      bad = addRows(tx, table, request, target)
      const added = table.rows.length - bad.length
      if (request.dryRun || added === 0 || (bad.length > 0 && !request.skipBadRows)) throw new TakenBack()
      const { encoding, separator, sheet, columns, caseId, kind } = request
      const mapping = { reading: { encoding, separator, sheet }, columns }
      imports.record(tx, { id: batchId, caseId, name, kind, added, headings: table.headers, mapping })
      append(tx, { verb: "import.done", subjectKind: "import", subjectId: batchId })
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
    written = false
  }
  return { ...readOf(table), id: batchId, added: table.rows.length - bad.length, written, bad }
}

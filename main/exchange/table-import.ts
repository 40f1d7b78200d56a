import { Fault, isFault } from "../../shared/faults.ts"
import type { Output, Parsed } from "../../shared/contract/contract.ts"
import { decodeText, encodingOf } from "../reading/decode-text.ts"
import { append } from "../vault/audit.ts"
import type { Vault } from "../vault/vault.ts"
import { parseCsv, separatorOf } from "./csv.ts"
import { addRow, fieldsOfTable, type TableTarget } from "./table-row.ts"

type Request = Parsed<"exchange.importTable">
type Outcome = Output<"exchange.importTable">
type Bad = Outcome["bad"][number]

interface Table {
  readonly headers: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly encoding: string
}

const readTable = (bytes: Uint8Array, { encoding }: Request): Table => {
  const text = encoding === "auto" ? decodeText(bytes) : new TextDecoder(encoding).decode(bytes)
  const [head, ...rows] = parseCsv(text, separatorOf(text))
  if (head === undefined) throw new Fault("file-empty")
  return {
    headers: head.cells.map((cell) => cell.trim()),
    rows,
    encoding: encoding === "auto" ? encodingOf(bytes) : encoding,
  }
}

/** Which cell says which field. @throws Fault "bad-input" (column or field) where there is no such column or field */
const places = ({ headers }: Table, { kind, columns }: Request): { index: number; field: string }[] => {
  const known = fieldsOfTable(kind)
  return columns.map(({ column, field }) => {
    const index = headers.indexOf(column)
    if (index < 0 || headers.indexOf(column, index + 1) >= 0) throw new Fault("bad-input", { field: "column", column })
    if (!known.includes(field)) throw new Fault("bad-input", { field })
    return { index, field }
  })
}

/** Thrown to take back all that a dry run, or an import with bad rows, has written. */
class TakenBack extends Error {}

const wordsOf = (cells: readonly string[], at: ReturnType<typeof places>): Map<string, string> =>
  new Map(at.map(({ index, field }) => [field, (cells[index] ?? "").trim()] as const).filter(([, text]) => text !== ""))

/**
 * Records every row of a table, in one transaction that one undo takes back. With a bad row nothing is written, unless
 * `skipBadRows`; a dry run writes nothing at all and says what would be.
 * @throws Fault "bad-input", "file-empty", "file-broken" (line)
 */
export const importTable = (
  vault: Vault,
  bytes: Uint8Array,
  request: Request,
  { batchId, ...target }: TableTarget & { readonly batchId: string },
): Outcome => {
  const table = readTable(bytes, request)
  const at = places(table, request)
  const bad: Bad[] = []
  let added = 0
  const isTakenBack = (): boolean => request.dryRun || added === 0 || (bad.length > 0 && !request.skipBadRows)
  try {
    vault.write((tx) => {
      for (const { row, cells } of table.rows)
        try {
          if (cells.length !== table.headers.length) throw new Fault("bad-input", { field: "columns" })
          addRow(tx, target, wordsOf(cells, at))
          added += 1
        } catch (error) {
          if (!isFault(error)) throw error
          bad.push({ row, field: String(error.detail["field"] ?? ""), fault: error.code })
        }
      if (isTakenBack()) throw new TakenBack()
      append(tx, { verb: "import.done", subjectKind: "import", subjectId: batchId })
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  const written = !isTakenBack()
  const preview = table.rows.slice(0, 5).map(({ cells }) => [...cells])
  const { encoding } = table
  return { id: batchId, rows: table.rows.length, added, written, bad, headers: [...table.headers], preview, encoding }
}

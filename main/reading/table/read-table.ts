import { Fault } from "../../../shared/faults.ts"
import type { Separator, TableReading } from "../../../shared/model/table.ts"
import { decodeText, encodingOf } from "../decode-text.ts"
import { parseCsv, separatorOf } from "./csv.ts"
import { type Row, tableLimits } from "./limits.ts"
import { readWorkbook } from "./workbook.ts"

export interface Table {
  /** Names of all sheets, and the one that was read; none where the file is text. */
  readonly sheets: readonly string[]
  readonly sheet: string
  /** "" where the file is a workbook. */
  readonly encoding: string
  readonly separator: Separator | ""
  /** Each stands once: a second "Name" is "Name (2)", one without words "#3". */
  readonly headers: readonly string[]
  readonly rows: readonly Row[]
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

/** How an older workbook begins, and one behind a passphrase. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]
const zipFile = [0x50, 0x4b, 0x03, 0x04]

const distinct = (cells: readonly string[]): string[] => {
  const seen = new Set<string>()
  return cells.map((cell, index) => {
    const name = cell.trim() === "" ? `#${index + 1}` : cell.trim()
    let own = name
    for (let count = 2; seen.has(own); count += 1) own = `${name} (${count})`
    seen.add(own)
    return own
  })
}

/** Empty cells behind the last heading say nothing; missing ones of a workbook were never written. */
const fitted = (row: Row, width: number, mayBeShort: boolean): Row => {
  const cells = [...row.cells]
  while (cells.length > width && cells.at(-1)?.trim() === "") cells.pop()
  while (mayBeShort && cells.length < width) cells.push("")
  return { row: row.row, cells }
}

const assembled = (rows: readonly Row[], mayBeShort: boolean): Pick<Table, "headers" | "rows"> => {
  const [head, ...rest] = rows
  if (head === undefined) throw new Fault("file-empty")
  if (rest.length > tableLimits.rows) throw new Fault("file-too-large", { rows: rest.length })
  if (head.cells.length > tableLimits.columns) throw new Fault("file-too-large", { columns: head.cells.length })
  const { cells } = fitted(head, 1, false)
  return { headers: distinct(cells), rows: rest.map((row) => fitted(row, cells.length, mayBeShort)) }
}

/**
 * A table from the bytes of a text file or a workbook, its first row being headings.
 * @throws Fault "file-empty", "file-broken" (line), "file-too-large", "file-encrypted", "kind-unsupported", "not-found" (sheet)
 */
export const readTable = ({ bytes, ...how }: TableReading & { readonly bytes: Uint8Array }): Table => {
  if (startsWith(bytes, compoundFile)) throw new Fault("kind-unsupported", { kind: "table" })
  if (startsWith(bytes, zipFile)) {
    const { sheets, sheet, rows } = readWorkbook(bytes, how.sheet)
    return { sheets, sheet, encoding: "", separator: "", ...assembled(rows, true) }
  }
  const encoding = how.encoding === "auto" ? encodingOf(bytes) : how.encoding
  const text = how.encoding === "auto" ? decodeText(bytes) : new TextDecoder(encoding).decode(bytes)
  const separator = how.separator === "auto" ? separatorOf(text) : how.separator
  return { sheets: [], sheet: "", encoding, separator, ...assembled(parseCsv(text, separator), false) }
}

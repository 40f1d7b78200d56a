import { Fault } from "../../../shared/faults.ts"
import { separators, type Separator } from "../../../shared/model/table.ts"

/** The sign that stands most often in the first line, outside quotes. */
export const separatorOf = (text: string): Separator => {
  const head = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 100_000))?.[0] ?? "").replace(/"(?:[^"]|"")*"/g, "")
  const count = (sign: string): number => head.split(sign).length
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** One cell from `at`: its text, and where it ends. @throws Fault "file-broken" (line) where a quote is never closed */
const cellAt = (text: string, start: number, end: RegExp, line: number): { cell: string; next: number } => {
  if (text[start] !== '"') {
    end.lastIndex = start
    const next = end.exec(text)?.index ?? text.length
    return { cell: text.slice(start, next), next }
  }
  let cell = ""
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) throw new Fault("file-broken", { line })
    cell += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      // What stands behind a closing quote belongs to the cell, as spreadsheets read it.
      end.lastIndex = quote + 1
      const next = end.exec(text)?.index ?? text.length
      return { cell: cell + text.slice(quote + 1, next), next }
    }
    cell += '"'
    from = quote + 2
  }
}

/** Where a cell ends, by the separator. */
const ends: Readonly<Record<Separator, RegExp>> = {
  ",": /[,\r\n]/g,
  ";": /[;\r\n]/g,
  "\t": /[\t\r\n]/g,
  "|": /[|\r\n]/g,
}

/** Rows of cells (RFC 4180, any line end); rows without a word are left out. `row` counts as a spreadsheet does. */
export const parseCsv = (text: string, separator: Separator): { row: number; cells: string[] }[] => {
  const rows: { row: number; cells: string[] }[] = []
  const end = ends[separator]
  let at = 0
  for (let row = 1; at < text.length; row += 1) {
    const cells: string[] = []
    for (;;) {
      const { cell, next } = cellAt(text, at, end, row)
      cells.push(cell)
      at = next + 1
      if (text[next] === separator) continue
      if (text[next] === "\r" && text[at] === "\n") at += 1
      break
    }
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ row, cells })
  }
  return rows
}

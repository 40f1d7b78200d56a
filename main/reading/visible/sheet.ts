/** A workbook as it is seen: visible sheets, rows and columns, each cell as it is shown. */
import { Fault } from "../../../shared/faults.ts"
import { findAll, isElement, textOf, type XmlElement } from "../xml.ts"
import { noteDescriptions, picturesOf } from "./drawing.ts"
import type { HiddenList } from "./hidden.ts"
import type { Parts } from "./parts.ts"
import { type Cell, heading, paragraph, type Piece } from "./pieces.ts"
import { type NumberFormats, numberFormats } from "./sheet-format.ts"

interface Book {
  readonly parts: Parts
  readonly hidden: HiddenList
  readonly strings: readonly string[]
  /** Shared strings that some visible cell shows. */
  readonly shown: Set<number>
  readonly formats: NumberFormats
}

const lastColumn = 16_383
const lastRow = 1_048_576

/** Column of a reference such as "AB12", from 0. */
const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "A") column = column * 26 + letter.charCodeAt(0) - 64
  return Math.min(lastColumn, column - 1)
}

const letterOf = (column: number): string => {
  let text = ""
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text
  return text
}

/** Text of a string item without its phonetic twin. */
const stringText = (item: XmlElement, hidden: HiddenList | undefined): string => {
  for (const twin of findAll(item, "x:rPh")) hidden?.note("hidden-text", textOf(twin))
  const runs = item.children.filter(isElement).filter(({ name }) => name === "x:t" || name === "x:r")
  return runs.map((run) => (run.name === "x:t" ? textOf(run) : findAll(run, "x:t").map(textOf).join(""))).join("")
}

const isHidden = ({ attributes }: XmlElement): boolean =>
  /^(?:1|true)$/.test(attributes["hidden"] ?? "") ||
  (/^(?:1|true)$/.test(attributes["customHeight"] ?? "") && Number(attributes["ht"] ?? 1) === 0) ||
  (attributes["width"] !== undefined && Number(attributes["width"]) === 0)

const cellText = (cell: XmlElement, book: Book, isShown: boolean): string => {
  const { strings, shown, formats, hidden } = book
  const value = findAll(cell, "x:v").map(textOf).join("")
  for (const formula of findAll(cell, "x:f")) hidden.note("formula", textOf(formula))
  switch (cell.attributes["t"]) {
    case "s":
      if (isShown) shown.add(Number(value))
      return strings[Number(value)] ?? ""
    case "inlineStr":
      return findAll(cell, "x:is")
        .map((item) => stringText(item, hidden))
        .join("")
    case "b":
      return value === "1" ? "TRUE" : "FALSE"
    case "str":
    case "e":
    case "d":
      return value
    default:
      return formats.show(value, Number(cell.attributes["s"] ?? 0))
  }
}

interface Row {
  readonly number: number
  readonly cells: ReadonlyMap<number, string>
}

const hiddenColumnsOf = (sheet: XmlElement): ((column: number) => boolean) => {
  const spans = findAll(sheet, "x:col")
    .filter(isHidden)
    .map(({ attributes }) => [Number(attributes["min"] ?? 0) - 1, Number(attributes["max"] ?? 0) - 1] as const)
  return (column) => spans.some(([first, last]) => column >= first && column <= last)
}

/** What is seen of a sheet's cells; the rest is noted. `sheetHidden`: all of it is. */
const rowsOf = (sheet: XmlElement, book: Book, sheetHidden: boolean): Row[] => {
  const isHiddenColumn = hiddenColumnsOf(sheet)
  let number = 0
  return findAll(sheet, "x:row").flatMap((row) => {
    number = Math.min(lastRow, Number(row.attributes["r"] ?? number + 1) || number + 1)
    const kind = sheetHidden ? "hidden-sheet" : isHidden(row) ? "hidden-row" : undefined
    const cells = new Map<number, string>()
    let next = 0
    for (const cell of findAll(row, "x:c")) {
      const column = cell.attributes["r"] === undefined ? next : columnOf(cell.attributes["r"])
      next = column + 1
      const why = kind ?? (isHiddenColumn(column) ? "hidden-column" : undefined)
      const text = cellText(cell, book, why === undefined)
      if (why !== undefined) book.hidden.note(why, text)
      else if (text !== "") cells.set(column, text)
    }
    return cells.size === 0 ? [] : [{ number, cells }]
  })
}

/** Letters that fit beside one another on a page; a longer cell wraps. */
const lettersAcross = 96
const widestCell = 40
const narrowestCell = 5

/** Columns in bands that fit on a page: nothing is cut off at its edge. */
const bandsOf = (rows: readonly Row[]): number[][] => {
  const widths = new Map<number, number>()
  for (const { cells } of rows)
    for (const [column, text] of cells) {
      const longest = Math.min(widestCell, Math.max(narrowestCell, ...text.split("\n").map((line) => line.length + 1)))
      widths.set(column, Math.max(widths.get(column) ?? 0, longest))
    }
  const bands: number[][] = []
  let room = 0
  for (const [column, width] of [...widths].sort(([a], [b]) => a - b)) {
    if (width > room || bands.length === 0) {
      bands.push([])
      room = lettersAcross
    }
    bands.at(-1)?.push(column)
    room -= width
  }
  return bands
}

const head = (text: string): Cell => ({ pieces: [paragraph(text)], head: true })

const rowsInPiece = 400

/** One band as tables of some hundred rows, under the letters of its columns. */
const bandTables = (rows: readonly Row[], band: readonly number[]): Piece[] => {
  const letters = [head(""), ...band.map((column) => head(letterOf(column)))]
  const filled = rows.filter(({ cells }) => band.some((column) => cells.has(column)))
  const tables: Piece[] = []
  for (let at = 0; at < filled.length; at += rowsInPiece) {
    const lines = filled
      .slice(at, at + rowsInPiece)
      .map(({ number, cells }) => [
        head(String(number)),
        ...band.map((column): Cell => ({ pieces: [paragraph(cells.get(column) ?? "")] })),
      ])
    tables.push({ is: "table", rows: [letters, ...lines] })
  }
  return tables
}

/** Text boxes and pictures that lie over a sheet. */
const drawnOver = (part: string, { parts, hidden }: Book, sheetHidden: boolean): Piece[] =>
  parts
    .relations(part)
    .filter(({ type, external }) => type === "drawing" && !external)
    .flatMap(({ target }) => {
      const root = parts.xml(target)
      if (root === undefined) return []
      noteDescriptions(root, hidden)
      const texts = findAll(root, "a:p").map((line) => findAll(line, "a:t").map(textOf).join(""))
      if (!sheetHidden) {
        const anchors = root.children.filter(isElement).flatMap((node) => node.children.filter(isElement))
        const pictures = anchors.flatMap((anchor) => picturesOf(anchor, target, parts, hidden))
        return [...texts.filter((text) => text.trim() !== "").map((text) => paragraph(text)), ...pictures]
      }
      for (const text of texts) hidden.note("hidden-sheet", text)
      return []
    })

const commentsOf = (book: Book, part: string): void => {
  for (const { type, target, external } of book.parts.relations(part)) {
    if (external || !/^(?:comments|threadedComment)$/.test(type)) continue
    const root = book.parts.xml(target)
    if (root === undefined) continue
    for (const author of findAll(root, "x:author")) book.hidden.note("comment", textOf(author))
    for (const comment of [...findAll(root, "x:comment"), ...findAll(root, "tc:threadedComment")])
      book.hidden.note("comment", textOf(comment))
  }
}

const sheetPieces = (book: Book, name: string, part: string, isVisible: boolean): Piece[] => {
  const sheet = book.parts.xml(part)
  if (!isVisible) book.hidden.note("hidden-sheet", name)
  commentsOf(book, part)
  if (sheet === undefined) return isVisible ? [heading(name)] : []
  const rows = rowsOf(sheet, book, !isVisible)
  for (const { attributes } of findAll(sheet, "x:hyperlink"))
    for (const said of ["tooltip", "location", "display"]) book.hidden.note("link-address", attributes[said] ?? "")
  for (const edge of findAll(sheet, "x:headerFooter")) book.hidden.note("hidden-text", textOf(edge))
  for (const rule of findAll(sheet, "x:dataValidation")) book.hidden.note("hidden-text", textOf(rule))
  const over = drawnOver(part, book, !isVisible)
  if (!isVisible) return []
  return [heading(name), ...bandsOf(rows).flatMap((band) => bandTables(rows, band)), ...over]
}

const noteNames = (workbook: XmlElement, hidden: HiddenList): void => {
  for (const name of findAll(workbook, "x:definedName"))
    hidden.note("mark-name", `${name.attributes["name"] ?? ""}: ${textOf(name)}`)
}

/** @throws Fault "file-broken" */
export const sheetPiecesOf = (parts: Parts, hidden: HiddenList): Piece[] => {
  const workbook = parts.xml("xl/workbook.xml")
  if (workbook === undefined) throw new Fault("file-broken")
  const shared = parts.xml("xl/sharedStrings.xml")
  const strings = (shared === undefined ? [] : findAll(shared, "x:si")).map((item) => stringText(item, hidden))
  const formats = numberFormats(parts.xml("xl/styles.xml"), workbook)
  const book: Book = { parts, hidden, strings, shown: new Set(), formats }
  const targets = new Map(parts.relations("xl/workbook.xml").map(({ id, target }) => [id, target]))
  const sheets = findAll(workbook, "x:sheet").map(({ attributes }) => {
    const isVisible = (attributes["state"] ?? "visible") === "visible"
    return sheetPieces(book, attributes["name"] ?? "", targets.get(attributes["r:id"] ?? "") ?? "", isVisible)
  })
  noteNames(workbook, hidden)
  strings.forEach((text, index) => {
    if (!book.shown.has(index)) hidden.note("unused-text", text)
  })
  const pieces = sheets
    .filter((sheet) => sheet.length > 0)
    .flatMap((sheet, index): Piece[] => (index === 0 ? sheet : [{ is: "new-page" }, ...sheet]))
  return pieces.length === 0 ? [heading("–", 3)] : pieces
}

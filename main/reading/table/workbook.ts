/** A sheet of a workbook (XLSX) as rows of cells. Formulas are not computed: the value that was saved beside them is read. */
import { Fault } from "../../../shared/faults.ts"
import { columnOf, sharedStrings, stringText } from "../office-sheet.ts"
import { xmlEntry } from "../office-word.ts"
import { unzip } from "../unzip.ts"
import { findAll, textOf, type XmlElement } from "../xml.ts"
import { numberWords, shownAs } from "./cell-value.ts"
import { type Row, tableLimits } from "./limits.ts"

interface Reading {
  readonly strings: readonly string[]
  readonly shown: ReturnType<typeof shownAs>
  readonly from1904: boolean
}

const cellText = (cell: XmlElement, { strings, shown, from1904 }: Reading): string => {
  const { t: type, s: style } = cell.attributes
  if (type === "inlineStr") return stringText(cell)
  const value = findAll(cell, "v").map(textOf).join("")
  if (type === "s") return strings[Number(value)] ?? ""
  if (type === "b") return value === "1" ? "true" : "false"
  return type === undefined || type === "n"
    ? numberWords(value, shown[Number(style ?? 0)] ?? "number", from1904)
    : value
}

const cellsOf = (row: XmlElement, reading: Reading): string[] => {
  const cells: string[] = []
  for (const cell of findAll(row, "c")) {
    const text = cellText(cell, reading)
    // A cell without a reference follows the one before it.
    const at = cell.attributes["r"] === undefined ? cells.length : columnOf(cell.attributes["r"])
    if (text === "") continue
    if (at >= tableLimits.columns) throw new Fault("file-too-large", { columns: at + 1 })
    while (cells.length < at) cells.push("")
    cells[at] = text
  }
  return cells
}

const rowsOf = (sheet: XmlElement, reading: Reading): Row[] => {
  let last = 0
  return findAll(sheet, "row").flatMap((element) => {
    const given = Number(element.attributes["r"])
    last = Number.isInteger(given) && given > 0 ? given : last + 1
    const cells = cellsOf(element, reading)
    return cells.some((text) => text.trim() !== "") ? [{ row: last, cells }] : []
  })
}

interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly entry: string
}

const sheetsOf = (workbook: XmlElement, relations: XmlElement): Sheet[] => {
  const targets = new Map(
    findAll(relations, "Relationship").map(({ attributes }) => [attributes["Id"] ?? "", attributes["Target"] ?? ""]),
  )
  return findAll(workbook, "sheet").map(({ attributes }) => {
    const target = targets.get(attributes["r:id"] ?? "") ?? ""
    return {
      name: attributes["name"] ?? "",
      hidden: (attributes["state"] ?? "visible") !== "visible",
      entry: target.startsWith("/") ? target.slice(1) : `xl/${target}`,
    }
  })
}

const parts = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml)$/

/** @throws Fault "kind-unsupported", "file-broken", "file-too-large", "not-found" (sheet) */
export const readWorkbook = (bytes: Uint8Array, wanted: string): { sheets: string[]; sheet: string; rows: Row[] } => {
  const entries = unzip(bytes, (name) => parts.test(name), tableLimits.unpackedBytes)
  const workbook = xmlEntry(entries, "xl/workbook.xml")
  const relations = xmlEntry(entries, "xl/_rels/workbook.xml.rels")
  if (workbook === undefined || relations === undefined) throw new Fault("kind-unsupported", { kind: "table" })
  const sheets = sheetsOf(workbook, relations)
  const usual = sheets.find(({ hidden }) => !hidden) ?? sheets[0]
  const chosen = wanted === "" ? usual : sheets.find(({ name }) => name === wanted)
  if (chosen === undefined) throw new Fault("not-found", { kind: "sheet" })
  const content = unzip(bytes, (name) => name === chosen.entry, tableLimits.unpackedBytes)
  const sheet = xmlEntry(content, chosen.entry)
  if (sheet === undefined) throw new Fault("file-broken")
  const from1904 = findAll(workbook, "workbookPr").some(({ attributes }) =>
    ["1", "true"].includes(attributes["date1904"] ?? ""),
  )
  const reading = { strings: sharedStrings(entries), shown: shownAs(xmlEntry(entries, "xl/styles.xml")), from1904 }
  return { sheets: sheets.map(({ name }) => name), sheet: chosen.name, rows: rowsOf(sheet, reading) }
}

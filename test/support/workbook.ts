import { strToU8, zipSync } from "fflate"

/** A cell: text, a number, or a number in the style of that index (1: a day, 2: a day with a time, 3: an own format). */
export type TestCell = string | number | { readonly value: number; readonly style: number } | boolean

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;")

const cell = (value: TestCell, column: number, row: number): string => {
  const at = `${String.fromCharCode(65 + column)}${row}`
  if (typeof value === "string") return `<c r="${at}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`
  if (typeof value === "boolean") return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`
  return `<c r="${at}" s="${value.style}"><v>${value.value}</v></c>`
}

const sheetXml = (rows: readonly (readonly TestCell[])[]): string =>
  `<worksheet><sheetData>${rows
    .map((cells, index) => `<row r="${index + 1}">${cells.map((one, at) => cell(one, at, index + 1)).join("")}</row>`)
    .join("")}</sheetData></worksheet>`

const styles =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-419]d mmmm yyyy;@"/></numFmts><cellXfs>' +
  '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs></styleSheet>'

/** An XLSX workbook as spreadsheet programs write them, with only what they must have. */
export const testWorkbook = (sheets: Readonly<Record<string, readonly (readonly TestCell[])[]>>): Uint8Array => {
  const names = Object.keys(sheets)
  const files: Record<string, string> = {
    "xl/workbook.xml": `<workbook><sheets>${names
      .map((name, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names
      .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join("")}</Relationships>`,
    "xl/styles.xml": styles,
  }
  for (const [index, name] of names.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheets[name] ?? [])
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

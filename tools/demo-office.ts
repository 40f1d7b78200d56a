import { strToU8 } from "fflate"

type Parts = Record<string, Uint8Array>
const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`)
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

const relations = (entries: readonly (readonly [id: string, kind: string, target: string])[]): Uint8Array =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
      .map(
        ([id, kind, target]) =>
          `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`,
      )
      .join("")}</Relationships>`,
  )

const contentTypes = (overrides: readonly (readonly [part: string, type: string])[]): Uint8Array =>
  xml(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
      .map(
        ([part, type]) =>
          `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
      )
      .join("")}</Types>`,
  )

/** The least DOCX that word processors open: one paragraph each. */
export const documentParts = (paragraphs: readonly string[]): Parts => ({
  "[Content_Types].xml": contentTypes([["/word/document.xml", "wordprocessingml.document.main"]]),
  "_rels/.rels": relations([["rId1", "officeDocument", "word/document.xml"]]),
  "word/_rels/document.xml.rels": relations([]),
  "word/document.xml": xml(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs
      .map((text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`)
      .join("")}</w:body></w:document>`,
  ),
})

const cell = (text: string, row: number, column: number): string =>
  `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`

/** The least XLSX that spreadsheets open: one sheet of text. */
export const sheetParts = (rows: readonly (readonly string[])[]): Parts => ({
  "[Content_Types].xml": contentTypes([
    ["/xl/workbook.xml", "spreadsheetml.sheet.main"],
    ["/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"],
  ]),
  "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]),
  "xl/_rels/workbook.xml.rels": relations([["rId1", "worksheet", "worksheets/sheet1.xml"]]),
  "xl/workbook.xml": xml(
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Опись" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  "xl/worksheets/sheet1.xml": xml(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
      .map((row, at) => `<row r="${at + 1}">${row.map((text, column) => cell(text, at, column)).join("")}</row>`)
      .join("")}</sheetData></worksheet>`,
  ),
})

/** Office files as their programs write them, made from parts. Stored, not deflated, so that a control can be searched. */
import { crc32, deflateSync } from "node:zlib"
import { zipSync } from "fflate"

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 0): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? encode(part) : part]),
    ),
    { level },
  )

const types = `${declared}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`
const office = "http://schemas.openxmlformats.org"
export const spaces = {
  w: `xmlns:w="${office}/wordprocessingml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships" xmlns:a="${office}/drawingml/2006/main" xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing" xmlns:pic="${office}/drawingml/2006/picture"`,
  x: `xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"`,
  p: `xmlns:p="${office}/presentationml/2006/main" xmlns:a="${office}/drawingml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"`,
}

export interface Related {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly external?: boolean
}

export const relations = (list: readonly Related[]): string =>
  `${declared}<Relationships xmlns="${office}/package/2006/relationships">${list
    .map(
      ({ id, type, target, external }) =>
        `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"${external === true ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`

type Parts = Readonly<Record<string, string | Uint8Array>>

/** A Word document of `body`, with further parts. */
export const docxOf = (body: string, more: Parts = {}, level: 0 | 6 = 0): Uint8Array =>
  zipOf(
    {
      "[Content_Types].xml": types,
      "word/document.xml": `${declared}<w:document ${spaces.w}><w:body>${body}</w:body></w:document>`,
      ...more,
    },
    level,
  )

export const wordParagraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((text) => (text.startsWith("<") ? text : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`)).join("")}</w:p>`

export const coreProperties = (name: string): string =>
  `${declared}<cp:coreProperties xmlns:cp="${office}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${name}</dc:creator></cp:coreProperties>`

export interface SheetPart {
  readonly name: string
  readonly state?: "hidden" | "veryHidden"
  /** What stands inside `<worksheet>`. */
  readonly inside: string
}

export const xlsxOf = (sheets: readonly SheetPart[], more: Parts = {}): Uint8Array =>
  zipOf({
    "[Content_Types].xml": types,
    "xl/workbook.xml": `${declared}<workbook ${spaces.x}><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="r${at + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      sheets.map((_, at) => ({ id: `r${at + 1}`, type: "worksheet", target: `worksheets/sheet${at + 1}.xml` })),
    ),
    ...Object.fromEntries(
      sheets.map(({ inside }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${declared}<worksheet ${spaces.x}>${inside}</worksheet>`,
      ]),
    ),
    ...more,
  })

export const cell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

export interface SlidePart {
  /** What stands inside the shape tree. */
  readonly inside: string
  readonly notes?: string
  readonly skipped?: boolean
  readonly related?: readonly Related[]
}

export const textShape = (text: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="TextBox 1"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`

export const pptxOf = (slides: readonly SlidePart[], more: Parts = {}): Uint8Array => {
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": types,
    "ppt/presentation.xml": `${declared}<p:presentation ${spaces.p}><p:sldIdLst>${slides
      .map((_, at) => `<p:sldId id="${256 + at}" r:id="r${at + 1}"/>`)
      .join("")}</p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relations(
      slides.map((_, at) => ({ id: `r${at + 1}`, type: "slide", target: `slides/slide${at + 1}.xml` })),
    ),
  }
  slides.forEach(({ inside, notes, skipped, related = [] }, at) => {
    const show = skipped === true ? ' show="0"' : ""
    parts[`ppt/slides/slide${at + 1}.xml`] =
      `${declared}<p:sld ${spaces.p}${show}><p:cSld><p:spTree>${inside}</p:spTree></p:cSld></p:sld>`
    const own: Related[] =
      notes === undefined ? [] : [{ id: "n1", type: "notesSlide", target: `../notesSlides/notesSlide${at + 1}.xml` }]
    parts[`ppt/slides/_rels/slide${at + 1}.xml.rels`] = relations([...related, ...own])
    if (notes !== undefined)
      parts[`ppt/notesSlides/notesSlide${at + 1}.xml`] =
        `${declared}<p:notes ${spaces.p}><p:cSld><p:spTree>${textShape(notes)}</p:spTree></p:cSld></p:notes>`
  })
  return zipOf({ ...parts, ...more })
}

/** A message from lines; the lines end as mail's do. */
export const mailOf = (lines: readonly string[]): Uint8Array => encode(lines.join("\r\n"))

/** A capture of one page. */
export const warcOf = (address: string, html: string, more = ""): Uint8Array => {
  const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${address}\r\n${more}Content-Type: application/http;msgtype=response\r\nContent-Length: ${encode(answer).length}\r\n\r\n`
  return encode(`${head}${answer}\r\n\r\n`)
}

const pngChunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A grey picture of `samples`, as a PNG. */
export const greyPng = (width: number, height: number, grey: (x: number, y: number) => number): Uint8Array => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = grey(x, y)
  const chunks = [pngChunk("IHDR", head), pngChunk("IDAT", deflateSync(rows)), pngChunk("IEND", new Uint8Array())]
  return new Uint8Array(Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...chunks]))
}

/** A picture of 8 by 8 pixels, all of one grey. */
export const smallPicture = (): Uint8Array => greyPng(8, 8, () => 120)

/** `zip` whose directory says that its first entry unpacks to `sizeBytes`. */
export const swollen = (zip: Uint8Array, sizeBytes: number): Uint8Array => {
  const bytes = Buffer.from(zip)
  bytes.writeUInt32LE(sizeBytes, bytes.indexOf("PK\u0001\u0002", "latin1") + 24)
  return new Uint8Array(bytes)
}

import { fileURLToPath } from "node:url"
import { strToU8, zipSync } from "fflate"
import type { OpenDocument, ParserContext } from "../../../main/reading/operation.ts"
import { binariesFrom } from "../../../main/workers/parser/binaries.ts"

const path = (relative: string): string => fileURLToPath(new URL(`../../../${relative}`, import.meta.url))

/** What operations get inside a parser, here in the test's own process. */
export const context: ParserContext = {
  binary: binariesFrom({ packages: path("node_modules"), assets: path("assets") }),
}

export const demoFile = (name: string): string => path(`demo/files/${name}`)

export const openDocument = (mediaType: string, bytes: Uint8Array | string): OpenDocument => ({
  key: "test",
  mediaType,
  bytes: typeof bytes === "string" ? strToU8(bytes) : bytes,
  kept: new Map(),
})

/** A PDF without a cross-reference table, as careless programs write it: every reader repairs it. */
export const pdf = (pages: readonly { box?: string; content?: string; extra?: string }[]): Uint8Array => {
  const numbers = pages.map((_, index) => 4 + index * 2)
  const objects = pages.flatMap(({ box = "0 0 300 200", content = "", extra = "" }, index) => [
    `${4 + index * 2} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + index * 2} 0 R${extra}>>endobj`,
    `${5 + index * 2} 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
  ])
  return strToU8(
    [
      "%PDF-1.4",
      "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
      `2 0 obj<</Type/Pages/Kids[${numbers.map((number) => `${number} 0 R`).join(" ")}]/Count ${pages.length}>>endobj`,
      "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
      ...objects,
      "trailer<</Root 1 0 R>>",
    ].join("\n"),
  )
}

/** A PNG's first bytes: size without a single pixel. */
export const pngHeader = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  bytes.set([8, 2, 0, 0, 0], 24)
  return bytes
}

export const zip = (entries: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])))

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
/** A Word document around the given body, with other parts beside it. */
export const docx = (body: string, others: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document ${w}><w:body>${body}</w:body></w:document>`,
    ...others,
  })

export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** What a PDF holds that is a file itself: attachments, earlier versions, what follows its end, pictures with extras. */
import type { PDFDocument, PDFObject } from "mupdf"
import { withMuPdfFaults } from "../../reading/mupdf.ts"
import type { OpenDocument, ParserContext } from "../../reading/operation.ts"
import { everyObject, openAllLayers } from "../judges/mupdf.ts"
import { type CarvedFile, carveBase64, hasExtras } from "./carve.ts"

const endMark = "%%EOF"

const endsOf = (bytes: Uint8Array): number[] => {
  const text = new TextDecoder("latin1").decode(bytes)
  const ends: number[] = []
  for (let at = text.indexOf(endMark); at !== -1; at = text.indexOf(endMark, at + 1)) ends.push(at + endMark.length)
  return ends
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= 32)

/** The file as it was saved before, once for each save that was added to it. */
const versions = (bytes: Uint8Array): CarvedFile[] => {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024))
  // A file made for the web has a first mark that ends no version.
  const ends = endsOf(bytes).slice(/\/Linearized\b/u.test(head) ? 1 : 0)
  return ends.slice(0, -1).map((end) => ({ name: "version.pdf", bytes: bytes.subarray(0, end) }))
}

const trailing = (bytes: Uint8Array): CarvedFile[] => {
  const last = endsOf(bytes).at(-1)
  if (last === undefined) return []
  const rest = bytes.subarray(last)
  return isBlank(rest) ? [] : [{ name: "trailing", bytes: rest.subarray(rest.findIndex((byte) => byte > 32)) }]
}

const isEmbedded = (object: PDFObject): boolean =>
  object.isStream() && object.get("Type").toString() === "/EmbeddedFile"

const nameIn = (object: PDFObject): string => {
  const name = ["UF", "F"].map((key) => object.get(key)).find((value) => value.isString())
  return name === undefined ? "attachment" : name.asString()
}

const attachments = (pdf: PDFDocument): CarvedFile[] => {
  const found = new Map<number, CarvedFile>()
  const add = (stream: PDFObject, number: number, name: string): void => {
    found.set(number, { name, bytes: stream.readStream().asUint8Array().slice() })
  }
  for (const { number, object } of everyObject(pdf)) {
    if (isEmbedded(object) && !found.has(number)) add(object, number, "attachment")
    if (object.isStream()) continue
    const files = object.get("EF")
    files.forEach((file) => {
      if (file.isIndirect() && file.isStream()) add(file, file.asIndirect(), nameIn(object))
    })
  }
  return [...found.values()]
}

/** Pictures that carry a thumbnail or more behind their end; and those that stand in metadata as base64. */
const pictures = (pdf: PDFDocument): CarvedFile[] => {
  const found: CarvedFile[] = []
  for (const { object } of everyObject(pdf)) {
    if (!object.isStream()) continue
    if (object.get("Filter").toString() === "/DCTDecode") {
      const bytes = object.readRawStream().asUint8Array().slice()
      if (hasExtras(bytes)) found.push({ name: "picture.jpg", bytes })
    }
    if (object.get("Type").toString() === "/Metadata")
      found.push(...carveBase64(new TextDecoder("utf-8").decode(object.readStream().asUint8Array())))
  }
  return found
}

export const unpackPdf = async (document: OpenDocument, context: ParserContext): Promise<CarvedFile[]> => {
  const { pdf } = await openAllLayers(document, context)
  const inside = withMuPdfFaults(() => [...attachments(pdf), ...pictures(pdf)])
  return [...inside, ...versions(document.bytes), ...trailing(document.bytes)]
}

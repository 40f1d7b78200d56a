/** pdf.js's view: text, and the lists of what a redacted copy must not carry. */
import type { PDFDocumentProxy } from "pdfjs-dist"
import { keepWith, type OpenDocument } from "../../reading/operation.ts"
import { fold } from "../../search/names/fold.ts"
import { indexNeedles, matchesIn } from "../match.ts"
import { layerLanguages, neutralId, xmpPacket } from "../pdf-a.ts"
import type { JudgeInput, Verdict } from "./verdict.ts"

const load = async (): Promise<typeof import("pdfjs-dist")> => {
  // Subtle: with its worker on this global pdf.js starts no worker and fetches no script.
  // @ts-expect-error The package ships no types for its worker.
  const worker: unknown = await import("pdfjs-dist/legacy/build/pdf.worker.mjs")
  Object.assign(globalThis, { pdfjsWorker: worker })
  return await import("pdfjs-dist/legacy/build/pdf.mjs")
}

let loading: Promise<typeof import("pdfjs-dist")> | undefined

const open = (document: OpenDocument): Promise<PDFDocumentProxy> =>
  keepWith(document, "pdfjs", async () => {
    const pdfjs = await (loading ??= load())
    const task = pdfjs.getDocument({
      // Subtle: pdf.js takes the whole buffer away from its owner, and a Buffer's may be shared.
      data: new Uint8Array(document.bytes),
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    })
    return { value: await task.promise, close: () => void task.destroy() }
  })

const nameOf = async (): Promise<string> => `pdf.js ${(await (loading ??= load())).version}`

export const judgePdfjsText = async (input: JudgeInput & { readonly document: OpenDocument }): Promise<Verdict> => {
  const opened = await open(input.document)
  const index = indexNeedles(input.needles)
  let looked = 0
  let hits = 0
  const pages: number[] = []
  for (let number = 1; number <= opened.numPages; number += 1) {
    const page = await opened.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: false })
    let text = ""
    for (const item of content.items) if ("str" in item) text += item.hasEOL ? `${item.str}\n` : item.str
    page.cleanup()
    looked += text.length
    const found = matchesIn(fold(text), index).length
    hits += found
    if (found > 0) pages.push(number)
  }
  return { by: await nameOf(), looked, hits, pages }
}

const countOf = (value: unknown): number => {
  if (value === null || value === undefined) return 0
  if (Array.isArray(value)) return value.length
  if (value instanceof Map) return value.size
  return typeof value === "object" ? Object.keys(value).length : 1
}

/** What pdf.js itself states about every file; anything else in `info` is the author's. */
const ownFacts = new Set([
  "PDFFormatVersion",
  "Language",
  "EncryptFilterName",
  "IsLinearized",
  "IsAcroFormPresent",
  "IsXFAPresent",
  "IsCollectionPresent",
  "IsSignaturesPresent",
])

/** The packet as pdf.js reads it: without the mark of its byte order. */
const neutralMetadata = xmpPacket

const isOurLanguage = (language: unknown): boolean =>
  language === null || language === undefined || layerLanguages.some((one) => one === language)

const marks = (info: unknown): [unknown, unknown][] =>
  info instanceof Map ? [...(info as Map<unknown, unknown>)] : Object.entries(info as Record<string, unknown>)

const isMarkedOnly = (info: unknown): boolean =>
  info === null || (countOf(info) <= 3 && marks(info).every(([key, value]) => value === (key === "Marked")))

const extrasOf = async (opened: PDFDocumentProxy): Promise<number[]> => {
  const { info, metadata } = await opened.getMetadata()
  const facts = info as Record<string, unknown>
  const stated = Object.entries(facts).filter(([key, value]) => !ownFacts.has(key) && value !== null && value !== "")
  const present = Object.entries(facts).filter(([key, value]) => key.startsWith("Is") && value === true)
  return [
    stated.length,
    present.filter(([key]) => key !== "IsLinearized").length,
    // pdf.js gives null for none, whatever its types say.
    (metadata as unknown) === null || metadata.getRaw() === neutralMetadata ? 0 : 1,
    isOurLanguage(facts["Language"]) ? 0 : 1,
  ]
}

/** Metadata and document ID other than every copy's, open action and scripts: a redacted copy has none. */
export const judgeMetadata = async ({ document }: { readonly document: OpenDocument }): Promise<Verdict> => {
  const opened = await open(document)
  const trailer = new TextDecoder("latin1").decode(document.bytes.slice(-2048)).replace(`/ID ${neutralId}`, "")
  const identifiers = /\/ID\s*\[/u.test(trailer) ? 1 : 0
  const counts = [
    ...(await extrasOf(opened)),
    identifiers,
    countOf(await opened.getOpenAction()),
    countOf(await opened.getJSActions()),
    isMarkedOnly(await opened.getMarkInfo()) ? 0 : 1,
  ]
  return { by: await nameOf(), looked: counts.length, hits: counts.reduce((sum, count) => sum + count, 0), pages: [] }
}

/** Attachments, annotations, outlines, forms, layers, destinations and labels: a redacted copy has none. */
export const judgeAttachments = async ({ document }: { readonly document: OpenDocument }): Promise<Verdict> => {
  const opened = await open(document)
  const layers = await opened.getOptionalContentConfig()
  const counts = [
    countOf(await opened.getAttachments()),
    countOf(await opened.getOutline()),
    countOf(await opened.getFieldObjects()),
    countOf(await opened.getDestinations()),
    countOf(await opened.getPageLabels()),
    [...layers].length,
  ]
  const pages: number[] = []
  for (let number = 1; number <= opened.numPages; number += 1) {
    const annotations = await (await opened.getPage(number)).getAnnotations()
    counts.push(annotations.length)
    if (annotations.length > 0) pages.push(number)
  }
  return { by: await nameOf(), looked: counts.length, hits: counts.reduce((sum, count) => sum + count, 0), pages }
}

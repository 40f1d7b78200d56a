/** Opens what can be redacted, and reads a page twice. */
import type { Page } from "mupdf"
import { Fault } from "../../shared/faults.ts"
import { gifFrames } from "../reading/gif.ts"
import { type MuDocument, openPages } from "../reading/mupdf.ts"
import { keepWith, type OpenDocument, type ParserContext } from "../reading/operation.ts"
import type { PageLine } from "../reading/page-text.ts"
import { pageText } from "../reading/page-words.ts"
import { withPage } from "../reading/pages.ts"
import type { RedactionPageText } from "./page-text.ts"
import { isRendered } from "./print/kinds.ts"

const asTheyAre: ReadonlySet<string> = new Set([
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/tiff",
  "image/gif",
  "image/bmp",
  "image/heic",
  "image/webp",
])

/** Whether a kind of file leaves as pages of pixels: its own, or those that are made of it first (`print/`). */
export const leavesAsPages = (mediaType: string): boolean => asTheyAre.has(mediaType) || isRendered(mediaType)

const savedAnew = (pages: MuDocument): Uint8Array => {
  const pdf = pages.asPDF()
  if (pdf === null) throw new Fault("file-broken")
  return pdf.saveToBuffer("").asUint8Array().slice()
}

/**
 * The document with its cross-references whole.
 * Subtle: on a broken table MuPDF repairs late, and what was read before is not what is read after. Saving and opening
 * again first makes one file of it.
 * @throws Fault "cannot-redact-kind", "file-encrypted", "file-broken", "file-too-large"
 */
export const steady = async (document: OpenDocument, context: ParserContext): Promise<OpenDocument> => {
  if (!asTheyAre.has(document.mediaType)) throw new Fault("cannot-redact-kind", { mediaType: document.mediaType })
  const { pages } = await openPages(document, context)
  // Subtle: once saved anew the copy stays in use, whatever the first one says later.
  if (!document.kept.has("redaction-anew") && pages.asPDF()?.wasRepaired() !== true) return document
  return await keepWith(document, "redaction-anew", () => {
    const value: OpenDocument = { ...document, bytes: savedAnew(pages), kept: new Map() }
    const close = (): void => {
      for (const part of value.kept.values()) part.close()
    }
    return Promise.resolve({ value, close })
  })
}

/** Of a picture with several: only the one that programs show first, or all of them. */
export type PictureChoice = "first" | "all"

/** How many pages leave, and how many further pictures do not. An animation's later pictures are never pages. */
export const pageCountOf = (
  { mediaType, bytes }: OpenDocument,
  pages: MuDocument,
  pictures?: PictureChoice,
): { readonly count: number; readonly leftOut: number } => {
  const all = pages.countPages()
  if (mediaType === "image/gif") return { count: all, leftOut: gifFrames(bytes).length - 1 }
  const count = mediaType.startsWith("image/") && pictures === "first" ? 1 : all
  return { count, leftOut: all - count }
}

const keyOf = (line: PageLine): string =>
  `${Math.round(line.rect.x)} ${Math.round(line.rect.y)} ${line.words.map((word) => word.text).join(" ")}`

const hasExtras = (page: Page): boolean => {
  if (!("getAnnotations" in page)) return false
  const shown = page as import("mupdf").PDFPage
  return shown.getAnnotations().length > 0 || shown.getWidgets().length > 0
}

const readTwice = async (document: OpenDocument, page: number, context: ParserContext): Promise<RedactionPageText> => {
  const shown = await pageText({ document, page }, context)
  const glyphs = await pageText({ document, page, ignoreActualText: true }, context)
  const known = new Set(shown.lines.map(keyOf))
  const lines = [...shown.lines, ...glyphs.lines.filter((line) => !known.has(keyOf(line)))]
  const { pages } = await openPages(document, context)
  const extras = withPage(pages, page, hasExtras)
  return { ...shown, lines, hasPictures: extras || shown.images.length > 0 || lines.length === 0 }
}

const lastRead = "redaction-text"

/** Reads a page as its ActualText says and as its glyphs say: a name may stand in only one of them. */
export const readForRedaction = async (
  input: { readonly document: OpenDocument; readonly page: number },
  context: ParserContext,
): Promise<RedactionPageText> => {
  const document = await steady(input.document, context)
  const { page } = input
  // The page that is read is burned next: only the last one is kept.
  const last = document.kept.get(lastRead)?.value as { page: number; text: RedactionPageText } | undefined
  if (last?.page === page) return last.text
  const text = await readTwice(document, page, context)
  document.kept.set(lastRead, { value: { page, text }, close: () => undefined })
  return text
}

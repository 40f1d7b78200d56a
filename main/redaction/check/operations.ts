/** What the checker can do inside a parser process, beside the judges that prove our own copies. */
import { pageText } from "../../reading/page-words.ts"
import { openPages } from "../../reading/mupdf.ts"
import { metadata } from "../../reading/metadata.ts"
import { wholeText } from "../../reading/text.ts"
import type { OpenDocument, ParserContext } from "../../reading/operation.ts"
import { ocrPage, type OcrSet, readEveryWay } from "../../reading/ocr/index.ts"
import { indexNeedles } from "../match.ts"
import { judgeCarved } from "../judges/carved.ts"
import { judgeLooseContents } from "../judges/loose-contents.ts"
import { hitsOnPage, judgeMupdfText, mupdfName } from "../judges/mupdf.ts"
import { pdfiumName, renderSaved } from "../judges/pdfium.ts"
import { countPictures, judgePicture } from "../judges/pictures.ts"
import { hitsInText } from "../judges/search-text.ts"
import { judgeUnderBoxes } from "../judges/under-boxes.ts"
import type { JudgeInput, Verdict } from "../judges/verdict.ts"
import { judgeWritten } from "../judges/written.ts"
import { unpackFile } from "./unpack.ts"

export interface Judged extends JudgeInput {
  readonly document: OpenDocument
}

const tesseractName = "Tesseract 7.0.0"
const mostPixels = 12_000_000
const wantedDpi = 225

/** One page of a PDF, as PDFium draws it, read by the proof's models. */
const judgePagePixels = async (
  input: Judged & { readonly page: number; readonly width: number; readonly height: number },
  context: ParserContext,
): Promise<Verdict> => {
  const { document, page, width, height } = input
  const dpi = Math.min(wantedDpi, 72 * Math.sqrt(mostPixels / (width * height)))
  const raster = await renderSaved(document, page, dpi, context)
  const lines = await readEveryWay(raster, "proof", context)
  const hits = hitsOnPage({ width, height, lines, images: [] }, indexNeedles(input.needles))
  return { by: `${pdfiumName}, ${tesseractName}`, looked: 1, hits, pages: hits > 0 ? [page] : [] }
}

/** One page of a picture or of something that is laid out as pages, read by one set of models. */
const judgePageOcr = async (
  { document, needles, page, set }: Judged & { readonly page: number; readonly set: OcrSet },
  context: ParserContext,
): Promise<Verdict> => {
  const read = await ocrPage({ document, page, set }, context)
  const hits = hitsOnPage(read, indexNeedles(needles))
  return { by: `${mupdfName}, ${tesseractName}`, looked: 1, hits, pages: hits > 0 ? [page] : [] }
}

/** How many pages a file has, and whether they show more than pictures: then they are read by the finder's models too. */
const checkedPages = async (
  { document }: { readonly document: OpenDocument },
  context: ParserContext,
): Promise<{ pages: { width: number; height: number; drawn: boolean }[] }> => {
  const { pages } = await openPages(document, context)
  const sizes: { width: number; height: number; drawn: boolean }[] = []
  for (let page = 1; page <= pages.countPages(); page += 1) {
    const text = await pageText({ document, page }, context)
    const { width, height } = text
    const covered = text.images.reduce((sum, { rect }) => sum + rect.width * rect.height, 0)
    sizes.push({ width, height, drawn: covered < 0.9 * width * height })
  }
  return { pages: sizes }
}

const judgeFileText = async ({ document, needles }: Judged, context: ParserContext): Promise<Verdict> => {
  const { text } = await wholeText({ document }, context)
  return { by: mupdfName, looked: text.length, hits: hitsInText(text, indexNeedles(needles)), pages: [] }
}

const judgeFileFacts = async ({ document, needles }: Judged, context: ParserContext): Promise<Verdict> => {
  const { metadata: facts } = await metadata({ document }, context)
  const text = Object.entries(facts).flat().join("\n")
  return { by: "metadata", looked: text.length, hits: hitsInText(text, indexNeedles(needles)), pages: [] }
}

export const checkOperations = {
  unpackFile,
  checkedPages,
  countPictures,
  judgePicture,
  judgePagePixels,
  judgePageOcr,
  judgeMupdfText,
  judgeLooseContents,
  judgeUnderBoxes,
  judgeFileText,
  judgeFileFacts,
  judgeCarved: (input: Judged): Verdict => judgeCarved(input.document.bytes, input),
  judgeWritten: (input: Judged): Verdict => judgeWritten(input.document.bytes, input),
} as const

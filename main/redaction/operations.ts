/** What redaction can do inside a parser process: pure functions over bytes, merged into the parser's map of names. */
import { pageToPixels, type PageRect } from "../../shared/geometry.ts"
import type { OpenDocument, ParserContext } from "../reading/operation.ts"
import type { PageLine } from "../reading/page-text.ts"
import { readEveryWay } from "../reading/ocr/index.ts"
import { type BlockPrints, blockPrints } from "./blocks.ts"
import { invertBoxes } from "./burn.ts"
import { burnPage, drawOriginal, expectPage, previewPage, redactionPages } from "./burn-page.ts"
import { checkOperations } from "./check/operations.ts"
import { findCodes, judgeCodes, savedCodes } from "./codes/operations.ts"
import { findFaces, savedFaces } from "./faces/operations.ts"
import { judgePdfiumText, pdfiumName, renderSaved, savedImage } from "./judges/pdfium.ts"
import { judgeAttachments, judgeMetadata, judgePdfjsText } from "./judges/pdfjs.ts"
import { judgeQpdf } from "./judges/qpdf.ts"
import { judgeRawBytes } from "./judges/raw-bytes.ts"
import type { JudgeInput, Verdict } from "./judges/verdict.ts"
import { sketchMedia } from "./media/compare-media.ts"
import {
  judgeMediaBlack,
  judgeMediaBytes,
  judgeMediaSilence,
  judgeMediaStructure,
  judgeMediaTags,
} from "./media/judge-media.ts"
import { makeMedia } from "./media/make-media.ts"
import { readForRedaction } from "./source.ts"
import { drawStamp } from "./stamp.ts"

export interface JudgeDocument extends JudgeInput {
  readonly document: OpenDocument
}

/** What the proof's own OCR reads on a page of the saved file, as PDFium draws it. */
const readSaved = async (
  input: {
    readonly document: OpenDocument
    readonly page: number
    readonly dpi: number
    /** Where boxes are, in points of the written page: they are turned black on white, so that OCR is not put off. */
    readonly boxes: readonly PageRect[]
  },
  context: ParserContext,
): Promise<{ lines: PageLine[] }> => {
  const raster = await renderSaved(input.document, input.page, input.dpi, context)
  const boxes = input.boxes.map((rect) => pageToPixels(rect, input.dpi))
  invertBoxes(raster.samples, { ...raster, components: 1 }, boxes)
  return { lines: await readEveryWay(raster, "proof", context) }
}

/** Fingerprints of a saved page's image, as PDFium decodes it. */
const printSaved = async (
  input: { readonly document: OpenDocument; readonly page: number },
  context: ParserContext,
): Promise<{ by: string; prints: BlockPrints | undefined }> => {
  const decoded = await savedImage(input.document, input.page, context)
  return { by: pdfiumName, prints: decoded === undefined ? undefined : blockPrints(decoded) }
}

export const redactionOperations = {
  redactionPages,
  /** A page's words, read twice, and the images beneath. */
  redactionText: readForRedaction,
  burnPage,
  drawOriginal,
  previewPage,
  expectPage,
  drawStamp,
  findCodes,
  savedCodes,
  judgeCodes,
  findFaces,
  savedFaces,
  printSaved,
  readSaved,
  judgeRawBytes: (input: JudgeDocument): Verdict => judgeRawBytes(input.document.bytes, input),
  judgeQpdf: (input: JudgeDocument, context: ParserContext): Promise<Verdict> =>
    judgeQpdf(input.document.bytes, input, context),
  judgePdfiumText,
  judgePdfjsText,
  judgeMetadata,
  judgeAttachments,
  /** A recording as it leaves, and its judges. */
  makeMedia,
  judgeMediaStructure,
  judgeMediaBytes,
  judgeMediaTags,
  judgeMediaSilence,
  judgeMediaBlack,
  sketchMedia,
  ...checkOperations,
} as const

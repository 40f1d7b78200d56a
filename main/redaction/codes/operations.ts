/** Parser operations: the codes of a page, as the original shows it and as the saved file shows it. */
import { type PageRect, pageToPixels } from "../../../shared/geometry.ts"
import { openPages } from "../../reading/mupdf.ts"
import type { OpenDocument, ParserContext } from "../../reading/operation.ts"
import { isImage, sizeOf, withPage } from "../../reading/pages.ts"
import { whitenBoxes } from "../burn.ts"
import { fold } from "../../search/names/fold.ts"
import { renderSaved } from "../judges/pdfium.ts"
import type { JudgeInput, Verdict } from "../judges/verdict.ts"
import { indexNeedles, matchesIn } from "../match.ts"
import { pageCountOf, steady } from "../source.ts"
import { codeReaderName, type FoundCode, type GreyPage, readCodesIn } from "./read-codes.ts"

/** Bars of a third of a millimetre still have two pixels. */
const wantedDpi = 200
const maximumPixels = 12_000_000

const drawn = async (document: OpenDocument, page: number, context: ParserContext): Promise<GreyPage> => {
  const { mupdf, pages } = await openPages(document, context)
  return withPage(pages, page, (loaded) => {
    const { width, height } = sizeOf(loaded, isImage(document))
    const dpi = Math.min(wantedDpi, 72 * Math.sqrt(maximumPixels / (width * height)))
    const pixmap = loaded.toPixmap(mupdf.Matrix.scale(dpi / 72, dpi / 72), mupdf.ColorSpace.DeviceGray, false, true)
    try {
      const samples = Uint8Array.from(pixmap.getPixels())
      return { samples, width: pixmap.getWidth(), height: pixmap.getHeight(), dpi }
    } finally {
      pixmap.destroy()
    }
  })
}

/** The codes on a page (from 1) of the original. */
export const findCodes = async (
  input: { readonly document: OpenDocument; readonly page: number },
  context: ParserContext,
): Promise<{ codes: FoundCode[] }> => {
  const document = await steady(input.document, context)
  return { codes: await readCodesIn(await drawn(document, input.page, context), context) }
}

/** The codes that are left on a page (from 1) of the saved file, as PDFium draws it. */
export const savedCodes = async (
  input: {
    readonly document: OpenDocument
    readonly page: number
    readonly dpi: number
    /** Where boxes are, in points of the written page: a black rectangle looks like a spoiled code. Another judge sees
     *  that nothing is inside them. */
    readonly boxes: readonly PageRect[]
  },
  context: ParserContext,
): Promise<{ by: string; codes: FoundCode[] }> => {
  const raster = await renderSaved(input.document, input.page, input.dpi, context)
  const boxes = input.boxes.map((rect) => pageToPixels(rect, input.dpi))
  whitenBoxes(raster.samples, { ...raster, components: 1 }, boxes)
  const codes = await readCodesIn(raster, context)
  return { by: codeReaderName, codes }
}

/** For the checker: codes on any page that say a needle, and codes that say nothing to this reader but may to another. */
export const judgeCodes = async (
  { document, needles }: JudgeInput & { readonly document: OpenDocument },
  context: ParserContext,
): Promise<Verdict> => {
  const { pages } = await openPages(document, context)
  const index = indexNeedles(needles)
  const { count } = pageCountOf(document, pages)
  const found: number[] = []
  let hits = 0
  for (let page = 1; page <= count; page += 1) {
    const codes = await readCodesIn(await drawn(document, page, context), context)
    const bad = codes.filter(({ text }) => text === "" || matchesIn(fold(text), index, 1).length > 0).length
    hits += bad
    if (bad > 0) found.push(page)
  }
  return { by: codeReaderName, looked: count, hits, pages: found }
}

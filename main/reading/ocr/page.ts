import { openPages } from "../mupdf.ts"
import type { OpenDocument, ParserContext } from "../operation.ts"
import type { PageText } from "../page-text.ts"
import { isImage, sizeOf, withPage, type PageSize } from "../pages.ts"
import type { OcrSet } from "./tesseract.ts"
import { readEveryWay } from "./turned.ts"

/** Resolution at which each set reads; measured in docs/decisions/0003-parsers.md. */
export const ocrDpi: Readonly<Record<OcrSet, number>> = { finder: 170, proof: 225 }

/** A larger raster takes longer than its letters are worth; a photo's page may be metres wide. */
const maximumPixels = 12_000_000

const fitting = (size: PageSize, dpi: number): number =>
  Math.min(dpi, 72 * Math.sqrt(maximumPixels / (size.width * size.height)))

/** The words that OCR reads on one page (from 1), drawn as viewed in grey at `dpi` or the set's own. */
export const ocrPage = async (
  input: { readonly document: OpenDocument; readonly page: number; readonly set: OcrSet; readonly dpi?: number },
  context: ParserContext,
): Promise<PageText> => {
  const { mupdf, pages } = await openPages(input.document, context)
  const drawn = withPage(pages, input.page, (loaded) => {
    const size = sizeOf(loaded, isImage(input.document))
    const dpi = fitting(size, input.dpi ?? ocrDpi[input.set])
    const pixmap = loaded.toPixmap(mupdf.Matrix.scale(dpi / 72, dpi / 72), mupdf.ColorSpace.DeviceGray, false, true)
    try {
      const [width, height] = [pixmap.getWidth(), pixmap.getHeight()]
      return { size, raster: { samples: Uint8Array.from(pixmap.getPixels()), width, height, dpi } }
    } finally {
      pixmap.destroy()
    }
  })
  return { ...drawn.size, lines: await readEveryWay(drawn.raster, input.set, context), images: [] }
}

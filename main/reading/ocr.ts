import { pageRect, type PageRect } from "../../shared/geometry.ts"
import { openPages } from "./mupdf.ts"
import type { OpenDocument, ParserContext } from "./operation.ts"
import type { PageLine, PageText, PageWord } from "./page-text.ts"
import { isImage, sizeOf, withPage, type PageSize } from "./pages.ts"
import { recognise, type OcrSet } from "./tesseract.ts"

/** Resolution at which each set reads; measured in docs/decisions/0003-parsers.md. */
export const ocrDpi: Readonly<Record<OcrSet, number>> = { finder: 170, proof: 225 }

/** A larger raster takes longer than its letters are worth; a photo's page may be metres wide. */
const maximumPixels = 12_000_000

const fitting = (size: PageSize, dpi: number): number =>
  Math.min(dpi, 72 * Math.sqrt(maximumPixels / (size.width * size.height)))

const around = (rects: readonly PageRect[]): PageRect => {
  const left = Math.min(...rects.map((rect) => rect.x))
  const top = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return pageRect(left, top, right - left, bottom - top)
}

/** Rows of level 5 are words: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const wordLevel = "5"

/** Lines of words from Tesseract's table, in page points. */
export const linesOf = (table: string, dpi: number): PageLine[] => {
  const lines = new Map<string, PageWord[]>()
  for (const row of table.split("\n")) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text = ""] = row.split("\t")
    if (level !== wordLevel || text.trim() === "") continue
    const points = (pixels: string | undefined): number => (Number(pixels) * 72) / dpi
    const rect = pageRect(points(left), points(top), points(width), points(height))
    const word = { text: text.trim(), rect, confidence: Math.min(1, Math.max(0, Number(confidence) / 100)) }
    const key = [page, block, paragraph, line].join("/")
    lines.set(key, [...(lines.get(key) ?? []), word])
  }
  return [...lines.values()].map((words) => ({ rect: around(words.map(({ rect }) => rect)), words }))
}

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
  const table = await recognise(drawn.raster, input.set, context)
  return { ...drawn.size, lines: linesOf(table, drawn.raster.dpi), images: [] }
}

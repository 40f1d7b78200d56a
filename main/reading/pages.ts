import { Fault } from "../../shared/faults.ts"
import { limits } from "./limits.ts"
import { openPages, withMuPdfFaults, type MuDocument } from "./mupdf.ts"
import type { OpenDocument, ParserContext } from "./operation.ts"

/** Width and height in points, as viewed. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

export interface RenderedPage {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  /** The resolution that was used: lower than asked where the page would have too many pixels, or the image has no more. */
  readonly dpi: number
}

type MuPage = ReturnType<MuDocument["loadPage"]>

/** Runs `work` on page `page` (from 1) and frees it. @throws Fault bad-input, file-broken */
export const withPage = <T>(pages: MuDocument, page: number, work: (loaded: MuPage) => T): T =>
  withMuPdfFaults(() => {
    if (page < 1 || page > pages.countPages()) throw new Fault("bad-input", { page })
    const loaded = pages.loadPage(page - 1)
    try {
      return work(loaded)
    } finally {
      loaded.destroy()
    }
  })

/** @throws Fault file-too-large, file-broken */
export const sizeOf = (loaded: MuPage, isImage: boolean): PageSize => {
  const [left, top, right, bottom] = loaded.getBounds()
  const size = { width: right - left, height: bottom - top }
  if (!(size.width > 0 && size.height > 0 && Number.isFinite(size.width * size.height))) throw new Fault("file-broken")
  if (!isImage && Math.max(size.width, size.height) > limits.pagePoints) throw new Fault("file-too-large", size)
  return size
}

export const isImage = (document: OpenDocument): boolean => document.mediaType.startsWith("image/")

/** Sizes of all pages. */
export const pageSizes = async (
  { document }: { readonly document: OpenDocument },
  context: ParserContext,
): Promise<{ pages: PageSize[] }> => {
  const { pages } = await openPages(document, context)
  const count = withMuPdfFaults(() => pages.countPages())
  if (count > limits.pages) throw new Fault("file-too-large", { pages: count })
  const sizes: PageSize[] = []
  for (let page = 1; page <= count; page += 1)
    sizes.push(withPage(pages, page, (loaded) => sizeOf(loaded, isImage(document))))
  return { pages: sizes }
}

/** The dpi at which the page is drawn: as asked, but within the limit on pixels. */
export const usableDpi = (size: PageSize, dpi: number): number =>
  Math.min(dpi, 72 * Math.sqrt(limits.renderPixels / (size.width * size.height)))

/** One page (from 1) as a PNG, grey unless `colour`. */
export const renderPage = async (
  input: { readonly document: OpenDocument; readonly page: number; readonly dpi: number; readonly colour: boolean },
  context: ParserContext,
): Promise<RenderedPage> => {
  const { mupdf, pages } = await openPages(input.document, context)
  return withPage(pages, input.page, (loaded) => {
    const dpi = usableDpi(sizeOf(loaded, isImage(input.document)), input.dpi)
    const space = input.colour ? mupdf.ColorSpace.DeviceRGB : mupdf.ColorSpace.DeviceGray
    const pixmap = loaded.toPixmap(mupdf.Matrix.scale(dpi / 72, dpi / 72), space, false, true)
    try {
      // Subtle: a copy, because MuPDF answers with a window onto its own memory.
      return { png: pixmap.asPNG().slice(), width: pixmap.getWidth(), height: pixmap.getHeight(), dpi }
    } finally {
      pixmap.destroy()
    }
  })
}

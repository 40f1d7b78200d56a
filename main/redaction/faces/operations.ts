/** Parser operations: the faces of a page, as the original shows it and as the saved file shows it. */
import { openPages } from "../../reading/mupdf.ts"
import type { OpenDocument, ParserContext } from "../../reading/operation.ts"
import { isImage, sizeOf, withPage } from "../../reading/pages.ts"
import { renderSaved } from "../judges/pdfium.ts"
import { steady } from "../source.ts"
import { facesIn, type FoundFace, type Pixels } from "./detect.ts"
import { facesName } from "./face-api.ts"

/** What the network takes: drawn so small by the renderer, thin lines and little faces keep more than when it shrinks them itself. */
const longestSidePixels = 512
/** Low: a face too many costs a key, one too few a person. */
const leastProposed = 0.3
/** Higher, so that a face that was just too faint to propose does not come up after everything was decided. */
const leastLeft = 0.5

/** The faces on a page (from 1) of the original. @throws Fault "internal" where the network does not start */
export const findFaces = async (
  input: { readonly document: OpenDocument; readonly page: number },
  context: ParserContext,
): Promise<{ faces: FoundFace[] }> => {
  const document = await steady(input.document, context)
  const { mupdf, pages } = await openPages(document, context)
  const drawn = withPage(pages, input.page, (loaded) => {
    const size = sizeOf(loaded, isImage(document))
    const scale = longestSidePixels / Math.max(size.width, size.height)
    const pixmap = loaded.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true)
    try {
      const [width, height, stride] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getStride()]
      const view = pixmap.getPixels()
      const samples = new Uint8Array(width * height * 3)
      for (let y = 0; y < height; y += 1) samples.set(view.subarray(y * stride, y * stride + width * 3), y * width * 3)
      return { pixels: { width, height, samples }, page: { ...size, scale } }
    } finally {
      pixmap.destroy()
    }
  })
  return { faces: await facesIn(drawn.pixels, drawn.page, leastProposed, context) }
}

const coloured = ({ samples, width, height }: Pixels): Pixels => {
  const colours = new Uint8Array(samples.length * 3)
  for (let at = 0; at < samples.length; at += 1) colours.fill(samples[at] ?? 0, at * 3, at * 3 + 3)
  return { width, height, samples: colours }
}

/** The faces that are left on a page (from 1) of the saved file, as PDFium draws it in grey. `size`: its points. */
export const savedFaces = async (
  input: {
    readonly document: OpenDocument
    readonly page: number
    readonly size: { readonly width: number; readonly height: number }
  },
  context: ParserContext,
): Promise<{ by: string; faces: FoundFace[] }> => {
  const { width, height } = input.size
  const scale = longestSidePixels / Math.max(width, height)
  const raster = await renderSaved(input.document, input.page, scale * 72, context)
  return { by: facesName, faces: await facesIn(coloured(raster), { width, height, scale }, leastLeft, context) }
}

/** A line of text as pixels, to stand below a page: any script, no font in the file. */
import type { ParserContext } from "../reading/operation.ts"
import { loadMuPdf } from "../reading/mupdf.ts"
import { encodePixmap } from "./render.ts"
import type { PageStamp } from "./write-pdf.ts"

const pixelsPerPoint = 3
const sizePoints = 9
const heightPoints = 20

export const drawStamp = async ({ text }: { readonly text: string }, context: ParserContext): Promise<PageStamp> => {
  const mupdf = await loadMuPdf(context)
  const font = new mupdf.Font("Helvetica")
  let advance = 0
  for (const character of text) advance += font.advanceGlyph(font.encodeCharacter(character.codePointAt(0) ?? 0))
  const width = Math.ceil(advance * sizePoints) + 8
  const size = sizePoints * pixelsPerPoint
  const pixmap = new mupdf.Pixmap(
    mupdf.ColorSpace.DeviceGray,
    [0, 0, width * pixelsPerPoint, heightPoints * pixelsPerPoint],
    false,
  )
  pixmap.clear(255)
  const letters = new mupdf.Text()
  letters.showString(font, [size, 0, 0, -size, 4 * pixelsPerPoint, heightPoints * pixelsPerPoint * 0.65], text)
  const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap)
  device.fillText(letters, mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, [0], 1)
  device.close()
  const image = encodePixmap(pixmap, "levels")
  for (const used of [device, letters, pixmap, font]) used.destroy()
  return { text, image, width, height: heightPoints }
}

/** Pages to burned pixels, by MuPDF: as viewed, layers as shown, annotations shown. */
import type { Page, Pixmap } from "mupdf"
import type { PixelRect } from "../../shared/geometry.ts"
import { burnBoxes } from "./burn.ts"
import { chooseEncoding, type EncodedImage, type Encoding, encodeRaster, type Raster } from "./encode.ts"
import type { MuPdf } from "../reading/mupdf.ts"

/** A box in pixels and what is drawn inside it. */
export interface LabelledBox {
  readonly rect: PixelRect
  readonly label: string
}

/** Yellow on white is no darker than this in grey: the dots by which colour printers write their number on every page. */
const paperGrey = 216

/** What is nearly white is paper. Rounding to four greys does the same to pages of text. OCR reads before, since the pale
 *  edges of small letters help it. */
const clearPaper = (pixmap: Pixmap): void => {
  const pixels = pixmap.getPixels()
  for (let at = 0; at < pixels.length; at += 1) if ((pixels[at] ?? 0) >= paperGrey) pixels[at] = 255
}

/** The page on white. The caller destroys it. */
export const drawPage = (mupdf: MuPdf, page: Page, dpi: number, colour: boolean): Pixmap => {
  const space = colour ? mupdf.ColorSpace.DeviceRGB : mupdf.ColorSpace.DeviceGray
  return page.toPixmap(mupdf.Matrix.scale(dpi / 72, dpi / 72), space, false, true)
}

/** A copy of the pixels without row padding; a view of WASM memory would move under us. */
export const rasterOf = (pixmap: Pixmap): Raster => {
  const [width, height, components] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getNumberOfComponents()]
  if (components !== 1 && components !== 3) throw new Error(`unexpected components: ${components}`)
  const [pixels, stride] = [pixmap.getPixels(), pixmap.getStride()]
  const rowLength = width * components
  if (stride === rowLength) return { width, height, components, samples: pixels.slice(0, rowLength * height) }
  const samples = new Uint8ClampedArray(rowLength * height)
  for (let y = 0; y < height; y += 1) samples.set(pixels.subarray(y * stride, y * stride + rowLength), y * rowLength)
  return { width, height, components, samples }
}

const leastLabelPixels = 7
const labelShare = 0.62

/** White letters inside the box, as large as the box allows; none where they could not be read. */
const drawLabel = (mupdf: MuPdf, pixmap: Pixmap, { rect, label }: LabelledBox): void => {
  if (label === "") return
  const font = new mupdf.Font("Helvetica")
  let advance = 0
  for (const character of label) advance += font.advanceGlyph(font.encodeCharacter(character.codePointAt(0) ?? 0))
  const size = Math.floor(Math.min(rect.height * labelShare, 28, (rect.width - 4) / Math.max(advance, 0.01)))
  if (size >= leastLabelPixels) {
    const text = new mupdf.Text()
    const x = rect.x + (rect.width - advance * size) / 2
    const y = rect.y + rect.height / 2 + size * 0.35
    text.showString(font, [size, 0, 0, -size, x, y], label)
    const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap)
    const inside = new mupdf.Path()
    inside.rect(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)
    device.clipPath(inside, false, mupdf.Matrix.identity)
    device.fillText(text, mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, [1], 1)
    device.popClip()
    device.close()
    for (const used of [device, inside, text]) used.destroy()
  }
  font.destroy()
}

const areaOf = ({ width, height }: PixelRect): number => width * height

const sharedArea = (a: PixelRect, b: PixelRect): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

/** Two boxes share this much of the smaller one before they look like one, and their labels run into each other. */
const oneBoxShare = 0.3

/** Whose labels are drawn: where boxes lie over one another the largest speaks for all. */
export const labelled = (boxes: readonly LabelledBox[]): LabelledBox[] => {
  const shown: LabelledBox[] = []
  const named = boxes.filter(({ label }) => label !== "").sort((a, b) => areaOf(b.rect) - areaOf(a.rect))
  for (const box of named)
    if (!shown.some(({ rect }) => sharedArea(rect, box.rect) >= oneBoxShare * areaOf(box.rect))) shown.push(box)
  return shown
}

/** Burns the boxes into the pixmap's own memory, then writes the labels inside them. */
export const burnInto = (mupdf: MuPdf, pixmap: Pixmap, boxes: readonly LabelledBox[]): void => {
  // Subtle: rows of this view may be padded, and the view is lost when WASM memory grows: take it and use it at once.
  const components = pixmap.getNumberOfComponents()
  const width = pixmap.getStride() / components
  const size = { width, height: pixmap.getHeight(), components }
  burnBoxes(
    pixmap.getPixels(),
    size,
    boxes.map((box) => box.rect),
  )
  for (const box of labelled(boxes)) drawLabel(mupdf, pixmap, box)
}

/** The pixmap as a PDF image; `encoding` where it must match another's. Its own pixels are not what they were afterwards. */
export const encodePixmap = (pixmap: Pixmap, encoding?: Encoding): EncodedImage => {
  const raster = rasterOf(pixmap)
  const chosen = encoding ?? chooseEncoding(raster)
  if (chosen === "photo" && raster.components === 1) clearPaper(pixmap)
  return encodeRaster(raster, chosen, (quality) => pixmap.asJPEG(quality).slice())
}

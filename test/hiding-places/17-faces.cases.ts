/**
 * Place 77: a face that lies on its side or on its head. The network that looks for faces knows upright ones, so the product
 * turns the picture. The faces are drawn by code and nobody's; the name beside them is what the checker finds in the control.
 */
import * as mupdf from "mupdf"
import { expect } from "vitest"
import { redactDocument } from "../../main/redaction/redact-document.ts"
import { drawFaces, featuresOf, type DrawnFace } from "../support/faces.ts"
import { type Grey, greyOfLines } from "../support/picture-files.ts"
import type { HidingCase } from "./hiding-case.ts"

const [width, height] = [640, 460]
/** At the scale of `greyOfLines`. */
const dpi = 150

/** Two lines of letters above a face, as a JPEG of `dpi`. */
const picture = (letters: Grey, face: DrawnFace): Uint8Array => {
  const { samples } = drawFaces(width, height, [face])
  for (let y = 0; y < letters.height; y += 1)
    for (let x = 0; x < Math.min(width, letters.width); x += 1)
      samples.fill(letters.samples[y * letters.width + x] ?? 255, (y * width + x) * 3, (y * width + x) * 3 + 3)
  const pixmap = new mupdf.Image(Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), samples])).toPixmap()
  pixmap.setResolution(dpi, dpi)
  return pixmap.asJPEG(90).slice()
}

/** The darkest and the lightest point between brow and mouth, on the copy. */
const isBlack = ({ bytes }: { readonly bytes: Uint8Array }, face: DrawnFace): boolean => {
  const page = mupdf.Document.openDocument(bytes, "application/pdf").loadPage(0)
  const [, , right] = page.getBounds()
  const scale = width / right
  const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false, true)
  const [stride, pixels] = [pixmap.getStride(), pixmap.getPixels()]
  const { x, y, width: across, height: down } = featuresOf(face)
  let light = 0
  for (let row = Math.ceil(y); row < y + down; row += 3)
    for (let at = Math.ceil(x); at < x + across; at += 3) if ((pixels[row * stride + at] ?? 255) > 16) light += 1
  // The label stands inside the box, in white.
  return light < 0.06 * (across / 3) * (down / 3)
}

export const cases: readonly HidingCase[] = (
  [
    ["on its side", 1],
    ["on its head", 2],
  ] as const
).map(([name, turn]): HidingCase => {
  const face: DrawnFace = { x: 420, y: 290, half: 150, turn }
  return {
    ...{ place: 77, name: `a face ${name}`, writer: "MuPDF", keeps: "Вечером" },
    make: async ({ written }) => ({
      name: "photo.jpg",
      bytes: picture(await greyOfLines(["Вечером пришла", written], dpi), face),
    }),
    redact: async ({ bytes }, _, { pool, needles, options }) => {
      const made = { bytes, mediaType: "image/jpeg", needles, options, boxes: "find", faces: "cover" } as const
      const { pdf, report } = await redactDocument(pool, { ...made, reviewed: false })
      expect(report.checks.find((check) => check.name === "faces")).toMatchObject({ looked: 1, hits: 0 })
      return { name: "annex-1.pdf", bytes: pdf }
    },
    also: (copy) => {
      expect(isBlack(copy, face)).toBe(true)
      return Promise.resolve()
    },
  }
})

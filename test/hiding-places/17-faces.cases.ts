/**
 * Place 77: a face that lies on its side. Software does not look for faces; a person draws the box. The drawing here is one
 * that nobody sat for; the name beside it, turned with it, is what the checker finds in the control.
 */
import * as mupdf from "mupdf"
import { expect } from "vitest"
import { pageRect } from "../../shared/geometry.ts"
import { redactDocument } from "../../main/redaction/redact-document.ts"
import type { HidingCase } from "./hiding-case.ts"
import { coded, stripOf } from "./strip.ts"

const [width, height] = [320, 170]
/** Where face and name are, from the page's top left. */
const covered = pageRect(150, 8, 160, 154)

/** Head, eyes and mouth, turned by `turn`. */
const face = (turn: string): string =>
  `q ${turn} 230 90 cm 0 G 2 w 30 0 m 30 40 -30 40 -30 0 c -30 -52 30 -52 30 0 c S 0 g -14 6 6 6 re f 8 6 6 6 re f -12 -18 24 3 re f Q`

const picture = (written: string, turn: string): Uint8Array => {
  const name = `q ${turn} 0 0 cm BT /F 14 Tf ${turn === "0 1 -1 0" ? "20 -300" : "-300 -150"} Td ${coded(written)} Tj ET Q`
  const pdf = stripOf({ size: [width, height], contents: `${face(turn)} ${name}` })
  const page = mupdf.Document.openDocument(pdf, "application/pdf").loadPage(0)
  const pixmap = page.toPixmap(mupdf.Matrix.scale(150 / 72, 150 / 72), mupdf.ColorSpace.DeviceRGB, false, true)
  pixmap.setResolution(150, 150)
  return pixmap.asJPEG(88).slice()
}

export const cases: readonly HidingCase[] = (
  [
    ["on its side", "0 1 -1 0"],
    ["on its head", "-1 0 0 -1"],
  ] as const
).map(
  ([name, turn]): HidingCase => ({
    ...{ place: 77, name: `a face ${name}, covered by hand`, writer: "MuPDF", keeps: "Вечером" },
    make: ({ written }) => ({ name: "photo.jpg", bytes: picture(written, turn) }),
    redact: async ({ bytes }, _, { pool, needles, options }) => {
      const boxes = [{ page: 1, rect: covered, label: "" }]
      const made = { bytes, mediaType: "image/jpeg", needles, options, boxes, reviewed: true }
      return { name: "annex-1.pdf", bytes: (await redactDocument(pool, made)).pdf }
    },
    also: ({ bytes }) => {
      const page = mupdf.Document.openDocument(bytes, "application/pdf").loadPage(0)
      const pixmap = page.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, false, true)
      const [stride, pixels] = [pixmap.getStride(), pixmap.getPixels()]
      for (let y = 12; y < height - 12; y += 4)
        for (let x = 156; x < 300; x += 4) expect([x, y, (pixels[y * stride + x] ?? 255) < 16]).toEqual([x, y, true])
      return Promise.resolve()
    },
  }),
)

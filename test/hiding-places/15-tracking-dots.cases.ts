/** Place 86: the yellow dots by which colour printers write their number and the time on every page. */
import * as mupdf from "mupdf"
import { expect } from "vitest"
import { makeStrip, scanOf } from "../support/redaction-files.ts"
import type { HidingCase } from "./hiding-case.ts"

const dotsAcross = 24
const dotsDown = 8
const apart = 5
const [left, bottom] = [250, 12]

/** Dots on white, and a patch of half tones beside them, so that the page leaves as a photograph. */
const operators = (): string => {
  let drawn = "1 1 0 rg\n"
  for (let column = 0; column < dotsAcross; column += 1)
    for (let row = 0; row < dotsDown; row += 1)
      if ((column * 7 + row * 3) % 4 < 2) drawn += `${left + column * apart} ${bottom + row * apart} 1 1 re f\n`
  for (let step = 0; step < 30; step += 1) drawn += `${0.3 + (step % 15) / 40} g ${20 + step * 13} 54 13 50 re f\n`
  return drawn
}

const inches = (bytes: Uint8Array, colour: boolean): mupdf.Pixmap =>
  mupdf.Document.openDocument(bytes, "application/pdf")
    .loadPage(0)
    .toPixmap(
      mupdf.Matrix.scale(150 / 72, 150 / 72),
      colour ? mupdf.ColorSpace.DeviceRGB : mupdf.ColorSpace.DeviceGray,
      false,
      true,
    )

/** Mean and deviation of one component over the patch where the dots stand. */
const statistics = (bytes: Uint8Array, height: number): { blue: number; deviation: number } => {
  const pixmap = inches(bytes, true)
  const scale = 150 / 72
  const values: number[] = []
  for (let y = (height - bottom - dotsDown * apart) * scale; y < (height - bottom) * scale; y += 1)
    for (let x = left * scale; x < (left + dotsAcross * apart) * scale; x += 1)
      values.push(pixmap.getPixels()[Math.floor(y) * pixmap.getStride() + Math.floor(x) * 3 + 2] ?? 0)
  const blue = values.reduce((sum, value) => sum + value, 0) / values.length
  return { blue, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - blue) ** 2, 0) / values.length) }
}

const heightOf = (bytes: Uint8Array): number => {
  const [, top, , end] = mupdf.Document.openDocument(bytes, "application/pdf").loadPage(0).getBounds()
  return end - top
}

const stripWithDots = (written: string): Promise<Uint8Array> =>
  makeStrip({ lines: ["Справка", `подписала ${written}`, "", "", "", ""], more: operators })

export const cases: readonly HidingCase[] = [
  {
    ...{ place: 86, name: "a colour scan", writer: "MuPDF", keeps: "Справка" },
    make: async ({ written }) => {
      const strip = await stripWithDots(written)
      return { name: "scan.pdf", bytes: scanOf(inches(strip, true).asPNG().slice()) }
    },
    // In colour the dots stay: whoever asks for it is told so.
    also: async (copy, { written }, { options }) => {
      if (options.colour) return
      const control = statistics(await stripWithDots(written), heightOf(await stripWithDots(written)))
      expect(control.deviation).toBeGreaterThan(20)
      const left = statistics(copy.bytes, heightOf(copy.bytes))
      expect([Math.round(left.blue), left.deviation < 0.5]).toEqual([255, true])
    },
  },
]

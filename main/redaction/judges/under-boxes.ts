/**
 * Text that stands under something dark and solid: drawn first, covered later, and still there for whoever copies it. Needs
 * no list of words: text that was covered was meant to be gone.
 */
import type { Image, Matrix, Path, Rect, Text } from "mupdf"
import { withMuPdfFaults } from "../../reading/mupdf.ts"
import type { OpenDocument, ParserContext } from "../../reading/operation.ts"
import { mupdfName, openAllLayers, type OpenForJudging } from "./mupdf.ts"
import type { Verdict } from "./verdict.ts"

interface Glyph {
  readonly x: number
  readonly y: number
  /** In points, as drawn. */
  readonly size: number
  readonly letter: string
  readonly order: number
}

interface Cover {
  readonly rect: Rect
  readonly order: number
}

const mostLuminance = 0.5
const leastAlpha = 0.9
/** Strokes and rules are dark too; a cover is as high as letters are. */
const leastSide = 4

const luminance = (colour: readonly number[]): number => {
  const [first = 0, second = 0, third = 0, fourth = 0] = colour
  if (colour.length === 1) return first
  if (colour.length === 3) return 0.299 * first + 0.587 * second + 0.114 * third
  if (colour.length === 4) return (1 - fourth) * (1 - (0.299 * first + 0.587 * second + 0.114 * third))
  return 1
}

const combined = (inner: Matrix, outer: Matrix): Matrix => [
  inner[0] * outer[0] + inner[1] * outer[2],
  inner[0] * outer[1] + inner[1] * outer[3],
  inner[2] * outer[0] + inner[3] * outer[2],
  inner[2] * outer[1] + inner[3] * outer[3],
  inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
  inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
]

const placed = (ctm: Matrix): Rect => {
  const [a, b, c, d, e, f] = ctm
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Straight sides along the axes, at most a handful: a rectangle, however it was drawn. */
const isRectangle = (path: Path, ctm: Matrix): boolean => {
  const points: [number, number][] = []
  let curves = 0
  const add = (x: number, y: number): void => {
    points.push([x * ctm[0] + y * ctm[2] + ctm[4], x * ctm[1] + y * ctm[3] + ctm[5]])
  }
  path.walk({
    moveTo: add,
    lineTo: add,
    curveTo: () => {
      curves += 1
    },
  })
  if (curves > 0 || points.length < 4 || points.length > 12) return false
  return points.every(([x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y]
    return Math.abs(x - nextX) < 0.5 || Math.abs(y - nextY) < 0.5
  })
}

/** One colour all over, and that a dark one. */
const isDarkPicture = (image: Image): boolean => {
  const pixmap = image.toPixmap()
  try {
    const [components, samples] = [pixmap.getNumberOfComponents(), pixmap.getPixels()]
    const first = samples.slice(0, components)
    if (image.getImageMask() || pixmap.getAlpha() !== 0) return false
    for (let at = 0; at < samples.length; at += components)
      for (let component = 0; component < components; component += 1)
        if (Math.abs((samples[at + component] ?? 0) - (first[component] ?? 0)) > 8) return false
    return luminance([...first].map((value) => value / 255)) < mostLuminance
  } finally {
    pixmap.destroy()
  }
}

const drawnOn = ({ mupdf, pdf }: OpenForJudging, number: number): { glyphs: Glyph[]; covers: Cover[] } => {
  const glyphs: Glyph[] = []
  const covers: Cover[] = []
  let order = 0
  const showText = (text: Text, ctm: Matrix): void => {
    order += 1
    text.walk({
      showGlyph: (font, trm, glyph, unicode) => {
        const [a, b, c, d, x, y] = combined(trm, ctm)
        const [half, third] = [font.advanceGlyph(glyph) / 2, 0.3]
        const letter = unicode > 0 ? String.fromCodePoint(unicode) : ""
        glyphs.push({ x: x + a * half + c * third, y: y + b * half + d * third, size: Math.hypot(c, d), letter, order })
      },
    })
  }
  const cover = (rect: Rect): void => {
    if (rect[2] - rect[0] >= leastSide && rect[3] - rect[1] >= leastSide) covers.push({ rect, order: ++order })
  }
  const fill = (path: Path, ctm: Matrix, colour: readonly number[], alpha: number): void => {
    if (alpha < leastAlpha || luminance(colour) >= mostLuminance || !isRectangle(path, ctm)) return
    cover(path.getBounds(plainStroke, ctm))
  }
  const plainStroke = new mupdf.StrokeState({ lineCap: "Butt", lineJoin: "Miter", lineWidth: 0, miterLimit: 10 })
  const device = new mupdf.Device({
    fillText: showText,
    strokeText: (text, _stroke, ctm) => showText(text, ctm),
    clipText: showText,
    ignoreText: showText,
    fillPath: (path, _evenOdd, ctm, _space, colour, alpha) => fill(path, ctm, colour, alpha),
    fillImage: (image, ctm, alpha) => {
      if (alpha >= leastAlpha && image.getMask() === null && isDarkPicture(image)) cover(placed(ctm))
    },
  })
  const page = pdf.loadPage(number)
  try {
    page.run(device, mupdf.Matrix.identity)
    device.close()
  } finally {
    page.destroy()
  }
  return { glyphs, covers }
}

const letter = /[\p{L}\p{N}]/u

/** Words, more or less: glyphs under one cover, one after another. A single letter may be a bullet. */
const hiddenRuns = (glyphs: readonly Glyph[], covers: readonly Cover[]): number => {
  let runs = 0
  let letters = 0
  for (const glyph of glyphs) {
    const under = covers.some(
      ({ rect: [left, top, right, bottom], order }) =>
        order > glyph.order && glyph.x > left && glyph.x < right && glyph.y > top && glyph.y < bottom,
    )
    // A glyph without a map is a letter all the same.
    const counts = under && (glyph.letter === "" || letter.test(glyph.letter))
    letters = counts ? letters + 1 : 0
    if (letters === 2) runs += 1
  }
  return runs
}

export const judgeUnderBoxes = async (
  { document }: { readonly document: OpenDocument },
  context: ParserContext,
): Promise<Verdict> => {
  const opened = await openAllLayers(document, context)
  const pages: number[] = []
  let [looked, hits] = [0, 0]
  withMuPdfFaults(() => {
    for (let number = 0; number < opened.pdf.countPages(); number += 1) {
      const { glyphs, covers } = drawnOn(opened, number)
      const found = hiddenRuns(glyphs, covers)
      looked += covers.length
      hits += found
      if (found > 0) pages.push(number + 1)
    }
  })
  return { by: mupdfName, looked, hits, pages }
}

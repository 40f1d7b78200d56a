/**
 * OCR of pages whose letters stand sideways or on their heads: a sheet that was scanned the wrong way round, a camera that
 * did not write how it was held. Tesseract reads such pages as noise and does not say so.
 *
 * What stands in lines that read well upright is wiped out. Where much is left, its busiest corner is read in three turns; a turn in which words
 * appear is then read whole. Pages that read well cost nothing more.
 */
import { pageRect, type PageRect } from "../../../shared/geometry.ts"
import { linesOf } from "./lines.ts"
import type { ParserContext } from "../operation.ts"
import type { PageLine, PageWord } from "../page-text.ts"
import { recognise, type OcrSet } from "./tesseract.ts"

/** Grey, one byte a pixel, no padding. */
export interface GreyRaster {
  readonly samples: Uint8Array
  readonly width: number
  readonly height: number
  readonly dpi: number
}

/** Quarter turns clockwise. */
type Turns = 1 | 2 | 3

const sureEnough = 0.75
const longWord = /\p{L}{3}/u
/** Edges, from light to dark or back, of a word of five letters at 150 dpi. */
const leastEdges = 600
/** Of three rows' greys together. */
const edge = 160
const cornerInches = 4.5

const readsWell = (word: PageWord): boolean => word.confidence >= sureEnough && longWord.test(word.text)

const mostTaller = 1.5

/** Words that stand upright: those that read well and, in a line of which half does, those that are no taller: "на", "12", a smudge. */
const uprightWords = ({ words }: PageLine): PageWord[] => {
  const good = words.filter(readsWell)
  if (2 * good.length < words.length) return good
  const tallest = mostTaller * Math.max(...good.map(({ rect }) => rect.height))
  return words.filter((word) => good.includes(word) || word.rect.height <= tallest)
}

const wiped = (raster: GreyRaster, lines: readonly PageLine[]): GreyRaster => {
  const samples = Uint8Array.from(raster.samples)
  const pixels = (points: number): number => (points * raster.dpi) / 72
  for (const word of lines.flatMap(uprightWords)) {
    const { x, y, width, height } = word.rect
    const [left, right] = [Math.max(0, Math.floor(pixels(x)) - 2), Math.ceil(pixels(x + width)) + 2]
    const [top, bottom] = [Math.max(0, Math.floor(pixels(y)) - 2), Math.ceil(pixels(y + height)) + 2]
    for (let row = top; row < Math.min(bottom, raster.height); row += 1)
      samples.fill(255, row * raster.width + left, row * raster.width + Math.min(right, raster.width))
  }
  return { ...raster, samples }
}

const cut = (raster: GreyRaster, left: number, top: number, side: number): GreyRaster => {
  const [width, height] = [Math.min(side, raster.width - left), Math.min(side, raster.height - top)]
  const samples = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * raster.width + left
    samples.set(raster.samples.subarray(from, from + width), y * width)
  }
  return { ...raster, samples, width, height }
}

/** Subtle: over three rows at once, in which a scanner's grain cancels out; else every poor scan would be read in three turns. */
const edgesIn = ({ samples, width, height }: GreyRaster): number => {
  let edges = 0
  const column = (at: number): number => (samples[at - width] ?? 0) + (samples[at] ?? 0) + (samples[at + width] ?? 0)
  for (let y = 1; y + 1 < height; y += 1) {
    let before = column(y * width)
    for (let at = y * width + 1; at < (y + 1) * width; at += 1) {
      const here = column(at)
      if (Math.abs(here - before) > edge) edges += 1
      before = here
    }
  }
  return edges
}

/** The corner with the most edges, of those that half overlap; undefined where little is left on the whole page. */
const busiestCorner = (raster: GreyRaster): GreyRaster | undefined => {
  const least = (leastEdges * raster.dpi) / 150
  if (edgesIn(raster) < least) return undefined
  const side = Math.round(cornerInches * raster.dpi)
  const step = Math.max(1, side >> 1)
  let best: { corner: GreyRaster; edges: number } | undefined
  for (let top = 0; top === 0 || top + step < raster.height; top += step)
    for (let left = 0; left === 0 || left + step < raster.width; left += step) {
      const corner = cut(raster, left, top, side)
      const edges = edgesIn(corner)
      if (best === undefined || edges > best.edges) best = { corner, edges }
    }
  return best?.corner
}

const turned = ({ samples, width, height, dpi }: GreyRaster, turns: Turns): GreyRaster => {
  const result = new Uint8Array(samples.length)
  const [wide, high] = turns === 2 ? [width, height] : [height, width]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const to =
        turns === 1
          ? x * wide + (height - 1 - y)
          : turns === 2
            ? (height - 1 - y) * wide + (width - 1 - x)
            : (width - 1 - x) * wide + y
      result[to] = samples[y * width + x] ?? 0
    }
  return { samples: result, width: wide, height: high, dpi }
}

/** A rectangle of the turned page, on the page as it was. Sizes are in points. */
const turnedBack = (rect: PageRect, turns: Turns, page: { width: number; height: number }): PageRect => {
  const { x, y, width, height } = rect
  if (turns === 1) return pageRect(y, page.height - x - width, height, width)
  if (turns === 2) return pageRect(page.width - x - width, page.height - y - height, width, height)
  return pageRect(page.width - y - height, x, height, width)
}

const readTurned = async (
  raster: GreyRaster,
  turns: Turns,
  set: OcrSet,
  context: ParserContext,
): Promise<PageLine[]> => {
  const table = await recognise(turned(raster, turns), set, context)
  const page = { width: (raster.width * 72) / raster.dpi, height: (raster.height * 72) / raster.dpi }
  const back = (rect: PageRect): PageRect => turnedBack(rect, turns, page)
  return linesOf(table, raster.dpi)
    .filter((line) => line.words.some(readsWell))
    .map((line) => ({
      rect: back(line.rect),
      words: line.words.map((word) => ({ ...word, rect: back(word.rect) })),
    }))
}

/** The lines of a raster, in page points: those that stand upright, then those that are turned. */
export const readEveryWay = async (raster: GreyRaster, set: OcrSet, context: ParserContext): Promise<PageLine[]> => {
  const upright = linesOf(await recognise(raster, set, context), raster.dpi)
  const rest = wiped(raster, upright)
  const corner = busiestCorner(rest)
  if (corner === undefined) return upright
  const lines = [...upright]
  for (const turns of [1, 2, 3] as const) {
    const probed = await readTurned(corner, turns, set, context)
    if (probed.length === 0) continue
    const whole = corner.samples.length === rest.samples.length
    lines.push(...(whole ? probed : await readTurned(rest, turns, set, context)))
  }
  return lines
}

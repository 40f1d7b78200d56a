/**
 * Boxes that do not measure the name (redaction, rule 3).
 *
 * For the words `[from, to]` of a hit on one line, at dpi d:
 *   1. class   width = ceil((to − from) / 24 pt) × 24 pt, from `from` on, so that all names of one class give one box
 *   2. grow    by 2 pixels on every side
 *   3. words   neighbours that the box cuts are taken whole
 *   4. grid    out to the 16-pixel blocks of the raster, and of the images beneath, where JPEG ringing still tells the name
 *   5. words   a neighbour that step 4 cut is taken whole, up to the gap after it: never a cascade down the line
 * Strict: the whole line, out to the edges of its column as the page's *other* lines show them.
 * Subtle: upright text keeps its height from the font, not from the letters; a descender would tell.
 */
import type { PageRect, PixelRect } from "../../shared/geometry.ts"
import { pageRect, pageToPixels } from "../../shared/geometry.ts"
import type { PageLine, PageText, SourceImage } from "../reading/page-text.ts"

export interface BoxRules {
  readonly rasterDpi: number
  readonly strict: boolean
}

const classWidthPoints = 24
const gridPixels = 16
const growPixels = 2
/** Room for rounding: a value this close to a grid line is on it. */
const epsilon = 1e-6

interface Span {
  readonly from: number
  readonly to: number
}

const overlaps = (a: Span, b: Span): boolean => a.from < b.to - epsilon && b.from < a.to - epsilon
const across = (rect: PageRect): Span => ({ from: rect.x, to: rect.x + rect.width })
const upright = (rect: PageRect): Span => ({ from: rect.y, to: rect.y + rect.height })

const outTo = (span: Span, step: number, origin = 0): Span => ({
  from: origin + Math.floor((span.from - origin) / step + epsilon) * step,
  to: origin + Math.ceil((span.to - origin) / step - epsilon) * step,
})

/** The span, and the words that it cuts taken whole, once. */
const withWords = (span: Span, words: readonly Span[]): Span => {
  const cut = words.filter((word) => overlaps(word, span))
  return {
    from: Math.min(span.from, ...cut.map((word) => word.from)),
    to: Math.max(span.to, ...cut.map((word) => word.to)),
  }
}

/** Ends the span before the nearest word outside `kept`, so that no letter is covered in part. */
const withinGaps = (span: Span, kept: Span, words: readonly Span[]): Span => {
  const before = words.filter((word) => word.to <= kept.from + epsilon).map((word) => word.to)
  const after = words.filter((word) => word.from >= kept.to - epsilon).map((word) => word.from)
  return { from: Math.max(span.from, ...before), to: Math.min(span.to, ...after) }
}

const columnOf = (page: PageText, line: PageLine): Span => {
  const own = across(line.rect)
  const others = page.lines.filter((other) => other !== line && overlaps(across(other.rect), own))
  const from = Math.min(...others.map((other) => other.rect.x))
  const to = Math.max(...others.map((other) => other.rect.x + other.rect.width))
  // A line that is alone, or longer than the rest, would show its own length: then out to the page's edge.
  const contained = others.length > 0 && from <= own.from + epsilon && to >= own.to - epsilon
  return contained ? { from, to } : { from: 0, to: page.width }
}

const beneath = (image: SourceImage, rect: PageRect): boolean =>
  overlaps(across(image.rect), across(rect)) && overlaps(upright(image.rect), upright(rect))

const blocksUnder = (span: Span, step: number, origin: number, askew: boolean): Span =>
  askew ? { from: span.from - step, to: span.to + step } : outTo(span, step, origin)

/** Grows `rect` over every image block that it touches, in every image beneath it. */
const overBlocks = (rect: PageRect, images: readonly SourceImage[]): PageRect => {
  let horizontal = across(rect)
  let vertical = upright(rect)
  for (const image of images) {
    if (!beneath(image, rect)) continue
    const wide = blocksUnder(across(rect), image.blockWidth, image.rect.x, image.askew === true)
    const high = blocksUnder(upright(rect), image.blockHeight, image.rect.y, image.askew === true)
    horizontal = { from: Math.min(horizontal.from, wide.from), to: Math.max(horizontal.to, wide.to) }
    vertical = { from: Math.min(vertical.from, high.from), to: Math.max(vertical.to, high.to) }
  }
  return pageRect(horizontal.from, vertical.from, horizontal.to - horizontal.from, vertical.to - vertical.from)
}

/** The part of `rect` on the page; undefined where nothing is. Negative and non-finite sizes are nothing. */
export const clipToPage = (rect: PageRect, width: number, height: number): PageRect | undefined => {
  const edges = [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height]
  if (!edges.every(Number.isFinite)) return undefined
  const [x, y] = [Math.max(0, rect.x), Math.max(0, rect.y)]
  const [right, bottom] = [Math.min(width, rect.x + rect.width), Math.min(height, rect.y + rect.height)]
  return right - x > epsilon && bottom - y > epsilon ? pageRect(x, y, right - x, bottom - y) : undefined
}

const verticalOf = (page: PageText, band: Span, rect: PageRect, rules: BoxRules): Span => {
  const pixel = 72 / rules.rasterDpi
  const grown = { from: band.from - growPixels * pixel, to: band.to + growPixels * pixel }
  // Vector text has no ringing, and a box over half of the next line's letters would spoil it.
  return page.images.some((image) => beneath(image, rect)) ? outTo(grown, gridPixels * pixel) : grown
}

const horizontalOf = (page: PageText, band: Span, rect: PageRect, rules: BoxRules): Span => {
  const pixel = 72 / rules.rasterDpi
  const margin = growPixels * pixel
  const words = page.lines
    .filter((line) => overlaps(upright(line.rect), band))
    .flatMap((line) => line.words)
    // Lines set tight overlap by their ascenders: only words whose middle is in the band stand beside the name.
    .filter((word) => {
      const middle = word.rect.y + word.rect.height / 2
      return middle > band.from && middle < band.to
    })
    .map((word) => across(word.rect))
  const classes = Math.max(1, Math.ceil(rect.width / classWidthPoints - epsilon))
  const sized = { from: rect.x - margin, to: rect.x + classes * classWidthPoints + margin }
  const whole = withWords(sized, words)
  const blocks = overBlocks(pageRect(whole.from, band.from, whole.to - whole.from, band.to - band.from), page.images)
  const onGrid = outTo(across(blocks), gridPixels * pixel)
  const stretched = withWords(onGrid, words)
  const kept = { from: Math.min(whole.from, stretched.from), to: Math.max(whole.to, stretched.to) }
  return withinGaps(stretched, kept, words)
}

/**
 * The box for `rect`, which stands on `lineIndex` of the page (or on no line: drawn by hand over a picture).
 * @returns undefined where nothing of it is on the page.
 */
export const boxFor = (
  page: PageText,
  rect: PageRect,
  lineIndex: number | undefined,
  rules: BoxRules,
): PageRect | undefined => {
  const line = lineIndex === undefined ? undefined : page.lines[lineIndex]
  const band = upright(line?.rect ?? rect)
  const horizontal = rules.strict && line !== undefined ? columnOf(page, line) : horizontalOf(page, band, rect, rules)
  const vertical = verticalOf(page, band, rect, rules)
  const box = pageRect(horizontal.from, vertical.from, horizontal.to - horizontal.from, vertical.to - vertical.from)
  return clipToPage(overBlocks(box, page.images), page.width, page.height)
}

/** Lines that a rectangle touches: their middle is inside its height, or its middle inside theirs. */
export const linesUnder = (page: PageText, rect: PageRect): number[] => {
  const found: number[] = []
  for (const [index, line] of page.lines.entries()) {
    if (!overlaps(across(line.rect), across(rect))) continue
    const lineMiddle = line.rect.y + line.rect.height / 2
    const rectMiddle = rect.y + rect.height / 2
    const inside = (value: number, span: Span): boolean => value >= span.from && value <= span.to
    if (inside(lineMiddle, upright(rect)) || inside(rectMiddle, upright(line.rect))) found.push(index)
  }
  return found
}

/**
 * The boxes for a rectangle drawn by hand: it never shrinks, words that it cuts are taken whole, images' blocks are
 * covered, and under `strict` each line that it touches goes out to its column's edges.
 */
export const boxesForDrawn = (page: PageText, rect: PageRect, rules: BoxRules): PageRect[] => {
  const own = clipToPage(rect, page.width, page.height)
  if (own === undefined) return []
  if (!rules.strict) return [boxFor(page, own, undefined, rules)].filter((box) => box !== undefined)
  const lines = linesUnder(page, own)
  const boxes = [boxFor(page, own, undefined, rules), ...lines.map((index) => boxFor(page, own, index, rules))]
  return boxes.filter((box) => box !== undefined)
}

/** What is burned: whole pixels, outwards, over whole blocks of the images beneath. */
export const boxInPixels = (
  page: Pick<PageText, "width" | "height" | "images">,
  rect: PageRect,
  dpi: number,
): PixelRect | undefined => {
  const own = clipToPage(rect, page.width, page.height)
  if (own === undefined) return undefined
  const covered = clipToPage(overBlocks(own, page.images), page.width, page.height)
  return covered === undefined ? undefined : pageToPixels(covered, dpi)
}

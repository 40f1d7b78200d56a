import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { pageRect, type PageRect } from "../../../shared/geometry.ts"
import { boxesForDrawn, boxFor, boxInPixels, clipToPage } from "../../../main/redaction/boxes.ts"
import type { SourceImage } from "../../../main/reading/page-text.ts"
import type { RedactionPageText } from "../../../main/redaction/page-text.ts"

const rules = { rasterDpi: 150, strict: false }
const strict = { rasterDpi: 150, strict: true }

interface Laid {
  readonly name: number
  readonly following?: readonly (readonly [from: number, width: number])[]
  readonly images?: readonly SourceImage[]
}

/** A line with a name of the given width at x = 100, between two full lines; `following` words stand where they stand. */
const pageWith = ({ name, following = [], images = [] }: Laid): { page: RedactionPageText; rect: PageRect } => {
  const word = (x: number, y: number, width: number) => ({ text: "x", rect: pageRect(x, y, width, 14), confidence: 1 })
  const rect = pageRect(100, 120, name, 14)
  const words = [
    word(50, 120, 40),
    { text: "Имя", rect, confidence: 1 },
    ...following.map(([x, width]) => word(x, 120, width)),
  ]
  const right = Math.max(...words.map((one) => one.rect.x + one.rect.width))
  const full = (y: number) => ({ rect: pageRect(50, y, 450, 14), words: [word(50, y, 450)] })
  const lines = [full(100), { rect: pageRect(50, 120, right - 50, 14), words }, full(140)]
  return { page: { width: 595, height: 842, lines, images, hasPictures: images.length > 0 }, rect }
}

const boxOf = (laid: Laid, by = rules): PageRect | undefined => {
  const { page, rect } = pageWith(laid)
  return boxFor(page, rect, 1, by)
}

const width = fc.double({ min: 8, max: 200, noNaN: true })

property.prop([width, width])("two names of one 24-point class have one box", (left, right) => {
  fc.pre(Math.ceil(left / 24) === Math.ceil(right / 24))
  expect(boxOf({ name: left })).toEqual(boxOf({ name: right }))
})

property.prop([width, width])("strict gives one box for any two names", (left, right) => {
  expect(boxOf({ name: left }, strict)).toEqual(boxOf({ name: right }, strict))
})

property.prop([width])("a strict box of a line that is longer than the rest goes out to the page's edges", (name) => {
  expect(boxOf({ name: 420 + name / 4 }, strict)?.width).toBe(595)
})

property.prop([width, fc.integer({ min: 1, max: 90 })])(
  "the name is always covered, and two pixels more",
  (name, gap) => {
    const box = boxOf({ name, following: [[100 + name + gap, 60]] })!
    const margin = (2 * 72) / 150
    expect(box.x).toBeLessThanOrEqual(100 - margin + 1e-9)
    expect(box.x + box.width).toBeGreaterThanOrEqual(100 + name + Math.min(gap, margin) - 1e-9)
    expect(box.y).toBeLessThanOrEqual(120 - margin + 1e-9)
    expect(box.y + box.height).toBeGreaterThanOrEqual(134 + margin - 1e-9)
  },
)

property.prop([width, fc.integer({ min: 3, max: 60 }), fc.integer({ min: 5, max: 80 })])(
  "a neighbouring word is covered whole or not at all",
  (name, gap, size) => {
    const start = 100 + name + gap
    const box = boxOf({ name, following: [[start, size]] })!
    const right = box.x + box.width
    expect(right <= start + 1e-9 || right >= start + size - 1e-9).toBe(true)
  },
)

test("lines above and below keep their letters", () => {
  const box = boxOf({ name: 40 })!
  expect(box.y).toBeGreaterThanOrEqual(114)
  expect(box.y + box.height).toBeLessThanOrEqual(140)
})

const scan: SourceImage = { rect: pageRect(3, 5, 500, 700), blockWidth: 3.84, blockHeight: 3.84 }

property.prop([width])("over a scan the box ends on the scan's own 16-pixel blocks", (name) => {
  const box = boxOf({ name, images: [scan] })!
  for (const edge of [box.x - 3, box.x + box.width - 3, box.y - 5, box.y + box.height - 5])
    expect(Math.abs(edge / 3.84 - Math.round(edge / 3.84))).toBeLessThan(1e-6)
})

test("over an image that stands askew the box grows by a whole block on each side", () => {
  const plain = boxOf({ name: 40 })!
  const askew = boxOf({ name: 40, images: [{ ...scan, blockWidth: 10, blockHeight: 10, askew: true }] })!
  expect(askew.x).toBeLessThanOrEqual(plain.x - 10 + 8)
  expect(askew.y).toBeLessThanOrEqual(plain.y - 10)
})

test("parts of a box off the page are cut away", () =>
  expect(clipToPage(pageRect(-10, 800, 50, 100), 595, 842)).toEqual(pageRect(0, 800, 40, 42)))

test("a box off the page, turned inside out or without a number is nothing", () => {
  for (const [x, y, wide, high] of [
    [700, 10, 50, 50],
    [-90, 10, 50, 50],
    [10, 10, -5, 20],
    [10, 10, 0, 20],
    [Number.NaN, 10, 5, 5],
    [0, 0, Number.POSITIVE_INFINITY, 5],
  ] as const)
    expect(clipToPage({ x, y, width: wide, height: high } as PageRect, 595, 842)).toBeUndefined()
})

test("burned pixels go outwards", () => {
  const { page } = pageWith({ name: 40 })
  expect(boxInPixels(page, pageRect(10.1, 10.1, 20, 20), 72)).toEqual({ x: 10, y: 10, width: 21, height: 21 })
})

property.prop([fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0, max: 700, noNaN: true }), width])(
  "a box drawn by hand never shrinks",
  (x, y, size) => {
    const { page } = pageWith({ name: 40 })
    const drawn = clipToPage(pageRect(x, y, size, size / 2), page.width, page.height)!
    const [box] = boxesForDrawn(page, drawn, rules)
    expect(box!.x).toBeLessThanOrEqual(drawn.x + 1e-6)
    expect(box!.x + box!.width).toBeGreaterThanOrEqual(Math.min(595, drawn.x + drawn.width) - 1e-6)
    expect(box!.y).toBeLessThanOrEqual(drawn.y + 1e-6)
    expect(box!.y + box!.height).toBeGreaterThanOrEqual(drawn.y + drawn.height - 1e-6)
  },
)

test("under strict a box drawn by hand covers each line that it touches out to its column", () => {
  const { page } = pageWith({ name: 40 })
  const boxes = boxesForDrawn(page, pageRect(200, 95, 20, 40), strict)
  expect(boxes.some((box) => box.x === 50 && box.width === 450 && box.y < 100)).toBe(true)
})

import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { pageRect, type PageRect } from "../../../shared/geometry.ts"
import { BoxArea, type BoxPoint } from "../../../shared/model/redaction.ts"
import { boxesOfArea, onDocument, pagesOfArea } from "../../../main/redaction/areas.ts"
import type { RedactionPageText } from "../../../main/redaction/page-text.ts"
import { placedBoxes } from "../../../main/redaction/placed-boxes.ts"
import { boundsOf, polygonRects } from "../../../main/redaction/polygon.ts"

const rules = { rasterDpi: 150, strict: false }
const line = (y: number) => {
  const rect = pageRect(50, y, 450, 14)
  return { rect, words: [{ text: "слово", rect: pageRect(50, y, 450, 14), confidence: 1 }] }
}
const text: RedactionPageText = {
  width: 595,
  height: 842,
  lines: [line(100), line(120)],
  images: [],
  hasPictures: false,
}
const boxes = (area: unknown) => boxesOfArea(text, BoxArea.parse(area), rules)
const covers = (rects: readonly PageRect[], x: number, y: number): boolean =>
  rects.some((one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height)

test("a line goes out to its column, a line of a scan from edge to edge", () => {
  const rect = pageRect(60, 103, 5, 5)
  const [box, ...more] = boxes({ kind: "line", page: 1, rect })
  expect([box?.rect.x, box?.rect.width, more]).toEqual([50, 450, []])
  const scan = boxesOfArea({ ...text, lines: [] }, { kind: "line", page: 1, rect }, rules)
  expect(scan.map((one) => [one.rect.x, one.rect.width])).toEqual([[0, 595]])
})

test("a page is covered whole, and everything but a rectangle leaves just that", () => {
  expect(boxes({ kind: "page", page: 1 })).toEqual([{ rect: pageRect(0, 0, 595, 842), points: [] }])
  const rects = boxes({ kind: "except", page: 1, rect: pageRect(100, 200, 50, 60) }).map((one) => one.rect)
  expect(rects).toHaveLength(4)
  for (const [x, y] of [
    [99, 230],
    [151, 230],
    [120, 199],
    [120, 261],
    [0, 0],
    [595, 842],
  ] as const)
    expect([x, y, covers(rects, x, y)]).toEqual([x, y, true])
  expect(covers(rects, 125, 230)).toBe(false)
})

test("a region is on its pages, to the last where no end is given", () => {
  const rect = pageRect(10, 10, 40, 40)
  const region = (fromPage: number, toPage: number | null) => BoxArea.parse({ kind: "region", rect, fromPage, toPage })
  expect(pagesOfArea(region(2, null), 4)).toEqual([2, 3, 4])
  expect(pagesOfArea(region(1, 2), 4)).toEqual([1, 2])
  expect([region(3, 2), region(2, 9), region(5, null)].map((one) => onDocument(one, 4))).toEqual([false, false, false])
})

test("nothing of an area off the page is a box", () => {
  expect(boxes({ kind: "area", page: 1, rect: pageRect(900, 10, 40, 40) })).toEqual([])
  expect(
    boxes({
      kind: "polygon",
      page: 1,
      points: [
        [900, 9],
        [950, 9],
        [920, 40],
      ],
    }),
  ).toEqual([])
})

const point = fc.tuple(fc.double({ min: 0, max: 590, noNaN: true }), fc.double({ min: 0, max: 840, noNaN: true }))

property.prop([
  fc.array(point, { minLength: 3, maxLength: 12 }),
  fc.integer({ min: 0, max: 11 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
])("a polygon's rectangles cover its corners and its edges, and stay near it", (points, index, share) => {
  const rects = polygonRects(points)
  const [ax, ay] = points[index % points.length] as BoxPoint
  const [bx, by] = points[(index + 1) % points.length] as BoxPoint
  // A hair inside: an edge on a cell's border belongs to either.
  const grown = rects.map(({ x, y, width, height }) => pageRect(x - 1e-6, y - 1e-6, width + 2e-6, height + 2e-6))
  expect(covers(grown, ax + (bx - ax) * share, ay + (by - ay) * share)).toBe(true)
  const bounds = boundsOf(points)
  for (const rect of rects) {
    expect(rect.x).toBeGreaterThanOrEqual(bounds.x - 1e-6)
    expect(rect.x + rect.width).toBeLessThanOrEqual(bounds.x + bounds.width + 8)
  }
})

property.prop([fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })])(
  "what is inside a polygon is covered, and its hollow is not",
  (across, down) => {
    // An L: the square of 200 without its upper right quarter.
    const corners: BoxPoint[] = [
      [100, 100],
      [200, 100],
      [200, 200],
      [300, 200],
      [300, 300],
      [100, 300],
    ]
    const [x, y] = [100 + 200 * across, 100 + 200 * down]
    const inside = x <= 200 || y >= 200
    const hollow = x > 208 && y < 192
    if (inside) expect(covers(polygonRects(corners), x, y)).toBe(true)
    if (hollow) expect(covers(polygonRects(corners), x, y)).toBe(false)
  },
)

test("a polygon's label stands in it once", () => {
  const points: BoxPoint[] = [
    [0, 0],
    [100, 20],
    [40, 90],
  ]
  const placed = placedBoxes(text, [{ rect: boundsOf(points), points, label: "FACE" }], { ...rules, strict: true })
  expect(placed.length).toBeGreaterThan(3)
  expect(placed.filter((one) => one.label !== "")).toHaveLength(1)
})

import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import {
  findInWords,
  quoteOfRange,
  rectBetween,
  rectsOfRange,
  type Word,
  wordAt,
} from "../../../renderer/features/viewer/selection.ts"

const word = (text: string, x: number, line: number): Word => ({ text, rect: [x, line * 20, 40, 14], line })
const words = [
  word("Копия", 0, 0),
  word("прото-", 50, 0),
  word("кола", 0, 1),
  word("вручена", 50, 1),
  word("Сейтқали", 100, 1),
]

test("a point inside a word finds that word", () => {
  expect(wordAt(words, { x: 60, y: 25 })).toBe(3)
})

test("a drag past the end of a line stays on that line", () => {
  expect(wordAt(words, { x: 400, y: 5 })).toBe(1)
})

test("a page without words has none to choose", () => {
  expect(wordAt([], { x: 1, y: 1 })).toBe(-1)
})

test("a passage is one rectangle per line, the same in either direction", () => {
  const rects = rectsOfRange(words, 1, 3)
  expect(rects.map(({ x, width }) => [x, width])).toEqual([
    [50, 40],
    [0, 90],
  ])
  expect(rectsOfRange(words, 3, 1)).toEqual(rects)
})

test("a word broken at a line's end is whole again in the quotation", () => {
  expect(quoteOfRange(words, 0, 3)).toBe("Копия протокола вручена")
})

test("a minus between words on one line stays", () => {
  expect(quoteOfRange([word("а-", 0, 0), word("б", 50, 0)], 0, 1)).toBe("а- б")
})

test("find folds case and ё, and crosses word boundaries", () => {
  const text = [word("Всё", 0, 0), word("Изъято:", 50, 0), word("ВСЕ", 0, 1), word("изъято", 50, 1)]
  expect(findInWords(text, "все изъято")).toEqual([
    [0, 1],
    [2, 3],
  ])
})

test("find of nothing finds nothing", () => {
  expect(findInWords(words, "  ")).toEqual([])
})

property.prop([
  fc.tuple(fc.integer({ min: -500, max: 1500 }), fc.integer({ min: -500, max: 1500 })),
  fc.tuple(fc.integer({ min: -500, max: 1500 }), fc.integer({ min: -500, max: 1500 })),
])("a drawn area never leaves its page", ([ax, ay], [bx, by]) => {
  const rect = rectBetween({ x: ax, y: ay }, { x: bx, y: by }, { width: 595, height: 842 })
  expect(rect.x).toBeGreaterThanOrEqual(0)
  expect(rect.y).toBeGreaterThanOrEqual(0)
  expect(rect.x + rect.width).toBeLessThanOrEqual(595)
  expect(rect.y + rect.height).toBeLessThanOrEqual(842)
})

import { expect, test } from "vitest"
import {
  alike,
  burnKey,
  nextUndecided,
  noFilter,
  passes,
  progressOf,
  undecidedAfter,
} from "../../../renderer/features/redaction/queue.ts"
import { pageRect } from "../../../shared/geometry.ts"
import { BoxId } from "../../../shared/model/ids.ts"
import type { RedactionBox } from "../../../shared/model/redaction.ts"

const box = (number: number, page: number, y: number, rest: Partial<RedactionBox> = {}): RedactionBox => ({
  id: BoxId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`),
  page,
  rect: pageRect(10, y, 50, 12),
  points: [],
  origin: "actor",
  decision: "proposed",
  reason: "protected-person",
  label: "WITNESS 2",
  actorId: null,
  confidence: 1,
  found: "Сейтқали Д.",
  ...rest,
})

const first = box(1, 1, 100)
const second = box(2, 2, 50)
const third = box(3, 2, 300, { found: "СЕЙТҚАЛИ  Д" })

test("next goes down the page, over to the next page, and round", () => {
  const boxes = [third, first, second]
  expect(nextUndecided(boxes, undefined, 1)).toBe(first)
  expect(nextUndecided(boxes, first.id, 1)).toBe(second)
  expect(nextUndecided(boxes, third.id, 1)).toBe(first)
})

test("previous goes the same way back", () => {
  const boxes = [third, first, second]
  expect(nextUndecided(boxes, third.id, -1)).toBe(second)
  expect(nextUndecided(boxes, first.id, -1)).toBe(third)
})

test("what is unsure about a person comes first, whatever its page", () => {
  const unsure = box(9, 5, 10, { confidence: 0.6 })
  const number = box(8, 1, 10, { origin: "pattern", reason: "identifier", actorId: null })
  const boxes = [number, first, unsure]
  expect(nextUndecided(boxes, undefined, 1)).toBe(unsure)
  expect(nextUndecided(boxes, unsure.id, 1)).toBe(first)
  expect(undecidedAfter(boxes, number.id, 1)).toBeUndefined()
})

test("a filter takes a reason, a person, or what is unsure", () => {
  const unsure = box(9, 5, 10, { confidence: 0.6 })
  expect([first, unsure].filter((one) => passes({ ...noFilter, doubtful: true }, one))).toEqual([unsure])
  expect(passes({ ...noFilter, reason: "term" }, first)).toBe(false)
  expect(passes({ ...noFilter, person: "somebody" }, first)).toBe(false)
})

test("decided boxes are passed over", () => {
  const boxes = [first, { ...second, decision: "dismissed" as const }, third]
  expect(nextUndecided(boxes, first.id, 1)).toBe(third)
})

test("nothing waits when all is decided", () => {
  expect(nextUndecided([{ ...first, decision: "accepted" }], undefined, 1)).toBeUndefined()
})

test("alike are undecided boxes over the same words, whatever their case and spaces", () => {
  const other = box(4, 3, 10, { found: "Оспанов" })
  const done = box(5, 3, 20, { decision: "accepted" })
  expect(alike([first, second, third, other, done], first)).toEqual([first, second, third])
})

test("a box over nothing readable is alike to itself only", () => {
  const drawn = box(6, 1, 1, { found: "" })
  expect(alike([drawn, box(7, 1, 2, { found: "" })], drawn)).toEqual([drawn])
})

test("an item is ready only when every box is decided and every page accepted", () => {
  const decided = [{ ...first, decision: "accepted" as const }]
  expect(
    progressOf({ pageCount: 2, boxes: decided, clearances: [], acceptedPages: [1], reopenedPages: [] }).ready,
  ).toBe(false)
  expect(
    progressOf({ pageCount: 2, boxes: [first], clearances: [], acceptedPages: [1, 2], reopenedPages: [] }).ready,
  ).toBe(false)
  expect(
    progressOf({ pageCount: 2, boxes: decided, clearances: [], acceptedPages: [1, 2], reopenedPages: [] }).ready,
  ).toBe(true)
})

test("a page's picture is asked for again exactly when what is covered on it changes", () => {
  const accepted = { ...first, decision: "accepted" as const }
  const before = burnKey([accepted, second], 1)
  expect(burnKey([accepted, { ...second, decision: "accepted" }], 1)).toBe(before)
  expect(burnKey([{ ...accepted, label: "WITNESS 3" }], 1)).not.toBe(before)
  expect(burnKey([first], 1)).not.toBe(before)
})

import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import {
  columnHeight,
  dpiFor,
  keepUnderPointer,
  pageAt,
  resolveZoom,
  slotsOf,
  stepZoom,
  visibleSlots,
} from "../../../renderer/features/viewer/layout.ts"

const a4 = { width: 595, height: 842 }
const pages = (count: number) => Array.from({ length: count }, () => a4)

test("pages stand below each other and never overlap", () => {
  const slots = slotsOf(pages(50), 1)
  for (const [index, slot] of slots.entries()) {
    const next = slots[index + 1]
    if (next !== undefined) expect(next.top).toBeGreaterThan(slot.top + slot.height)
  }
  expect(columnHeight(slots)).toBeGreaterThan(slots.at(-1)!.top + slots.at(-1)!.height)
})

test("of a thousand pages only those around the screen exist", () => {
  const slots = slotsOf(pages(1000), 1)
  const visible = visibleSlots(slots, 500_000, 700)
  expect(visible.length).toBeLessThan(5)
  expect(visible.map(({ page }) => page)).toContain(pageAt(slots, 500_000, 700))
})

test("the end of the column is the last page", () => {
  const slots = slotsOf(pages(7), 1)
  expect(pageAt(slots, columnHeight(slots), 700)).toBe(7)
})

test("fit to width fills the pane and fit to page shows all of it", () => {
  const view = { width: 1000, height: 600 }
  const byWidth = resolveZoom("width", [a4], view, 1)
  const byPage = resolveZoom("page", [a4], view, 1)
  expect(slotsOf([a4], byWidth)[0]!.width).toBeLessThanOrEqual(view.width)
  expect(slotsOf([a4], byWidth)[0]!.width).toBeGreaterThan(view.width - 60)
  expect(slotsOf([a4], byPage)[0]!.height).toBeLessThanOrEqual(view.height)
})

property.prop([fc.double({ min: 0.27, max: 4.9, noNaN: true })])("a step in is larger, a step out smaller", (zoom) => {
  expect(stepZoom(zoom, 1)).toBeGreaterThan(zoom)
  expect(stepZoom(zoom, -1)).toBeLessThan(zoom)
})

property.prop([
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 900 }),
  fc.constantFrom(0.5, 1, 1.5, 3),
])("what is under the pointer stays there when the zoom changes", (scroll, pointer, zoom) => {
  const after = keepUnderPointer(scroll, pointer, 1, zoom)
  expect((after + pointer) / zoom).toBeCloseTo(scroll + pointer)
})

test("the resolution is sharp enough, and the same for neighbouring zooms", () => {
  expect(dpiFor(1, 1)).toBe(96)
  expect(dpiFor(1.05, 1)).toBe(dpiFor(1.2, 1))
  expect(dpiFor(20, 2)).toBe(384)
})

import { expect, test } from "vitest"
import { datedOf, layOut } from "../../../renderer/features/timeline/layout.ts"
import { moved, spanOf, wholeOf, zoomed } from "../../../renderer/features/timeline/span.ts"
import type { TimelineEvent } from "../../../shared/contract/timeline.ts"
import { readDates } from "../../../main/domain/dates.ts"

const event = (dates: string, id = dates): TimelineEvent => ({
  record: { kind: "incident", id, title: id, state: "", type: "" },
  dates: readDates(dates),
  lanes: [],
})

test.each([
  ["4 March 2017", false, false, 1],
  ["4–9 March 2017", false, false, 6],
  ["March 2017", true, true, 31],
  ["4 March 2017?", true, true, 1],
  ["about 2014", true, true, 365],
  ["before March 2014", true, true, 1],
])("%s is drawn as long as it may have been, with faded ends where they are not known", (text, from, to, days) => {
  const span = spanOf(event(text))
  expect(span).toMatchObject({ fuzzyFrom: from, fuzzyTo: to })
  expect((span?.to ?? 0) - (span?.from ?? 0)).toBe(days)
})

test("what has no date has no span", () => {
  expect(spanOf(event(""))).toBeUndefined()
})

test("zooming keeps the day under the pointer, and stops at hours and at centuries", () => {
  const near = zoomed({ from: 0, to: 100 }, 0.5, 0.25)
  expect(near.from + (near.to - near.from) * 0.25).toBe(25)
  expect(near.to - near.from).toBe(50)
  const nearest = zoomed(near, 1e-9, 0.5)
  expect(nearest.to - nearest.from).toBe(0.25)
  const farthest = zoomed(near, 1e9, 0.5)
  expect(farthest.to - farthest.from).toBe(200 * 365)
  expect(moved(near, 3).from).toBe(near.from + 3)
})

const canvas = { view: { from: 0, to: 30_000 }, widthPx: 900, mostRows: 16 }

test("5,000 events draw no more than there is room for, and none is lost: the rest is counted", () => {
  const days = Array.from({ length: 5000 }, (_, at) => {
    const day = new Date(Date.UTC(2010, 0, 1) + Math.floor(at / 2) * 86_400_000).toISOString().slice(0, 10)
    return event(day, `${day} ${at}`)
  })
  const { bars, folds } = layOut(datedOf(days), ({ record }) => record.title, canvas)
  expect(bars.length + folds.length).toBeLessThan(16 * 60)
  expect(bars.length + folds.reduce((sum, { count }) => sum + count, 0)).toBe(5000)
})

test("nothing in a row covers what stands beside it", () => {
  const dated = datedOf(["2017-03-04", "2017-03-05", "2017-03-06", "2017-05"].map((text) => event(text)))
  const view = wholeOf(
    dated.map(({ span }) => span),
    0,
  )
  const { bars } = layOut(dated, ({ record }) => record.title, { view, widthPx: 600, mostRows: 16 })
  expect(bars.map(({ row }) => row)).toEqual([0, 1, 2, expect.any(Number)])
  const inFirst = bars.filter(({ row }) => row === 0)
  for (const [at, bar] of inFirst.entries())
    if (at > 0) expect(bar.left).toBeGreaterThanOrEqual((inFirst[at - 1]?.left ?? 0) + (inFirst[at - 1]?.width ?? 0))
})

test("what lies outside the window is not drawn", () => {
  const dated = datedOf([event("2017-03-04")])
  expect(layOut(dated, () => "", { ...canvas, view: { from: 0, to: 100 } }).bars).toEqual([])
})

import { fc, test as prop } from "@fast-check/vitest"
import { describe, expect, test } from "vitest"
import { calendarOf } from "../../../shared/deadlines/calendar.ts"
import { compute, startOf } from "../../../shared/deadlines/compute.ts"
import { addDays, daysBetween, localDay, mondayOf, weekdayOf } from "../../../shared/deadlines/day.ts"
import type { Count, TimeUnit } from "../../../shared/deadlines/rule.ts"
import { stepWords } from "../../../shared/deadlines/steps.ts"

const calendar = calendarOf()
const sure = { firstDayCounted: "no", movesFromDayOff: "yes" } as const
const due = (start: string, count: Partial<Count> & Pick<Count, "amount" | "unit">, time = "") => {
  const from = startOf(start, time)
  return from && compute({ ...sure, ...count }, from, calendar)?.edtf
}

test.each<[string, number, TimeUnit, string]>([
  ["2026-02-02", 15, "days", "2026-02-17"],
  // A Saturday, which moves to Monday.
  ["2026-02-06", 15, "days", "2026-02-23"],
  // Women's Day 2026 is a Sunday: Monday is off in its place.
  ["2026-02-20", 15, "days", "2026-03-10"],
  ["2026-02-21", 15, "days", "2026-03-10"],
  // 21 to 23 March 2026 are Nauryz, Saturday and Sunday among them: Monday and Tuesday are off.
  ["2026-03-06", 15, "days", "2026-03-25"],
  ["2025-12-31", 2, "months", "2026-03-02"],
  ["2026-01-31", 1, "months", "2026-03-02"],
  ["2024-01-31", 1, "months", "2024-02-29"],
  ["2024-02-29", 1, "years", "2025-02-28"],
  // Ten working days over New Year and Orthodox Christmas.
  ["2025-12-26", 10, "working-days", "2026-01-14"],
])("%s and %i %s end on %s", (start, amount, unit, expected) => {
  expect(due(start, { amount, unit })).toBe(expected)
})

test("a day counted from the start ends a day earlier", () => {
  expect(due("2026-02-02", { amount: 15, unit: "days", firstDayCounted: "yes" })).toBe("2026-02-16")
  expect(due("2026-02-02", { amount: 1, unit: "months", firstDayCounted: "yes", movesFromDayOff: "no" })).toBe(
    "2026-03-01",
  )
  expect(due("2026-02-02", { amount: 1, unit: "working-days", firstDayCounted: "yes" })).toBe("2026-02-02")
})

test("what the rule leaves open is counted in every way", () => {
  const unknown = { firstDayCounted: "unknown", movesFromDayOff: "unknown" } as const
  const start = startOf("2026-02-06")
  const found = start && compute({ amount: 15, unit: "days", ...unknown }, start, calendar)
  expect(found).toMatchObject({ earliest: "2026-02-20", latest: "2026-02-23", edtf: "[2026-02-20..2026-02-23]" })
  expect(found?.readings.map(({ due }) => due)).toEqual(["2026-02-20", "2026-02-23", "2026-02-21"])
  expect(found?.steps.map(({ step }) => step)).toEqual([
    "start",
    "first-day-unknown",
    "count",
    "count",
    "off",
    "after-off",
    "calendar",
    "result",
  ])
})

test("an uncertain start gives the earliest and the latest end", () => {
  expect(due("2026-03", { amount: 10, unit: "days" })).toBe("[2026-03-11..2026-04-10]")
  expect(due("2026-03-02/2026-03-04", { amount: 1, unit: "days" })).toBe("[2026-03-03..2026-03-05]")
  expect(due("2026-03-02?", { amount: 1, unit: "days" })).toBe("2026-03-03?")
})

test.each(["", "2026-03-09/2026-03-04", "../2026-03-04", "2026-03-04/..", "2026-02-30", "soon"])(
  "from “%s” nothing is counted",
  (start) => {
    expect(startOf(start)).toBeUndefined()
  },
)

test("hours run by the clock, nights and days off alike", () => {
  expect(due("2026-03-06", { amount: 48, unit: "hours" }, "14:30")).toBe("2026-03-08")
  expect(due("2026-03-06", { amount: 3, unit: "hours" })).toBe("[2026-03-06..2026-03-07]")
  expect(due("2026-03-06", { amount: 3, unit: "hours" }, "22:00")).toBe("2026-03-07")
})

test("a time that leaves the calendar is not counted", () => {
  expect(due("2950-01-01", { amount: 100, unit: "years" })).toBeUndefined()
  expect(due("2999-12-31", { amount: 1000, unit: "years" })).toBeUndefined()
})

test("days off that somebody names are days off", () => {
  const start = startOf("2026-02-02")
  const own = calendarOf(["2026-02-17"])
  const found = start && compute({ ...sure, amount: 15, unit: "days" }, start, own)
  expect(found?.edtf).toBe("2026-02-18")
  expect(found?.steps).toContainEqual({ step: "off", day: "2026-02-17", why: "own" })
})

describe("of any start and amount", () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1995-01-01", days))
  const unit = fc.constantFrom<TimeUnit>("days", "working-days", "months", "years")
  const amount = fc.integer({ min: 1, max: 60 })
  const known = fc.constantFrom("yes" as const, "no" as const, "unknown" as const)
  const count = fc.record({ amount, unit, firstDayCounted: known, movesFromDayOff: known })

  prop.prop([day, count])("the end is never before the start, and its span is that of its readings", (from, one) => {
    const start = startOf(from)
    const found = start && compute(one, start, calendar)
    if (found === undefined) throw new Error("not counted")
    const dues = found.readings.map(({ due }) => due).sort()
    expect([dues[0], dues.at(-1)]).toEqual([found.earliest, found.latest])
    expect(daysBetween(from, found.earliest)).toBeGreaterThanOrEqual(0)
    if (one.movesFromDayOff === "yes") expect(dues.map(calendar.off)).toEqual(dues.map(() => undefined))
    for (const language of ["en", "ru", "kk"] as const)
      for (const line of found.steps.flatMap((step) => stepWords(step, language)))
        expect(line).not.toMatch(/[{}]|undefined/)
  })

  prop.prop([day, count, fc.integer({ min: 0, max: 40 })])(
    "who starts later never ends earlier",
    (from, one, later) => {
      const [first, second] = [startOf(from), startOf(addDays(from, later))]
      const ends = [first, second].map((start) => start && compute(one, start, calendar))
      expect((ends[0]?.earliest ?? "") <= (ends[1]?.earliest ?? "")).toBe(true)
      expect((ends[0]?.latest ?? "") <= (ends[1]?.latest ?? "")).toBe(true)
    },
  )

  prop.prop([day, day, count])("a span ends where its two ends do, and reversed it is refused", (one, two, rule) => {
    const [from, to] = [one, two].sort() as [string, string]
    const ofSpan = startOf(`${from}/${to}`)
    const found = ofSpan && compute(rule, ofSpan, calendar)
    const first = startOf(from)
    const last = startOf(to)
    expect(found?.earliest).toBe(first && compute(rule, first, calendar)?.earliest)
    expect(found?.latest).toBe(last && compute(rule, last, calendar)?.latest)
    if (from !== to) expect(startOf(`${to}/${from}`)).toBeUndefined()
  })

  prop.prop([day])("the week of a day begins on a Monday, at most six days before", (one) => {
    expect(weekdayOf(mondayOf(one))).toBe(1)
    expect(daysBetween(mondayOf(one), one)).toBeLessThan(7)
  })
})

test("today is the day of the place, not of Greenwich", () => {
  const lateEvening = new Date(2026, 2, 1, 23, 59)
  const afterMidnight = new Date(2026, 2, 2, 0, 1)
  expect([localDay(lateEvening), localDay(afterMidnight)]).toEqual(["2026-03-01", "2026-03-02"])
})

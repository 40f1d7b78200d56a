import { expect, test } from "vitest"
import { byWeek } from "../../../renderer/features/agenda/weeks.ts"
import type { AgendaItem } from "../../../shared/contract/agenda.ts"

const item = (day: string, part: AgendaItem["part"] = "days-30") =>
  ({ due: { edtf: day, earliest: day, latest: day }, part }) as AgendaItem

test("what has passed, today, this week, next week, then week by week from Monday", () => {
  // A Wednesday.
  const today = "2026-03-04"
  const items = [
    item("2026-03-02", "overdue"),
    item(today),
    item("2026-03-08"),
    item("2026-03-09"),
    item("2026-03-15"),
    item("2026-03-16"),
    item("2026-03-22"),
    item("2026-12-28"),
  ]
  expect(byWeek(items, today).map(({ when, monday, items: of }) => [when, monday, of.length])).toEqual([
    ["passed", "", 1],
    ["today", "", 1],
    ["this-week", "2026-03-02", 1],
    ["next-week", "2026-03-09", 2],
    ["week", "2026-03-16", 2],
    ["week", "2026-12-28", 1],
  ])
})

import { expect, test } from "vitest"
import { countOf, isChecked, unknownIn } from "../../../shared/deadlines/rule.ts"
import { ruleById, rules } from "../../../shared/deadlines/rules.ts"
import { type Judged, verdictOf } from "../../../shared/deadlines/verdict.ts"
import { parseEdtf } from "../../../shared/edtf.ts"

test("every rule has an id of its own, words in three languages and the source in which it was read", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  for (const rule of rules) {
    expect(rule.source).not.toBe("")
    for (const said of [rule.title, rule.code, rule.startEvent, rule.extension, rule.caution, rule.changed?.by])
      if (said != null) for (const language of ["en", "ru", "kk"] as const) expect(said[language]).not.toBe("")
    for (const date of [rule.validFrom, rule.validTo, rule.checkedOn])
      if (date !== "") expect(parseEdtf(date)).toBeDefined()
  }
})

test("what nobody has read is empty, and counted", () => {
  const unknown = rules.map((rule) => unknownIn(rule))
  expect(rules.filter((rule) => countOf(rule) === undefined).map(({ id }) => id)).toEqual([
    "kz-cpc-107-investigating-judge",
    "kz-cpc-417-appeal",
    "kz-cpc-422-ruling",
    "kz-cassation",
  ])
  // No source that was read says what happens on a day off, nor whether the first day counts.
  expect(unknown.filter((names) => names.includes("movesFromDayOff"))).toHaveLength(rules.length)
  expect(unknown.filter((names) => names.includes("firstDayCounted"))).toHaveLength(rules.length)
  expect(rules.filter(isChecked)).toEqual([])
  expect(ruleById("kz-cpc-106-learned")?.amount).toBe(15)
})

const judged: Judged = {
  earliest: "2026-03-10",
  latest: "2026-03-12",
  doubtful: false,
  byTheHour: false,
  verified: true,
  done: null,
  today: "2026-03-01",
}
const on = (day: string) => ({ earliest: day, latest: day })

test.each<[string, Partial<Judged>, string]>([
  ["long before", {}, "open"],
  ["on its day", { today: "2026-03-10" }, "open"],
  ["between the readings", { today: "2026-03-11" }, "unclear"],
  ["after every reading", { today: "2026-03-13" }, "late"],
  ["done before", { done: on("2026-03-10"), today: "2027-01-01" }, "in-time"],
  ["done between", { done: on("2026-03-12") }, "unclear"],
  ["done after", { done: on("2026-03-13") }, "late"],
  ["done some time in March", { done: { earliest: "2026-03-01", latest: "2026-03-31" } }, "unclear"],
  ["done, the start in doubt", { done: on("2026-03-01"), doubtful: true }, "unclear"],
  ["done the same day, by the hour", { done: on("2026-03-10"), byTheHour: true }, "unclear"],
])("%s: %s", (_when, more, verdict) => {
  expect(verdictOf({ ...judged, ...more })).toBe(verdict)
})

test("a rule that nobody has checked never says in time, nor late", () => {
  for (const today of ["2020-01-01", "2026-03-10", "2030-01-01"])
    for (const done of [null, on("2026-03-01"), on("2029-01-01")])
      expect(verdictOf({ ...judged, verified: false, today, done })).toBe("check-law")
})

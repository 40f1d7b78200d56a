import { afterAll, expect, test } from "vitest"
import * as agenda from "../../../main/domain/agenda.ts"
import * as records from "../../../main/domain/record.ts"
import { contract, type Input } from "../../../shared/contract/contract.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase("agenda")
const { caseId, newId } = made
afterAll(() => made.dispose())

const add = (input: Pick<Input<"record.add">, "kind" | "fields" | "parent">) => {
  const parsed = contract["record.add"].input.parse({ caseId, ...input })
  return made.records.write((tx) => records.add(tx, { ...parsed, id: newId() }))
}
const today = "2026-03-01"
const proceeding = add({ kind: "proceeding", fields: { title: "Апелляция" } })
const parent = { kind: "proceeding", id: proceeding.id } as const
add({ kind: "task", fields: { title: "Позвонить", due: "2026-03-20" } })
add({ kind: "deadline", fields: { title: "Жалоба", due: "2026-02-27" } })
add({ kind: "deadline", fields: { title: "Сделано", due: "2026-02-20", done: "yes" } })
add({ kind: "deadline", fields: { title: "Неизвестно", due: { unsaid: "unknown" } } })
add({ kind: "hearing", parent, fields: { title: "Прошло", on: "2026-02-10" } })
add({ kind: "hearing", parent, fields: { title: "Заседание", on: "2026-03-08" } })
add({ kind: "decision", parent, fields: { title: "Постановление", on: "2025-01-01", followUpOn: "2026-05" } })

const listed = (more: Partial<Input<"agenda.list">> = {}) =>
  made.records.read((tx) => agenda.list(tx, contract["agenda.list"].input.parse({ today, ...more }))).items

test("overdue first, then by nearness; what is done, over or without a date is not on it", () => {
  expect(listed().map(({ record, part }) => [record.title, part])).toEqual([
    ["Жалоба", "overdue"],
    ["Заседание", "days-7"],
    ["Позвонить", "days-30"],
    ["Постановление", "days-90"],
  ])
})

test("one case alone, or every case with its name", () => {
  const other = made.addCase("Другое дело")
  expect(listed({ caseId: other.id })).toEqual([])
  expect(listed({ caseId }).map(({ caseTitle }) => caseTitle)).toContain("Обыск на улице Абая")
})

test.each([
  ["2026-02-28", "overdue"],
  ["2026-03-01", "days-7"],
  ["2026-03-08", "days-7"],
  ["2026-03-09", "days-30"],
  ["2026-03-31", "days-30"],
  ["2026-05-30", "days-90"],
  ["2026-05-31", "later"],
])("%s is %s", (day, part) => {
  expect(agenda.partOf({ edtf: day, earliest: day, latest: day }, today)).toBe(part)
})

test("what falls due is an index search", () => {
  expect(made.plan(agenda.dueStatement(caseId, "deadline"))).not.toMatch(/SCAN|TEMP B-TREE/)
})

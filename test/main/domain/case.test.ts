import { afterAll, expect, test } from "vitest"
import * as cases from "../../../main/domain/case.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase()
const { records, caseId, newId } = made
afterAll(() => made.dispose())

test("a case counts what it holds", () => {
  made.addIncident("One")
  made.addActor("Aigerim")
  made.addEvidence("Scan", 1)
  expect(records.read((tx) => cases.show(tx, caseId)).counts).toEqual({ incidents: 1, evidence: 1, actors: 1 })
})

test("cases are listed in the order of the Kazakh alphabet", () => {
  made.addCase("Әділ")
  made.addCase("Алматы")
  made.addCase("Бастау")
  const titles = records.read(cases.list).map(({ title }) => title)
  expect(titles).toEqual(["Алматы", "Әділ", "Бастау", "Обыск на улице Абая"])
})

test("a patch changes what it names and keeps the rest", () => {
  const before = records.read((tx) => cases.show(tx, caseId))
  const after = records.write((tx) => cases.update(tx, caseId, { status: "closed" }))
  expect(after).toEqual({ ...before, status: "closed", changedAt: after.changedAt })
})

test("a case that does not exist is not found", () => {
  const nobody = newId() as CaseId
  const notFound = expect.objectContaining({ code: "not-found" })
  expect(() => records.read((tx) => cases.show(tx, nobody))).toThrow(notFound)
  expect(() => records.write((tx) => cases.update(tx, nobody, { title: "x" }))).toThrow(notFound)
})

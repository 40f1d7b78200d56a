import { afterAll, beforeAll, expect, test } from "vitest"
import * as incidents from "../../../main/domain/incident.ts"
import * as involvements from "../../../main/domain/involvement.ts"
import { orderBy, pageStatement } from "../../../main/domain/list.ts"
import { changesOf } from "../../../main/vault/history.ts"
import { contract, type Input } from "../../../shared/contract/contract.ts"

import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase()
const { records, caseId } = made
afterAll(() => made.dispose())

const listed = (input: Partial<Input<"incident.list">>) =>
  records.read((tx) => incidents.list(tx, contract["incident.list"].input.parse({ caseId, ...input })))
const titles = (input: Partial<Input<"incident.list">>): string[] => listed(input).rows.map(({ title }) => title)

beforeAll(() => {
  made.addIncident("Обыск офиса", { dates: "4 марта 2017", place: "Алматы" })
  made.addIncident("Fine of 100% for the office", { dates: "about 2014", place: "Astana" })
  made.addIncident("Demonstration 2 dispersed", { dates: "spring 2017" })
  made.addIncident("Demonstration 10 dispersed", {})
})

test("incidents stand in the order of their dates, the undated first", () => {
  expect(titles({})).toEqual([
    "Demonstration 10 dispersed",
    "Fine of 100% for the office",
    "Demonstration 2 dispersed",
    "Обыск офиса",
  ])
})

test("titles sort numbers by value, and backwards when asked", () => {
  const down = titles({ sort: "title", descending: true })
  expect(down.indexOf("Demonstration 10 dispersed")).toBeLessThan(down.indexOf("Demonstration 2 dispersed"))
})

test("a page counts what matches and what there is", () => {
  expect(listed({ query: "demonstration", limit: 1, offset: 1 })).toMatchObject({ rows: [{}], total: 2, all: 4 })
})

test.each([
  ["обыск", 1],
  ["ОФИСА", 1],
  ["office fine", 1],
  ["алматы", 1],
  ["astana", 1],
  ["100%", 1],
  ["1%", 0],
  ["_", 0],
  ["2017", 2],
  ["dispersed 10", 1],
  ["nothing", 0],
])("the query %s finds %i", (query, count) => {
  expect(listed({ query }).total).toBe(count)
})

test("an order that the list does not have is refused", () => {
  const refused = expect.objectContaining({ code: "bad-input" })
  expect(() => listed({ sort: "narrative" })).toThrow(refused)
  expect(() => listed({ sort: "toString" })).toThrow(refused)
})

test.each(Object.keys(incidents.incidentList.orders))("the order %j comes from an index, both ways", (sort) => {
  for (const descending of [false, true]) {
    const input = contract["incident.list"].input.parse({ caseId, sort, descending })
    const statement = pageStatement(incidents.incidentList, input)
    const plan = made.plan(statement)
    expect(plan).not.toMatch(/TEMP B-TREE FOR [A-Z0-9 ]*ORDER BY|SCAN t\b|SCAN links|SCAN involvements/)
    expect(plan).toMatch(/SEARCH t USING INDEX incidents_\w+ \(case_id=\?\)/)
    expect(orderBy(incidents.incidentList.orders, sort, descending).text).toContain("ORDER BY")
  }
})

test("an impossible date changes nothing", () => {
  const before = listed({})
  expect(() => made.addIncident("Never", { dates: "31 February 2017" })).toThrow(
    expect.objectContaining({ code: "date-unreadable" }),
  )
  expect(listed({})).toEqual(before)
})

test("a change keeps what stood there before", () => {
  const { id } = made.addIncident("Search", { dates: "2017-03" })
  const changed = records.write((tx) =>
    incidents.update(tx, { id, patch: { dates: "4–9 March 2017", rights: ["home"] } }),
  )
  expect(changed).toMatchObject({ dates: { edtf: "2017-03-04/2017-03-09" }, rights: ["home"], title: "Search" })
  const [change] = records.read((tx) => changesOf(tx, "incidents", id))
  expect(change?.before).toMatchObject({ dates_edtf: "2017-03", rights: "[]" })
})

test("the same person in the same role is recorded once", () => {
  const { id: incidentId } = made.addIncident("Hearing")
  const { id: actorId } = made.addActor("Dana", { protected: true })
  const say = (note: string) =>
    records.write((tx) => involvements.add(tx, { incidentId, actorId, role: "witness", note, id: made.newId() }))
  const first = say("")
  expect(say("heard it")).toEqual({ ...first, note: "heard it" })
  expect(first).toMatchObject({ actorLabel: "Dana", actorProtected: true, incidentLabel: "Hearing" })
  expect(records.read((tx) => incidents.show(tx, incidentId)).counts.actors).toBe(1)
  records.write((tx) => involvements.remove(tx, first.id))
  expect(records.read((tx) => involvements.list(tx, { actorId }))).toEqual([])
})

test("a person of another case cannot be involved", () => {
  const other = made.addCase("Another").id
  const { id: actorId } = made.addActor("Stranger", { caseId: other })
  const { id: incidentId } = made.addIncident("Here")
  const add = () =>
    records.write((tx) => involvements.add(tx, { incidentId, actorId, role: "other", note: "", id: made.newId() }))
  expect(add).toThrow(expect.objectContaining({ code: "bad-input" }))
})

test("a list of a case that does not exist is not found", () => {
  expect(() => listed({ caseId: made.newId() })).toThrow(expect.objectContaining({ code: "not-found" }))
})

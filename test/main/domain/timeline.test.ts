import { afterAll, expect, test } from "vitest"
import * as involvements from "../../../main/domain/involvement.ts"
import * as records from "../../../main/domain/record.ts"
import * as timeline from "../../../main/domain/timeline.ts"
import { contract, type Input } from "../../../shared/contract/contract.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase("timeline")
const { caseId, newId } = made
afterAll(() => made.dispose())

const search = made.addIncident("Обыск", { dates: "2017-03-04", place: "Алматы" })
made.addIncident("Слежка", { dates: "between 2016 and March 2017", place: "Тараз" })
made.addIncident("Угрозы")
made.addIncident("Раньше", { dates: "before 2014" })
const dana = made.addActor("Dana Testova")
made.records.write((tx) =>
  involvements.add(tx, {
    ...contract["involvement.add"].input.parse({ actorId: dana.id, incidentId: search.id, role: "witness" }),
    id: newId(),
  }),
)
const act = contract["record.add"].input.parse({
  caseId,
  kind: "act",
  parent: { kind: "incident", id: search.id },
  fields: { type: "secret-detention", dates: "2017-03-05" },
})
made.records.write((tx) => records.add(tx, { ...act, id: newId() }))

const asked = (more: Partial<Input<"timeline.list">> = {}) => contract["timeline.list"].input.parse({ caseId, ...more })
const listed = (more: Partial<Input<"timeline.list">> = {}) => made.records.read((tx) => timeline.list(tx, asked(more)))
const names = (more: Partial<Input<"timeline.list">> = {}) =>
  listed(more).events.map(({ record }) => record.title || record.state)

test("what has a time stands in its order, and what has none stands aside, never at 1 January", () => {
  expect(names()).toEqual(["Раньше", "Слежка", "Обыск", "secret-detention"])
  expect(listed().undated.map(({ record }) => record.title)).toEqual(["Угрозы"])
})

test("bounds leave in what may lie inside", () => {
  expect(names({ from: "2017-01-10", to: "2017-03-04" })).toContain("Слежка")
  expect(names({ from: "2017-01-10", to: "2017-03-04" })).not.toContain("secret-detention")
  expect(names({ from: "2017-03-05" })).toEqual(["Слежка", "secret-detention"])
  expect(names({ from: "2017-04-01" })).toEqual([])
})

test("lanes by person and by place; an act stands where its incident does", () => {
  const people = listed({ lanes: "person" })
  expect(people.lanes).toEqual([{ id: dana.id, title: "Dana Testova" }])
  expect(people.events.filter(({ lanes }) => lanes.includes(dana.id))).toHaveLength(2)
  expect(listed({ lanes: "place" }).lanes.map(({ title }) => title)).toEqual(["Алматы", "Тараз"])
})

test("more than asked for is said to be more", () => {
  expect(listed({ limit: 1 })).toMatchObject({ cut: true })
  expect(listed()).toMatchObject({ cut: false })
})

test("every statement of the timeline is an index search", () => {
  for (const statement of [
    timeline.incidentStatement(asked({ from: "2017-01-01", to: "2018-01-01" })),
    timeline.recordStatement(asked({ to: "2018-01-01" }), "act"),
    timeline.peopleStatement(caseId),
  ])
    expect(made.plan(statement)).not.toMatch(/SCAN|TEMP B-TREE/)
})

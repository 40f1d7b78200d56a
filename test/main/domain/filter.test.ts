import { afterAll, beforeAll, expect, test } from "vitest"
import * as actors from "../../../main/domain/actor.ts"
import * as claims from "../../../main/domain/claim.ts"
import * as evidence from "../../../main/domain/evidence-list.ts"
import { groups } from "../../../main/domain/group.ts"
import * as graph from "../../../main/domain/graph.ts"
import * as incidents from "../../../main/domain/incident.ts"
import * as involvements from "../../../main/domain/involvement.ts"
import * as pages from "../../../main/domain/list.ts"
import * as map from "../../../main/domain/map.ts"
import * as records from "../../../main/domain/record.ts"
import * as recordList from "../../../main/domain/record-list.ts"
import * as finding from "../../../main/domain/record-search.ts"
import * as timeline from "../../../main/domain/timeline.ts"
import { undo } from "../../../main/domain/undo.ts"
import type { Written } from "../../../main/vault/write-tx.ts"
import { contract, type Input } from "../../../shared/contract/contract.ts"
import type { FieldValues, PlainKind, RecordRef } from "../../../shared/model/field.ts"
import { Filter } from "../../../shared/model/filter.ts"
import type { ActorId, IncidentId } from "../../../shared/model/ids.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase("filter")
const { caseId, newId, records: store } = made
afterAll(() => made.dispose())
const acts: Written[] = []
store.onWritten((written) => acts.push(written))

type Draft = Partial<Input<"incident.list">["filter"]>
const add = (kind: PlainKind, fields: FieldValues, parent: RecordRef | null = null) =>
  store.write((tx) => records.add(tx, { id: newId(), kind, caseId, parent, fields }))
const change = (ref: RecordRef, patch: FieldValues) => store.write((tx) => records.update(tx, ref, patch))
const involve = (incidentId: IncidentId, actorId: ActorId) =>
  store.write((tx) => involvements.add(tx, { id: newId(), incidentId, actorId, role: "victim", note: "" }))

const input = (filter: Draft) => contract["incident.list"].input.parse({ caseId, filter })
const kindInput = (kind: PlainKind, filter: Draft) => contract["record.list"].input.parse({ caseId, kind, filter })
const titles = {
  incident: (filter: Draft) => store.read((tx) => incidents.list(tx, input(filter)).rows.map(({ title }) => title)),
  actor: (filter: Draft) =>
    store.read((tx) => actors.list(tx, input(filter)).rows.map(({ names }) => names[0]?.text ?? "")),
  evidence: (filter: Draft) => store.read((tx) => evidence.list(tx, input(filter)).rows.map(({ title }) => title)),
  of: (kind: PlainKind, filter: Draft) =>
    store.read((tx) => recordList.list(tx, kindInput(kind, filter)).rows.map(({ title }) => title)),
}

let aisha: ActorId
let search: IncidentId
beforeAll(() => {
  const spring = made.addIncident("Разгон", { dates: "spring 2017", place: "Астана", verification: "confirmed" })
  const searched = made.addIncident("Обыск", { dates: "4 March 2018", place: "Алматы" })
  search = searched.id
  made.addIncident("Без даты")
  aisha = made.addActor("Айша Тестова", { protected: true }).id
  made.addActor("Полиция", { kind: "institution" })
  involve(search, aisha)
  const refOf = (id: string): RecordRef => ({ kind: "incident", id })
  add("act", { type: "secret-detention", title: "Задержание" }, refOf(spring.id))
  add("act", { type: "search-office", title: "Изъятие", warrant: { unsaid: "refused" } }, refOf(search))
  add("claim", { text: "Держали девять дней", about: [{ kind: "actor", id: aisha }] })
  add("claim", { text: "Ничего не было", verification: "unlikely", tags: ["спорно"] })
  const item = made.addEvidence("Протокол", 1)
  made.addEvidence("Снимок", 2)
  change({ kind: "evidence", id: item }, { madeOn: "2018-03", author: { kind: "actor", id: aisha } })
  change(refOf(search), { tags: ["срочно"], region: "almaty-city" })
})

test("one date narrows incidents, items and acts by what may lie in it", () => {
  expect(titles.incident({ when: "2017" })).toEqual(["Разгон"])
  expect(titles.incident({ when: "May 2017" })).toEqual(["Разгон"])
  expect(titles.incident({ when: "2018-03-05/2019" })).toEqual([])
  expect(titles.evidence({ when: "4 марта 2018" })).toEqual(["Протокол"])
  expect(titles.evidence({ when: "2019" })).toEqual([])
})

test("a person narrows to what they are in, from every end", () => {
  expect(titles.incident({ person: aisha })).toEqual(["Обыск"])
  expect(titles.evidence({ person: aisha })).toEqual(["Протокол"])
  expect(titles.of("claim", { person: aisha })).toEqual(["Держали девять дней"])
  expect(titles.of("act", { person: aisha })).toEqual(["Изъятие"])
  expect(titles.actor({ protected: true })).toEqual(["Айша Тестова"])
  expect(titles.incident({ protected: false }).sort()).toEqual(["Без даты", "Разгон"])
})

test("a term brings its narrower ones, and a condition on acts reaches their incidents and back", () => {
  const detained = { where: [{ kind: "act" as const, field: "type", is: ["liberty"] }] }
  expect(titles.of("act", detained)).toEqual(["Задержание"])
  expect(titles.incident(detained)).toEqual(["Разгон"])
  expect(titles.of("act", { verification: ["confirmed"] })).toEqual(["Задержание"])
})

test("refused, not asked and any answer are told apart", () => {
  const warrant = (answer: "any" | "none" | "unknown" | "refused") =>
    titles.of("act", { where: [{ kind: "act", field: "warrant", answer }] })
  expect(warrant("refused")).toEqual(["Изъятие"])
  expect(warrant("none")).toEqual(["Задержание"])
  expect(warrant("any")).toEqual([])
  expect(warrant("unknown")).toEqual([])
})

test("place, tag, verification and words narrow; what says nothing of a kind leaves it alone", () => {
  expect(titles.incident({ place: "алматы" })).toEqual(["Обыск"])
  expect(titles.of("act", { place: "астана" })).toEqual(["Задержание"])
  expect(titles.incident({ tags: ["срочно"] })).toEqual(["Обыск"])
  expect(titles.of("claim", { verification: ["unverified"] })).toEqual(["Держали девять дней"])
  expect(titles.incident({ text: "РАЗГ" })).toEqual(["Разгон"])
  expect(titles.evidence({ verification: ["confirmed"] })).toHaveLength(2)
})

test("timeline, map, claims and graph take the same filter", () => {
  const whole = Filter.parse({ person: aisha })
  const asked = contract["timeline.list"].input.parse({ caseId, filter: whole })
  expect(store.read((tx) => timeline.list(tx, asked)).events.map(({ record }) => record.title)).toEqual(["Обыск"])
  expect(store.read((tx) => map.list(tx, { caseId, filter: whole })).points.map(({ record }) => record.id)).toEqual([
    search,
  ])
  const board = store.read((tx) => claims.board(tx, { caseId, filter: whole }))
  expect([board.claims.length, board.all]).toEqual([1, 2])
  const around = contract["graph.around"].input.parse({ caseId, filter: Filter.parse({ when: "2018" }) })
  const kinds = store.read((tx) => graph.around(tx, around)).nodes.map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(["actor", "incident"])
})

test("values follow every change and every undo", () => {
  const task = add("task", { title: "Запрос", done: "no" })
  const open = () => titles.of("task", { where: [{ kind: "task", field: "done", is: ["no"] }] })
  expect(open()).toEqual(["Запрос"])
  change({ kind: "task", id: task.id }, { done: "yes" })
  expect(open()).toEqual([])
  const { touched } = acts.at(-1) ?? { touched: [] }
  store.write((tx) => undo(tx, { written: touched, verb: "record.undone", subjectId: task.id, newId }))
  expect(open()).toEqual(["Запрос"])
})

const everything: Draft = {
  text: "а",
  person: "00000000-0000-4000-8000-000000000000",
  place: "Алматы",
  when: "2017",
  tags: ["срочно"],
  verification: ["confirmed", "likely"],
  protected: true,
  where: [
    { kind: "act", field: "type", is: ["liberty"] },
    { kind: "act", field: "releasedOn", when: "2018" },
    { kind: "incident", field: "rightsAffected", answer: "any" },
  ],
}
const lists = { incident: incidents.incidentList, actor: actors.actorList, evidence: evidence.listQuery }

test("no narrowed list reads a table from end to end", () => {
  const plans = store.read((tx) => [
    ...Object.values(lists).map((query) =>
      pages.pageStatement(query, input(everything), pages.conditionsOf(tx, query, input(everything))),
    ),
    ...(["act", "claim", "hearing"] as const).map((kind) => {
      const asked = kindInput(kind, everything)
      return recordList.listStatement(asked, recordList.conditionsOf(tx, asked))
    }),
  ])
  for (const statement of plans) {
    const scans = made
      .plan(statement)
      .split("\n")
      .filter((step) => /SCAN (?!json_each|CONSTANT|\d)/.test(step))
    expect(scans).toEqual([])
  }
})

test("groups add up, stand in the order of the list, and a row in two groups comes under both", () => {
  const other = made.addActor("Борис Тестов").id
  involve(search, other)
  const grouped = (by: string, filter: Draft = {}) =>
    store.read((tx) => groups(tx, contract["record.groups"].input.parse({ caseId, kind: "incident", by, filter })))
      .groups
  expect(grouped("person").map(({ label, count }) => [label, count])).toEqual([
    ["Айша Тестова", 1],
    ["Борис Тестов", 1],
    ["", 2],
  ])
  const rows = store.read((tx) => incidents.list(tx, { ...input({}), group: "person" })).rows.map(({ title }) => title)
  expect(rows).toEqual(["Обыск", "Обыск", "Без даты", "Разгон"])
  expect(grouped("month").map(({ key, count }) => `${key} ${count}`)).toEqual(["2017-03 1", "2018-03 1", " 1"])
  expect(grouped("region", { tags: ["срочно"] })).toEqual([{ key: "almaty-city", label: "", count: 1 }])
  const byType = kindInput("act", {})
  const acts = store.read((tx) => recordList.list(tx, { ...byType, group: "type" })).rows.map(({ title }) => title)
  expect(acts).toEqual(["Изъятие", "Задержание"])
  expect(() => grouped("narrative")).toThrow(expect.objectContaining({ code: "bad-input" }))
})

test("records of every kind are found by words in any order, the whole title first", () => {
  const found = (query: string) =>
    store.read((tx) => finding.search(tx, { caseId, query, limit: 20 })).found.map(({ kind, title }) => [kind, title])
  made.addIncident("Обыск в редакции")
  expect(found("обыск")).toEqual([
    ["incident", "Обыск"],
    ["incident", "Обыск в редакции"],
  ])
  expect(found("тестова айша")).toEqual([["actor", "Айша Тестова"]])
  expect(found("дней девять")).toEqual([["claim", "Держали девять дней"]])
  expect(found("e-2")).toEqual([["evidence", "E-002 Снимок"]])
  made.addActor("Қасым Ғалымов")
  expect(found("")[0]).toEqual(["actor", "Қасым Ғалымов"])
  expect(found("касым").map(([, title]) => title)).toEqual(["Қасым Ғалымов"])
  for (const kind of ["incident", "actor", "evidence", "act"] as const)
    expect(made.plan(finding.searchStatement(kind, { caseId, words: ["а"], whole: "а", limit: 5 }))).not.toMatch(/SCAN/)
})

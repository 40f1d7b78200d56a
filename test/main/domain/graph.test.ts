import { afterAll, expect, test } from "vitest"
import * as graph from "../../../main/domain/graph.ts"
import { edgesOf, statements } from "../../../main/domain/graph-edges.ts"
import * as involvements from "../../../main/domain/involvement.ts"
import * as links from "../../../main/domain/link.ts"
import * as records from "../../../main/domain/record.ts"
import { contract, type Input } from "../../../shared/contract/contract.ts"
import type { PlainKind, RecordRef } from "../../../shared/model/field.ts"
import type { ActorId, EvidenceId, IncidentId, LinkId } from "../../../shared/model/ids.ts"
import type { InvolvementRole } from "../../../shared/model/link.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase("graph")
const { caseId, newId } = made
const store = made.records
afterAll(() => made.dispose())

const add = (kind: PlainKind, fields: Input<"record.add">["fields"], parent: RecordRef | null = null): RecordRef => {
  const input = contract["record.add"].input.parse({ caseId, kind, fields, parent })
  return { kind, id: store.write((tx) => records.add(tx, { ...input, id: newId() })).id }
}
const involve = (actorId: ActorId, incidentId: IncidentId, role: InvolvementRole) =>
  store.write((tx) => involvements.add(tx, { id: newId(), actorId, incidentId, role, note: "" }))
const link = (evidenceId: EvidenceId, target: Input<"link.add">["target"]) =>
  store.write((tx) => {
    const input = contract["link.add"].input.parse({ evidenceId, place: { kind: "whole" }, target })
    return links.add(tx, input, { id: newId() as LinkId, anchorId: newId() })
  })
const around = (record: RecordRef | null, more: Partial<Input<"graph.around">> = {}) =>
  store.read((tx) => graph.around(tx, contract["graph.around"].input.parse({ caseId, record, ...more })))
const path = (from: RecordRef, to: RecordRef) => store.read((tx) => graph.path(tx, { from, to, shown: [] }))
const titles = ({ nodes }: { nodes: readonly { title: string }[] }) => nodes.map(({ title }) => title)
const lines = ({ edges }: { edges: readonly { what: { kind: string; field: string; code: string } }[] }) =>
  edges.map(({ what }) => `${what.kind}.${what.field} ${what.code}`.trim()).sort()

const search = made.addIncident("Обыск")
const arrest = made.addIncident("Арест")
const aliya = made.addActor("Алия", { protected: true })
const police = made.addActor("Полиция")
const union = made.addActor("Союз")
const paper = made.addEvidence("Протокол", 1)
const incident: RecordRef = { kind: "incident", id: search.id }
const actor: RecordRef = { kind: "actor", id: aliya.id }
const act = add("act", { type: "secret-detention", title: "Девять дней" }, incident)
const inSearch = involve(aliya.id, search.id, "victim")
involve(police.id, search.id, "alleged-perpetrator")
link(paper, { kind: "incident", id: search.id })
link(paper, { kind: "incident", id: search.id })
add("relation", { type: "part-of", to: { kind: "incident", id: arrest.id } }, incident)
add("affiliation", { to: { kind: "actor", id: union.id }, position: "член" }, actor)
const claim = add("claim", { text: "Ордера не было", about: [{ kind: "involvement", id: inSearch.id }] })
add("support", { evidence: { kind: "evidence", id: paper } }, claim)

test("an incident stands among its people, acts, evidence, claims and related incidents, each by its line", () => {
  const found = around(incident)
  expect(new Set(titles(found))).toEqual(
    new Set(["Обыск", "Алия", "Полиция", "Девять дней", "E-001 Протокол", "Арест", "Ордера не было"]),
  )
  expect(lines(found)).toEqual(
    [
      "act.parent",
      "claim.about",
      "involvement.role alleged-perpetrator",
      "involvement.role victim",
      "link.relation supports",
      "relation.to part-of",
      "support.evidence",
    ].sort(),
  )
  expect(found.edges.find(({ what }) => what.kind === "link")?.evidence).toBe(2)
  expect(found.nodes.find(({ id }) => id === aliya.id)).toMatchObject({
    protected: true,
    hidden: [{ kind: "actor", count: 1 }],
  })
  expect(found.cut).toBe(false)
})

test("a further step, fewer kinds and a limit do what they say", () => {
  expect(titles(around(incident, { depth: 2 }))).toContain("Союз")
  const people = around(incident, { kinds: ["actor"], depth: 3 })
  expect(new Set(titles(people))).toEqual(new Set(["Обыск", "Алия", "Полиция", "Союз"]))
  const hidden = people.nodes[0]?.hidden.map(({ kind, count }) => `${kind} ${count}`)
  expect(hidden).toEqual(["incident 1", "evidence 1", "act 1", "claim 1"])
  const cut = around(incident, { limit: 3 })
  expect([cut.nodes.length, cut.cut]).toEqual([3, true])
})

test("what stands on the screen already is led to, and not counted as hidden", () => {
  const found = around(actor, { kinds: ["actor"], shown: [search.id] })
  expect(titles(found)).toEqual(["Алия", "Союз"])
  expect(lines(found)).toEqual(["affiliation.to", "involvement.role victim"])
  expect(found.nodes[0]?.hidden).toEqual([])
})

test("without a record the whole case is drawn, and a record of another case is not there", () => {
  expect(titles(around(null))).toEqual(expect.arrayContaining(["Обыск", "Арест", "Алия", "Полиция", "Союз"]))
  const other = made.addCase("Другое").id
  expect(() => around(incident, { caseId: other })).toThrow(expect.objectContaining({ code: "not-found" }))
})

test("the shortest way leads through what hangs together, and its ends may be changed over", () => {
  const from = { kind: "actor", id: union.id } as const
  const to = { kind: "incident", id: arrest.id } as const
  const way = path(from, to)
  expect(titles(way)).toEqual(["Союз", "Алия", "Обыск", "Арест"])
  expect(way.nodes[2]?.hidden.map(({ kind }) => kind)).toEqual(["actor", "evidence", "act", "claim"])
  expect(titles(path(to, from))).toEqual(titles(way).reverse())
  expect(titles(path(from, from))).toEqual(["Союз"])
  expect(path(from, { kind: "actor", id: made.addActor("Одна").id })).toMatchObject({ nodes: [], cut: false })
  expect(titles(path(act, { kind: "evidence", id: paper }))).toHaveLength(3)
})

test("lines are the same from either end", () => {
  const from = (id: string) => store.read((tx) => edgesOf(tx, [id]))
  expect(from(claim.id).map(({ to }) => to.id)).toEqual(expect.arrayContaining([search.id, paper]))
  expect(from(union.id)).toHaveLength(1)
})

test("no question of the graph reads a table through", () => {
  for (const [name, statement] of Object.entries(statements)) {
    const plan = made.plan(statement([newId(), newId()]))
    expect(`${name}: ${plan.replace(/SCAN json_each[^\n]*/g, "")}`).not.toMatch(/SCAN/)
  }
  for (const kind of ["incident", "actor", "evidence", "act"] as const)
    expect(made.plan(graph.labelStatement(kind, [newId()])).replace(/SCAN json_each[^\n]*/g, "")).not.toMatch(/SCAN/)
  for (const kind of ["incident", "actor"] as const)
    expect(made.plan(graph.seedStatement(kind, caseId, 10))).not.toMatch(/SCAN|TEMP B-TREE/)
})

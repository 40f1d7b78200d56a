import { afterAll, beforeAll, expect, test } from "vitest"
import * as incidents from "../../../main/domain/incident.ts"
import { show as showRecord } from "../../../main/domain/record.ts"
import * as links from "../../../main/domain/link.ts"
import { pageRect } from "../../../shared/geometry.ts"
import type { AnchorPlace } from "../../../shared/model/anchor.ts"
import type { ActorId, EvidenceId, IncidentId, LinkId } from "../../../shared/model/ids.ts"
import type { LinkGrade, LinkTarget } from "../../../shared/model/link.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase()
const { records, newId } = made
afterAll(() => made.dispose())

let evidenceId: EvidenceId
let recordingId: EvidenceId
let incidentId: IncidentId
let actorId: ActorId
beforeAll(() => {
  evidenceId = made.addEvidence("Protocol", 31)
  recordingId = made.addEvidence("Voice", 32, "audio")
  incidentId = made.addIncident("Search").id
  actorId = made.addActor("Dana").id
})

const itemFor = (place: AnchorPlace): EvidenceId => (place.kind === "time" ? recordingId : evidenceId)

const add = (
  place: AnchorPlace,
  target: LinkTarget = { kind: "incident", id: incidentId },
  evidenceId: EvidenceId = itemFor(place),
  grade: LinkGrade = { reliability: "", credibility: "" },
) => {
  const ids = { id: newId() as LinkId, anchorId: newId() }
  const input = { evidenceId, place, target, relation: "supports", comment: "", grade } as const
  return records.write((tx) => links.add(tx, input, ids))
}

const places: readonly AnchorPlace[] = [
  { kind: "whole" },
  { kind: "page", page: 3, rects: [pageRect(10, 20, 100, 12)], quote: "without a warrant" },
  { kind: "text", start: 5, end: 9, quote: "door" },
  { kind: "time", startMs: 1000, endMs: 2500 },
]

test.each(places)("a passage of kind $kind is kept and seen from both ends", (place) => {
  const link = add(place)
  expect(link.anchor.place).toEqual(place)
  const evidence =
    place.kind === "time"
      ? { reference: "E-032", title: "Voice", kind: "audio" }
      : { reference: "E-031", title: "Protocol", kind: "pdf" }
  expect(link).toMatchObject({ evidence, targetLabel: "Search" })
  expect(records.read((tx) => links.list(tx, { evidenceId: itemFor(place) }))).toContainEqual(link)
  expect(records.read((tx) => links.list(tx, { incidentId }))).toContainEqual(link)
  expect(records.read((tx) => links.list(tx, { incidentId: newId() as IncidentId, evidenceId }))).toEqual([])
})

test("a passage is graded as it is linked, and a code that is none is refused with nothing written", () => {
  const target: LinkTarget = { kind: "actor", id: actorId }
  const link = add({ kind: "whole" }, target, evidenceId, { reliability: "B", credibility: "3" })
  const shown = records.read((tx) => showRecord(tx, { kind: "link", id: link.id }))
  expect(shown.fields).toMatchObject({ reliability: "B", credibility: "3" })
  records.write((tx) => links.remove(tx, link.id))
  expect(() => add({ kind: "whole" }, target, evidenceId, { reliability: "Z", credibility: "" })).toThrow(
    expect.objectContaining({ code: "bad-input" }),
  )
  expect(records.read((tx) => links.list(tx, { actorId }))).toEqual([])
})

const noPlaces: readonly AnchorPlace[] = [
  { kind: "page", page: 4, rects: [], quote: "" },
  { kind: "text", start: 9, end: 9, quote: "" },
  { kind: "time", startMs: 2500, endMs: 1000 },
]

test.each(noPlaces)("a place that is none is refused: $kind", (place) => {
  expect(() => add(place)).toThrow(expect.objectContaining({ code: "bad-input" }))
})

test("a letter has no time, a recording no page", () => {
  const refused = expect.objectContaining({ code: "bad-input" })
  expect(() => add({ kind: "time", startMs: 1, endMs: 2 }, undefined, evidenceId)).toThrow(refused)
  expect(() => add({ kind: "page", page: 1, rects: [], quote: "" }, undefined, recordingId)).toThrow(refused)
})

test("ends in two cases cannot be tied", () => {
  const other = made.addCase("Another").id
  const target = { kind: "actor", id: made.addActor("Stranger", { caseId: other }).id } as const
  expect(() => add({ kind: "whole" }, target)).toThrow(expect.objectContaining({ code: "bad-input" }))
})

test("a target or item that does not exist is not found", () => {
  const nobody = { kind: "actor", id: newId() as ActorId } as const
  expect(() => add({ kind: "whole" }, nobody)).toThrow(expect.objectContaining({ code: "not-found" }))
})

test("a removed link comes back the same, under the same id", async () => {
  const link = add({ kind: "time", startMs: 1, endMs: 2 }, { kind: "actor", id: actorId })
  records.write((tx) => links.remove(tx, link.id))
  expect(records.read((tx) => links.list(tx, { actorId }))).toEqual([])
  expect(() => records.read((tx) => links.show(tx, link.id))).toThrow(expect.objectContaining({ code: "not-found" }))
  expect(records.write((tx) => links.restore(tx, link.id))).toEqual(link)
  expect(records.write((tx) => links.restore(tx, link.id))).toEqual(link)
  expect((await made.verify()).faults).toEqual([])
})

test("relation and comment can be changed, the passage cannot", () => {
  const link = add({ kind: "whole" })
  const patch = { relation: "contradicts", comment: "the stamp differs" } as const
  expect(records.write((tx) => links.update(tx, { id: link.id, patch }))).toEqual({ ...link, ...patch })
})

test("an incident counts each linked item once", () => {
  add({ kind: "whole" })
  add({ kind: "whole" })
  expect(records.read((tx) => incidents.show(tx, incidentId)).counts.evidence).toBe(2)
})

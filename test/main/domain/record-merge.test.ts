import { afterAll, expect, test } from "vitest"
import * as actors from "../../../main/domain/actor.ts"
import * as involvements from "../../../main/domain/involvement.ts"
import * as links from "../../../main/domain/link.ts"
import * as notes from "../../../main/domain/note.ts"
import * as pseudonyms from "../../../main/domain/pseudonym.ts"
import * as records from "../../../main/domain/record.ts"
import { history } from "../../../main/domain/record-history.ts"
import { merge } from "../../../main/domain/record-merge.ts"
import { conflicts, type Sides } from "../../../main/domain/record-merge-answers.ts"
import { pointersTo } from "../../../main/domain/record-refs.ts"
import { undo } from "../../../main/domain/undo.ts"
import { append } from "../../../main/vault/audit.ts"
import { coveredTables } from "../../../main/vault/tables.ts"
import type { Written } from "../../../main/vault/write-tx.ts"
import { contract, type Input } from "../../../shared/contract/contract.ts"
import type { MergeKind } from "../../../shared/contract/record.ts"
import type { PlainKind, RecordRef } from "../../../shared/model/field.ts"
import type { ActorId, IncidentId, LinkId, NoteId } from "../../../shared/model/ids.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase("merge")
const { caseId, newId, records: store } = made
afterAll(() => made.dispose())

let last: Written | undefined
store.onWritten((written) => {
  last = written
})
const takeBack = () => {
  const written = last?.touched ?? []
  store.write((tx) => undo(tx, { written, verb: "record.undone", subjectId: newId(), newId }))
}
const add = (kind: PlainKind, fields: Input<"record.add">["fields"], parent: RecordRef | null = null) => {
  const input = contract["record.add"].input.parse({ caseId, kind, fields, parent })
  return store.write((tx) => records.add(tx, { ...input, id: newId() }))
}
const update = (ref: RecordRef, patch: Input<"record.update">["patch"]) =>
  store.write((tx) => records.update(tx, ref, patch))
const join = (kind: MergeKind, keep: string, lose: string, sides: Sides = {}) =>
  store.write((tx) => merge(tx, { kind, keep, lose, sides, noteId: newId() }))
const involve = (incidentId: IncidentId, actorId: ActorId, note = "") =>
  store.write((tx) => involvements.add(tx, { incidentId, actorId, role: "victim", note, id: newId() }))
const link = (target: Input<"link.add">["target"]) => {
  const evidenceId = made.addEvidence("Протокол", ++numbered)
  const input = contract["link.add"].input.parse({ evidenceId, place: { kind: "whole" }, target })
  return store.write((tx) => links.add(tx, input, { id: newId() as LinkId, anchorId: newId() }))
}
let numbered = 0

/** Every covered row, without who wrote it last, and what points where; an involvement's ends are its own columns. */
const state = () =>
  [...coveredTables, "record_refs", "record_tags"].map((table) =>
    made.db
      .all({ text: `SELECT * FROM ${table}`, values: [] })
      .filter((row) => row["from_kind"] !== "involvement")
      .map(({ changed_at, changed_by, ...row }) => JSON.stringify(row))
      .sort(),
  )

const drawAll = (draw: pseudonyms.Draw) =>
  store.write((tx) => {
    pseudonyms.drawMissing(tx, { caseId, audience: "Press", newId, draw, held: new Set() })
    return pseudonyms.list(tx, caseId, "Press")
  })

/** Draws every number in turn, so that each that is free is met. */
const counting = (): pseudonyms.Draw => {
  let next = 0
  return (below) => next++ % below
}

const twoPeople = () => {
  const keep = made.addActor("Айгерим Сарсенова", { description: "Редактор", protected: true })
  const lose = made.addActor("Aigerim Sarsenova", {
    description: "Журналист",
    protected: true,
    names: [{ text: "Aigerim Sarsenova" }, { text: "Айгерим Сарсенова", kind: "alias" }],
    identifiers: [{ kind: "document", text: "012345678" }],
  })
  return { keep: keep.id, lose: lose.id }
}

test("two people become one with all that hung on either, and one undo takes it back", async () => {
  const { keep, lose } = twoPeople()
  const incident = made.addIncident("Обыск в редакции")
  involve(incident.id, keep)
  involve(incident.id, lose)
  involve(incident.id, made.addActor("Свидетель").id)
  const other = made.addIncident("Суд")
  involve(other.id, lose, "со слов адвоката")
  link({ kind: "actor", id: lose })
  const noteInput = contract["note.add"].input.parse({ subjectKind: "actor", subjectId: lose, text: "Перезвонить" })
  store.write((tx) => notes.add(tx, { ...noteInput, id: newId() as NoteId }))
  const consent = add("consent", { recipient: "Пресса" }, { kind: "actor", id: lose })
  const told = add("disclosure", {
    recipient: "Фонд",
    people: [
      { kind: "actor", id: keep },
      { kind: "actor", id: lose },
    ],
  })
  update({ kind: "actor", id: keep }, { tags: ["редакция"], occupation: "редактор" })
  update({ kind: "actor", id: lose }, { tags: ["суд"], occupation: "журналист", address: "Алматы" })
  const before = state()

  join("actor", keep, lose, { description: "lose" })
  const kept = store.read((tx) => actors.show(tx, keep))
  expect(kept.names.map(({ text }) => text)).toEqual(["Айгерим Сарсенова", "Aigerim Sarsenova"])
  expect(kept.identifiers).toEqual([{ kind: "document", text: "012345678" }])
  expect(kept.description).toBe("Журналист")
  expect(kept.counts).toEqual({ incidents: 2, evidence: 1 })
  const involved = store.read((tx) => involvements.list(tx, { actorId: keep }))
  expect(involved.map(({ incidentLabel, note }) => [incidentLabel, note])).toEqual([
    ["Обыск в редакции", ""],
    ["Суд", "со слов адвоката"],
  ])
  expect(store.read((tx) => notes.list(tx, keep)).map(({ text }) => text)).toEqual(["Перезвонить"])
  const shown = store.read((tx) => records.show(tx, { kind: "actor", id: keep })).fields
  expect(shown).toMatchObject({ tags: ["редакция", "суд"], occupation: "редактор", address: "Алматы" })
  expect(store.read((tx) => records.show(tx, { kind: "consent", id: consent.id })).parent?.id).toBe(keep)
  expect(store.read((tx) => records.show(tx, { kind: "disclosure", id: told.id })).fields["people"]).toEqual([
    { kind: "actor", id: keep },
  ])
  // Nothing anywhere still names the one that went, but the note that says so.
  expect(store.read((tx) => pointersTo(tx, lose))).toEqual([])
  expect(made.db.all({ text: "PRAGMA foreign_key_check", values: [] })).toEqual([])
  const past = store.read((tx) => history(tx, { kind: "actor", id: keep }))
  expect(past.filter(({ what }) => what === "merged").map(({ field, from }) => [field, from])).toContainEqual([
    "occupation",
    "журналист",
  ])

  takeBack()
  expect(state()).toEqual(before)
  expect((await made.verify()).faults).toEqual([])
  // Taking that back is merging again.
  takeBack()
  expect(store.read((tx) => actors.show(tx, keep)).names).toHaveLength(2)
  takeBack()
  expect(state()).toEqual(before)
})

test("what both answered differently is shown first; what one only says is not", () => {
  const { keep, lose } = twoPeople()
  update({ kind: "actor", id: lose }, { born: "1980", tags: ["x"] })
  update({ kind: "actor", id: keep }, { born: { unsaid: "refused" }, tags: ["y"] })
  expect(store.read((tx) => conflicts(tx, { kind: "actor", keep, lose }))).toEqual([
    { field: "description", keep: "Редактор", lose: "Журналист" },
    { field: "born", keep: { unsaid: "refused" }, lose: "1980" },
  ])
})

test("the kept pseudonym stays, and nobody is ever given the other", () => {
  const { keep, lose } = twoPeople()
  const drawn = drawAll(counting())
  const textOf = (id: string) => drawn.find(({ actorId }) => actorId === id)?.text
  join("actor", keep, lose)
  const after = store.read((tx) => pseudonyms.list(tx, caseId, "Press"))
  expect(after.find(({ actorId }) => actorId === keep)?.text).toBe(textOf(keep))
  for (let count = 0; count < 8; count += 1) made.addActor(`Новый ${count}`, { protected: true })
  const later = drawAll(counting())
  expect(later.filter(({ text }) => text === textOf(lose))).toEqual([])
})

test("who was protected stays so, and what was cleared as a namesake is asked again", () => {
  const keep = made.addActor("Дана Тестова").id
  const lose = made.addActor("Д. Тестова", { protected: true }).id
  const evidenceId = made.addEvidence("Письмо", ++numbered)
  const [plan, box, clearance] = [newId(), newId(), newId()]
  store.write((tx) => {
    tx.insert("redaction_plans", { id: plan, evidence_id: evidenceId, audience: "Press", page_count: 1 })
    const where = { page: 1, x: 1, y: 1, width: 9, height: 9, origin: "name", reason: "protected-person" }
    const places = JSON.stringify([{ rect: { x: 1, y: 1, width: 9, height: 9 }, who: lose }])
    tx.insert("redaction_boxes", { id: box, plan_id: plan, ...where, decision: "dismissed", actor_id: lose, places })
    tx.insert("redaction_clearances", { id: clearance, plan_id: plan, box_id: box, reason: "another-person" })
    append(tx, { verb: "redaction.cleared", subjectKind: "evidence", subjectId: evidenceId })
  })
  join("actor", keep, lose)
  expect(store.read((tx) => actors.show(tx, keep)).protected).toBe(true)
  const row = made.db.all({
    text: "SELECT decision, actor_id, places FROM redaction_boxes WHERE id = ?",
    values: [box],
  })
  expect(row).toMatchObject([{ decision: "proposed", actor_id: keep }])
  expect(String(row[0]?.["places"])).toContain(keep)
  expect(made.db.all({ text: "SELECT id FROM redaction_clearances WHERE box_id = ?", values: [box] })).toEqual([])
})

test("two incidents become one: acts, people, passages; what tied the two to each other falls away", async () => {
  const keep = made.addIncident("Задержание", { dates: "2017-03-04", rights: ["свобода"] })
  const lose = made.addIncident("Арест", { dates: "March 2017", place: "Алматы", rights: ["свобода", "здоровье"] })
  const person = made.addActor("Арман Примеров").id
  involve(lose.id, person)
  add("act", { type: "secret-detention" }, { kind: "incident", id: lose.id })
  add("relation", { type: "part-of", to: { kind: "incident", id: keep.id } }, { kind: "incident", id: lose.id })
  link({ kind: "incident", id: lose.id })
  const before = state()
  join("incident", keep.id, lose.id, { dates: "lose" })
  const kept = store.read((tx) => records.show(tx, { kind: "incident", id: keep.id }))
  expect([kept.title, kept.dates.edtf]).toEqual(["Задержание", "2017-03"])
  const row = made.db.all({ text: "SELECT place, rights FROM incidents WHERE id = ?", values: [keep.id] })
  expect(row).toEqual([{ place: "Алматы", rights: '["свобода","здоровье"]' }])
  expect(store.read((tx) => pointersTo(tx, keep.id)).map(({ from }) => from.kind)).toEqual(["act", "involvement"])
  takeBack()
  expect(state()).toEqual(before)
  expect((await made.verify()).faults).toEqual([])
})

test("a record is not merged with itself, with one of another case, or under a legal hold", () => {
  const one = made.addActor("Один").id
  const elsewhere = made.addActor("Другой", { caseId: made.addCase("Другое дело").id }).id
  expect(() => join("actor", one, one)).toThrow("bad-input")
  expect(() => join("actor", one, elsewhere)).toThrow("bad-input")
  update({ kind: "case", id: caseId }, { legalHold: "yes" })
  expect(() => join("actor", one, made.addActor("Два").id)).toThrow("legal-hold")
})

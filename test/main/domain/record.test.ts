import { test as property } from "@fast-check/vitest"
import * as fc from "fast-check"
import { afterAll, expect, test } from "vitest"
import * as links from "../../../main/domain/link.ts"
import * as records from "../../../main/domain/record.ts"
import { history } from "../../../main/domain/record-history.ts"
import { list, listStatement } from "../../../main/domain/record-list.ts"
import { pointersTo } from "../../../main/domain/record-refs.ts"
import { dangling, remove } from "../../../main/domain/record-remove.ts"
import { find } from "../../../main/domain/record-store.ts"
import { undo } from "../../../main/domain/undo.ts"
import type { Written } from "../../../main/vault/write-tx.ts"
import { contract, type Input } from "../../../shared/contract/contract.ts"
import type { PlainKind, RecordRef } from "../../../shared/model/field.ts"
import type { LinkId } from "../../../shared/model/ids.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase("records")
const { caseId, newId } = made
const store = made.records
afterAll(() => made.dispose())

const acts: Written[] = []
store.onWritten((written) => acts.push(written))

const add = (kind: PlainKind, fields: Input<"record.add">["fields"], parent: RecordRef | null = null) =>
  store.write((tx) => {
    const input = contract["record.add"].input.parse({ caseId, kind, fields, parent })
    return records.add(tx, { ...input, id: newId() })
  })
const update = (ref: RecordRef, patch: Input<"record.update">["patch"], expected: string | null = null) =>
  store.write((tx) => records.update(tx, ref, patch, expected))
const takeBack = () => {
  const act = acts.pop()
  if (act === undefined) throw new Error("nothing was written")
  store.write((tx) => undo(tx, { written: act.touched, verb: "record.undone", subjectId: newId(), newId }))
}
const listed = (input: Input<"record.list">) => store.read((tx) => list(tx, contract["record.list"].input.parse(input)))
const refOf = ({ kind, id }: RecordRef): RecordRef => ({ kind, id })

const incident: RecordRef = { kind: "incident", id: made.addIncident("Арест журналиста").id }
const actor: RecordRef = { kind: "actor", id: made.addActor("Полиция Алматы").id }
const actFields = { type: "secret-detention", dates: "4 March 2017", warrant: "no" } as const
// The first shipped act, whichever it is: the test is about the model, not about the list.
const type = "secret-detention"

test("an act is recorded under its incident, its date read from words, and read back from both ends", () => {
  const act = add("act", { ...actFields, type, body: actor, counselAccess: { unsaid: "refused" } }, incident)
  expect(act.dates).toEqual({ edtf: "2017-03-04", earliest: "2017-03-04", latest: "2017-03-04" })
  expect(act.fields["counselAccess"]).toEqual({ unsaid: "refused" })
  expect(act.labels.map(({ kind, title }) => [kind, title])).toEqual([
    ["actor", "Полиция Алматы"],
    ["incident", "Арест журналиста"],
  ])
  const ends = (id: string) => store.read((tx) => pointersTo(tx, id)).map(({ field }) => field)
  expect(ends(incident.id)).toEqual(["parent"])
  expect(ends(actor.id)).toEqual(["body"])
})

test("unknown, refused and not asked are three different answers", () => {
  const one = add("act", { type, charges: { unsaid: "unknown" } }, incident)
  const other = update(refOf(one), { charges: { unsaid: "refused" } })
  expect(other.fields["charges"]).toEqual({ unsaid: "refused" })
  expect(update(refOf(one), { charges: null }).fields).not.toHaveProperty("charges")
})

test.each([
  [{ type: "no-such-act" }, "bad-input"],
  [{ type, dates: "31 February 2017" }, "date-unreadable"],
  [{ type, dates: "2017-03-09/2017-03-04" }, "date-unreadable"],
  [{ type, body: { kind: "actor" as const, id: "00000000-0000-4000-8000-000000000000" } }, "not-found"],
])("a value that cannot be is refused and nothing is written: %j", (fields, code) => {
  const before = listed({ caseId, kind: "act" }).all
  expect(() => add("act", fields, incident)).toThrow(expect.objectContaining({ code }))
  expect(listed({ caseId, kind: "act" }).all).toBe(before)
})

test("a part without its whole, or of another case, is refused", () => {
  expect(() => add("act", { type })).toThrow(expect.objectContaining({ code: "bad-input" }))
  const other = made.addCase("Другое дело")
  expect(() =>
    store.write((tx) =>
      records.add(tx, { id: newId(), kind: "act", caseId: other.id, parent: incident, fields: { type } }),
    ),
  ).toThrow(expect.objectContaining({ code: "bad-input" }))
})

test("a chain of appeals, and an incident in itself, must not lead back", () => {
  const first = add("proceeding", { title: "Первая инстанция" })
  const second = add("proceeding", { title: "Апелляция", appealOf: refOf(first) })
  expect(() => update(refOf(first), { appealOf: refOf(second) })).toThrow(
    expect.objectContaining({ code: "record-circle" }),
  )
  const other: RecordRef = { kind: "incident", id: made.addIncident("Второе").id }
  add("relation", { type: "part-of", to: other }, incident)
  expect(() => add("relation", { type: "part-of", to: incident }, other)).toThrow(
    expect.objectContaining({ code: "record-circle" }),
  )
})

test("an editor who saw an older state does not overwrite a newer one", () => {
  const task = add("task", { title: "Позвонить" })
  expect(() => update(refOf(task), { title: "Написать" }, "2001-01-01T00:00:00.000Z")).toThrow(
    expect.objectContaining({ code: "record-changed" }),
  )
  expect(update(refOf(task), { title: "Написать" }, task.changedAt).title).toBe("Написать")
})

test("the history says who changed which answer from what to what", () => {
  const task = add("task", { title: "Запросить копию", due: "2026-12" })
  update(refOf(task), { due: "2027-01", who: "Айша" })
  const changes = store.read((tx) => history(tx, refOf(task)))
  expect(changes.map(({ field, from, to }) => [field, from, to])).toEqual([
    ["who", null, "Айша"],
    ["due", "2026-12", "2027-01"],
  ])
})

test("removing is shown first, takes the parts along, frees what named it, and one undo brings all back", async () => {
  const doomed: RecordRef = { kind: "incident", id: made.addIncident("Лишнее").id }
  const act = add("act", { type }, doomed)
  const task = add("task", { title: "О лишнем", about: [doomed, incident] })
  const evidenceId = made.addEvidence("Протокол", 41)
  const ids = { id: newId() as LinkId, anchorId: newId() }
  const link = contract["link.add"].input.parse({ evidenceId, place: { kind: "whole" }, target: refOf(act) })
  store.write((tx) => links.add(tx, link, ids))
  expect(store.read((tx) => links.list(tx, { recordId: act.id }))).toHaveLength(1)

  const seen = store.read((tx) => dangling(tx, doomed))
  expect(seen.goes.map(({ kind }) => kind)).toEqual(["act"])
  expect(seen.loses.map(({ record, field }) => [record.id, field])).toEqual([[task.id, "about"]])
  expect(seen.links).toBe(1)

  store.write((tx) => remove(tx, doomed, { text: "Записано дважды", noteId: newId() }))
  expect(store.read((tx) => find(tx, doomed))).toBeUndefined()
  expect(store.read((tx) => find(tx, refOf(task)))?.fields["about"]).toEqual([incident])
  expect(store.read((tx) => pointersTo(tx, doomed.id))).toEqual([])
  takeBack()
  expect(store.read((tx) => find(tx, refOf(act)))?.parent).toEqual(doomed)
  expect(store.read((tx) => find(tx, refOf(task)))?.fields["about"]).toEqual([doomed, incident])
  expect(store.read((tx) => links.list(tx, { recordId: act.id }))).toHaveLength(1)
  expect((await made.verify()).faults).toEqual([])
})

test("a legal hold forbids removing", () => {
  const task = add("task", { title: "Держать" })
  update({ kind: "case", id: caseId }, { legalHold: "yes" })
  expect(() => store.write((tx) => remove(tx, refOf(task), { text: "x", noteId: newId() }))).toThrow(
    expect.objectContaining({ code: "legal-hold" }),
  )
  update({ kind: "case", id: caseId }, { legalHold: null })
})

test("an act whose rows were changed since cannot be taken back silently", () => {
  const task = add("task", { title: "A" })
  update(refOf(task), { title: "B" })
  const act = acts.at(-1)
  update(refOf(task), { title: "C" })
  expect(() =>
    store.write((tx) => undo(tx, { written: act?.touched ?? [], verb: "task.undone", subjectId: newId(), newId })),
  ).toThrow(expect.objectContaining({ code: "undo-stale" }))
})

property.prop([fc.array(fc.constantFrom("add", "change", "remove", "tag"), { minLength: 1, maxLength: 8 })], {
  numRuns: 25,
})("undo is the inverse, and no orphan ever points anywhere", (steps) => {
  const image = () =>
    JSON.stringify([
      made.db.all({ text: "SELECT id, title, fields, parent_id FROM records ORDER BY id", values: [] }),
      made.db.all({ text: "SELECT * FROM record_refs ORDER BY from_id, field, to_id", values: [] }),
      made.db.all({ text: "SELECT * FROM record_tags ORDER BY id, tag", values: [] }),
    ])
  const before = image()
  let done = 0
  const mine: RecordRef[] = []
  for (const step of steps) {
    const last = mine.at(-1)
    if (step === "add" || last === undefined)
      mine.push(refOf(add("task", { title: "t", about: mine.slice(-1).filter(({ kind }) => kind === "incident") })))
    else if (step === "change") update(last, { title: `t ${done}` })
    else if (step === "tag") update(last, { tags: [`метка ${done}`] })
    else {
      store.write((tx) => remove(tx, last, { text: "проба", noteId: newId() }))
      mine.pop()
    }
    done += 1
  }
  const orphans = made.db.all({
    text: `SELECT from_id FROM record_refs WHERE to_kind NOT IN ('case','incident','actor','evidence','involvement','link')
        AND NOT EXISTS (SELECT 1 FROM records WHERE id = to_id)`,
    values: [],
  })
  expect(orphans).toEqual([])
  // Subtle: a change that changes nothing writes no act.
  while (image() !== before && acts.length > 0) takeBackQuietly()
  expect(image()).toBe(before)
})

const takeBackQuietly = () => {
  const act = acts.pop()
  store.write((tx) => undo(tx, { written: act?.touched ?? [], verb: "record.undone", subjectId: newId(), newId }))
  acts.pop()
}

test.each(["", "title", "date", "state", "changedAt"] as const)("the order %j comes from an index", (sort) => {
  const plan = made.plan(listStatement(contract["record.list"].input.parse({ caseId, kind: "task", sort })))
  expect(plan).not.toMatch(/TEMP B-TREE|SCAN t\b/)
  expect(plan).toMatch(/SEARCH t USING INDEX records_\w+ \(case_id=\? AND kind=\?\)/)
})

test("a list narrows by words, state, tag, time and what it points at", () => {
  const about = made.addIncident("Особое")
  const ref: RecordRef = { kind: "incident", id: about.id }
  add("task", { title: "Найти свидетеля", due: "2031-05", tags: ["срочно"], about: [ref] })
  const titles = (more: Partial<Input<"record.list">>) =>
    listed({ caseId, kind: "task", ...more }).rows.map(({ title }) => title)
  expect(titles({ query: "свидет" })).toEqual(["Найти свидетеля"])
  expect(titles({ filter: { tags: ["срочно"] } })).toEqual(["Найти свидетеля"])
  expect(titles({ filter: { when: "2031" } })).toEqual(["Найти свидетеля"])
  expect(titles({ filter: { where: [{ kind: "task", field: "about", to: about.id }] } })).toEqual(["Найти свидетеля"])
})

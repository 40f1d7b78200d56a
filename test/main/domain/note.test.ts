import { afterAll, expect, test } from "vitest"
import * as drafts from "../../../main/domain/draft.ts"
import * as notes from "../../../main/domain/note.ts"
import type { Note } from "../../../shared/contract/note.ts"
import type { NoteId } from "../../../shared/model/ids.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase()
const { records, newId, caseId } = made
afterAll(() => made.dispose())

const add = (subjectKind: Note["subjectKind"], subjectId: string, text: string) =>
  records.write((tx) => notes.add(tx, { id: newId() as NoteId, subjectKind, subjectId, text }))

test("a note can be about a case, an incident, a person or an item", () => {
  const subjects = [
    ["case", caseId],
    ["incident", made.addIncident("Search").id],
    ["actor", made.addActor("Dana").id],
    ["evidence", made.addEvidence("Scan", 1)],
  ] as const
  for (const [kind, id] of subjects) {
    const note = add(kind, id, `about ${kind}`)
    expect(records.read((tx) => notes.list(tx, id))).toEqual([note])
  }
})

test("a note about nothing is not found", () => {
  expect(() => add("actor", newId(), "x")).toThrow(expect.objectContaining({ code: "not-found" }))
})

test("a note is changed and removed", () => {
  const { id } = made.addIncident("Hearing")
  const note = add("incident", id, "first")
  expect(records.write((tx) => notes.update(tx, { id: note.id, text: "second" })).text).toBe("second")
  records.write((tx) => notes.remove(tx, note.id))
  expect(records.read((tx) => notes.list(tx, id))).toEqual([])
})

test("a draft is replaced by its key and leaves no entry in the log", async () => {
  const before = (await made.verify()).entries
  records.write((tx) => drafts.save(tx, "note", "1"))
  records.write((tx) => drafts.save(tx, "note", "2"))
  expect(records.read(drafts.list)).toEqual([{ key: "note", json: "2" }])
  records.write((tx) => drafts.remove(tx, "note"))
  expect(records.read(drafts.list)).toEqual([])
  expect((await made.verify()).entries).toBe(before)
})

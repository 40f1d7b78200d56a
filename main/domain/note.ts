import { Note } from "../../shared/contract/note.ts"
import type { Parsed } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import type { CaseId, NoteId } from "../../shared/model/ids.ts"
import { append } from "../vault/audit.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import { mustFind } from "./record-store.ts"

type Subject = Pick<Note, "subjectKind" | "subjectId">

const select = sql`SELECT id, subject_kind, subject_id, text, created_at, changed_at FROM notes`

const toNote = (row: Row): Note =>
  Note.parse({
    id: row["id"],
    subjectKind: row["subject_kind"],
    subjectId: row["subject_id"],
    text: row["text"],
    createdAt: row["created_at"],
    changedAt: row["changed_at"],
  })

/** @throws Fault "not-found" */
export const show = (tx: ReadTx, id: NoteId): Note => {
  const row = tx.one(sql`${select} WHERE id = ${id}`)
  if (row === undefined) throw new Fault("not-found", { kind: "note" })
  return toNote(row)
}

/** The case that a note's subject belongs to. @throws Fault "not-found" */
export const caseOf = (tx: ReadTx, { subjectKind, subjectId }: Subject): CaseId => {
  if (subjectKind === "removal") throw new Fault("not-found", { kind: subjectKind })
  return mustFind(tx, { kind: subjectKind, id: subjectId }).caseId
}

/** In the order in which they were written. Which records were merged is the history's to tell. */
export const list = (tx: ReadTx, subjectId: string): Note[] =>
  tx
    .all(sql`${select} WHERE subject_id = ${subjectId} AND subject_kind <> 'merged' ORDER BY created_at, id`)
    .map(toNote)

/** @throws Fault "not-found" */
export const add = (tx: WriteTx, input: Parsed<"note.add"> & { readonly id: NoteId }): Note => {
  const { id, subjectKind, subjectId, text } = input
  caseOf(tx, input)
  tx.insert("notes", { id, subject_kind: subjectKind, subject_id: subjectId, text })
  append(tx, { verb: "note.added", subjectKind: "note", subjectId: id })
  return show(tx, id)
}

/** @throws Fault "not-found" */
export const update = (tx: WriteTx, { id, text }: Parsed<"note.update">): Note => {
  tx.update("notes", id, { text })
  append(tx, { verb: "note.changed", subjectKind: "note", subjectId: id })
  return show(tx, id)
}

/** @throws Fault "not-found" */
export const remove = (tx: WriteTx, id: NoteId): void => {
  tx.remove("notes", id)
  append(tx, { verb: "note.removed", subjectKind: "note", subjectId: id })
}

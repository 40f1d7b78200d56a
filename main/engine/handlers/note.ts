import type { Note } from "../../../shared/contract/note.ts"
import type { NoteId } from "../../../shared/model/ids.ts"
import * as notes from "../../domain/note.ts"
import type { ReadTx } from "../../vault/tx.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

const withCase = (tx: ReadTx, note: Note) => ({ note, caseId: notes.caseOf(tx, note) })

export const noteHandlers = (context: EngineContext): HandlersOf<"note"> => ({
  "note.add": (input) => {
    const id = newId(context) as NoteId
    const { note, caseId } = context.vault().write((tx) => withCase(tx, notes.add(tx, { ...input, id })))
    changed(context, "note", caseId)
    return note
  },
  "note.list": ({ subjectId }) => ({ notes: context.vault().read((tx) => notes.list(tx, subjectId)) }),
  "note.update": (input) => {
    const { note, caseId } = context.vault().write((tx) => withCase(tx, notes.update(tx, input)))
    changed(context, "note", caseId)
    return note
  },
  "note.remove": ({ id }) => {
    const { caseId } = context.vault().write((tx) => {
      const removed = withCase(tx, notes.show(tx, id))
      notes.remove(tx, id)
      return removed
    })
    changed(context, "note", caseId)
    return { id }
  },
})

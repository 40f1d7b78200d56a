import { z } from "zod"
import { Instant, NoteId } from "../model/ids.ts"
import { recordKinds } from "../model/field.ts"
import { call } from "./call.ts"

/** "removal": why a record was removed, under the id that it had. */
const noteSubjects = [...recordKinds, "removal"] as const

export const Note = z.strictObject({
  id: NoteId,
  subjectKind: z.enum(noteSubjects),
  subjectId: z.uuid(),
  text: z.string(),
  createdAt: Instant,
  changedAt: Instant,
})
export type Note = z.infer<typeof Note>

const text = z.string().min(1).max(1_000_000)

export const noteCalls = {
  "note.add": call({
    input: z.strictObject({ subjectKind: Note.shape.subjectKind, subjectId: z.uuid(), text }),
    output: Note,
    faults: ["vault-locked", "vault-read-only", "not-found", "disk-full"],
  }),
  "note.list": call({
    input: z.strictObject({ subjectId: z.uuid() }),
    output: z.strictObject({ notes: z.array(Note) }),
    faults: ["vault-locked"],
  }),
  "note.update": call({
    input: z.strictObject({ id: NoteId, text }),
    output: Note,
    faults: ["vault-locked", "vault-read-only", "not-found", "disk-full"],
  }),
  "note.remove": call({
    input: z.strictObject({ id: NoteId }),
    output: z.strictObject({ id: NoteId }),
    faults: ["vault-locked", "vault-read-only", "not-found"],
  }),
} as const

import type { Note } from "../../../shared/contract/note.ts"
import { call } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { remember } from "../../session/undo.ts"

export const useNotes = createStore<{ readonly of: Readonly<Record<string, readonly Note[]>> }>({ of: {} })

export const loadNotes = async (subjectId: string): Promise<void> => {
  const reply = await call("note.list", { subjectId })
  if (reply.ok) useNotes.setState(({ of }) => ({ of: { ...of, [subjectId]: reply.result.notes } }))
}

export const addNote = async (subjectKind: Note["subjectKind"], subjectId: string, text: string): Promise<boolean> => {
  const note = await act("note.add", { subjectKind, subjectId, text })
  if (note === undefined) return false
  await loadNotes(subjectId)
  // Subtle: adding again gives a note of another id, which the next undo must remove.
  let { id } = note
  const takeBack = async () => {
    const done = await act("note.remove", { id })
    await loadNotes(subjectId)
    return done !== undefined
  }
  const again = async () => {
    const added = await act("note.add", { subjectKind, subjectId, text })
    if (added !== undefined) id = added.id
    await loadNotes(subjectId)
    return added !== undefined
  }
  remember({ label: tell("notes.added"), undo: takeBack, redo: again })
  return true
}

const update = async (note: Note, text: string): Promise<boolean> => {
  const changed = await act("note.update", { id: note.id, text })
  await loadNotes(note.subjectId)
  return changed !== undefined
}

export const changeNote = async (note: Note, text: string): Promise<void> => {
  if (!(await update(note, text))) return
  remember({ label: tell("notes.edited"), undo: () => update(note, note.text), redo: () => update(note, text) })
}

export const removeNote = async (note: Note): Promise<void> => {
  let { id } = note
  const remove = async () => {
    const done = await act("note.remove", { id })
    await loadNotes(note.subjectId)
    return done !== undefined
  }
  const putBack = async () => {
    const { subjectKind, subjectId, text } = note
    const added = await act("note.add", { subjectKind, subjectId, text })
    if (added !== undefined) id = added.id
    await loadNotes(subjectId)
    return added !== undefined
  }
  if (await remove()) remember({ label: tell("notes.removed"), undo: putBack, redo: remove }, true)
}

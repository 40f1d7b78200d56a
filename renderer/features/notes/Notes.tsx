import { X } from "lucide-react"
import { type KeyboardEvent, useEffect, useState } from "react"
import type { Note } from "../../../shared/contract/note.ts"
import { Button } from "../../components/Button.tsx"
import { EditableText } from "../../components/EditableText.tsx"
import { Section } from "../../components/Section.tsx"
import { readDraft, removeDraft, saveDraft } from "../../session/drafts.ts"
import { showMoment } from "../../session/moments.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { addNote, changeNote, loadNotes, removeNote, useNotes } from "./store.ts"

const isText = (value: unknown): value is string => typeof value === "string"
const none: readonly Note[] = []

interface Props {
  readonly subjectKind: Note["subjectKind"]
  readonly subjectId: string
}

/** Free notes of any record. A sentence that was being written is there again after a lock. */
export const Notes = ({ subjectKind, subjectId }: Props) => {
  const t = useT()
  const notes = useNotes((state) => state.of[subjectId] ?? none)
  const draftKey = `note.${subjectId}`
  const [text, setText] = useState(() => readDraft(draftKey, isText) ?? "")
  useEffect(() => void loadNotes(subjectId), [subjectId])

  const type = (value: string) => {
    setText(value)
    if (value === "") removeDraft(draftKey)
    else saveDraft(draftKey, value)
  }
  const submit = async () => {
    if (text.trim() === "" || !(await addNote(subjectKind, subjectId, text.trim()))) return
    type("")
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }
  return (
    <Section title={t("common.notes")} count={notes.length === 0 ? undefined : notes.length}>
      {notes.map((note) => (
        <NoteRow key={note.id} note={note} />
      ))}
      <div className="note-new">
        <textarea
          aria-label={t("notes.add")}
          placeholder={t("notes.add")}
          value={text}
          rows={text === "" ? 1 : 3}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {text !== "" && (
          <Button look="primary" small onPress={() => void submit()}>
            {t("common.add")}
          </Button>
        )}
      </div>
    </Section>
  )
}

const NoteRow = ({ note }: { readonly note: Note }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const save = async (text: string) => {
    await (text.trim() === "" ? removeNote(note) : changeNote(note, text))
    return undefined
  }
  return (
    <article className="note">
      <EditableText label={t("common.notes")} value={note.text} display={mask(note.text)} multiline onSave={save} />
      <p className="note-foot">
        <span className="hint grow">{showMoment(language, note.changedAt)}</span>
        <Button icon={X} look="quiet" small tip={t("notes.remove")} onPress={() => void removeNote(note)} />
      </p>
    </article>
  )
}

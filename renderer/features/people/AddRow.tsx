import { type SubmitEvent, type KeyboardEvent, useState } from "react"
import { type ActorKind, actorKinds } from "../../../shared/model/actor.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Toggle } from "../../components/Toggle.tsx"
import { readDraft, removeDraft, saveDraft } from "../../session/drafts.ts"
import { refine } from "../../session/navigation.ts"
import { useT } from "../../session/preferences.ts"
import { addActor, showAdding } from "./store.ts"

const isText = (value: unknown): value is string => typeof value === "string"

/** A new person, typed in the list itself. */
export const AddRow = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const draftKey = `actor.add ${caseId}`
  const [name, setName] = useState(() => readDraft(draftKey, isText) ?? "")
  const [kind, setKind] = useState<ActorKind>("person")
  const [guarded, setGuarded] = useState(false)
  const close = () => {
    showAdding(false)
    removeDraft(draftKey)
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (name.trim() === "") return
    const actor = await addActor({ caseId, kind, names: [{ text: name.trim() }], protected: guarded })
    if (actor === undefined) return
    showAdding(false)
    refine({ view: "people", caseId, id: actor.id })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close()
  }
  return (
    <form className="add-row people-add" onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown}>
      <input
        className="add-title"
        aria-label={t("people.name")}
        placeholder={t("people.name")}
        value={name}
        autoFocus
        onChange={(event) => {
          setName(event.currentTarget.value)
          saveDraft(draftKey, event.currentTarget.value)
        }}
      />
      <Choice
        label={t("evidence.kind")}
        hideLabel
        value={kind}
        options={actorKinds.map((value) => ({ value, label: t(`actor.kind.${value}`) }))}
        onChange={setKind}
      />
      <Toggle violet on={guarded} onChange={setGuarded}>
        {t("people.protected")}
      </Toggle>
      <Button look="quiet" onPress={close}>
        {t("common.cancel")}
      </Button>
      <Button look="primary" type="submit" disabled={name.trim() === ""}>
        {t("common.add")}
      </Button>
    </form>
  )
}

import { type SubmitEvent, type KeyboardEvent, useState } from "react"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { readDraft, removeDraft, saveDraft } from "../../session/drafts.ts"
import { explain } from "../../session/explain.ts"
import { refine } from "../../session/navigation.ts"
import { useT } from "../../session/preferences.ts"
import { addIncident, showAdding, useIncidents } from "./store.ts"

interface Draft {
  readonly title: string
  readonly dates: string
  readonly place: string
}
const isDraft = (value: unknown): value is Draft => {
  const draft = value as Partial<Record<keyof Draft, unknown>> | null
  return typeof draft?.title === "string" && typeof draft.dates === "string" && typeof draft.place === "string"
}
const blank: Draft = { title: "", dates: "", place: "" }

/** A new incident, typed in the list itself. Enter adds it and begins the next. */
export const AddRow = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const failure = useIncidents((state) => state.addFailure)
  const draftKey = `incident.add ${caseId}`
  const [draft, setDraft] = useState<Draft>(() => readDraft(draftKey, isDraft) ?? blank)
  const change = (patch: Partial<Draft>) => {
    const next = { ...draft, ...patch }
    setDraft(next)
    saveDraft(draftKey, next)
  }
  const close = () => {
    showAdding(false)
    if (draft.title === "") removeDraft(draftKey)
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (draft.title.trim() === "") return
    const added = await addIncident({ caseId, ...draft, title: draft.title.trim() })
    if (added === undefined) return
    setDraft(blank)
    showAdding(false)
    refine({ view: "incidents", caseId, id: added.id })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close()
  }
  return (
    <form className="add-row" onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown}>
      <input
        className="add-title"
        aria-label={t("incidents.addWhat")}
        placeholder={t("incidents.addWhat")}
        value={draft.title}
        autoFocus
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <input
        aria-label={t("incidents.when")}
        aria-invalid={failure?.code === "date-unreadable"}
        placeholder={t("incidents.addWhen")}
        value={draft.dates}
        onChange={(event) => change({ dates: event.currentTarget.value })}
      />
      <input
        aria-label={t("incidents.where")}
        placeholder={t("incidents.addWhere")}
        value={draft.place}
        onChange={(event) => change({ place: event.currentTarget.value })}
      />
      <Button look="quiet" onPress={close}>
        {t("common.cancel")}
      </Button>
      <Button look="primary" type="submit" disabled={draft.title.trim() === ""}>
        {t("common.add")}
      </Button>
      {failure !== undefined && (
        <p className="field-error add-error" role="alert">
          {explain(t, failure)}
        </p>
      )}
    </form>
  )
}

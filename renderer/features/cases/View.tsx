import "./cases.css"
import { Plus } from "lucide-react"
import { type SubmitEvent, useState } from "react"
import type { Case } from "../../../shared/model/case.ts"
import { copyText } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { Field } from "../../components/Field.tsx"
import { Empty, Failed, Skeleton } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { readDraft, saveDraft } from "../../session/drafts.ts"
import { explain } from "../../session/explain.ts"
import { showDay } from "../../session/moments.ts"
import { useMask } from "../../session/names.ts"
import { go } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { addCase, loadCases, showAdding, useCases } from "./store.ts"

export const CasesView = () => {
  const t = useT()
  const { cases, status, failure, adding } = useCases()
  useKeys({ add: () => showAdding(true) })
  const button = (
    <Button icon={Plus} look="primary" keyName="add" showKey onPress={() => showAdding(true)}>
      {t("cases.add")}
    </Button>
  )
  return (
    <div className="cases">
      <header className="head-bar">
        <h1>{t("cases.title")}</h1>
        {cases.length > 0 && <span className="count">{cases.length}</span>}
        <span className="grow" />
        {cases.length > 0 && button}
      </header>
      {status === "idle" && <Skeleton label={t("common.loading")} />}
      {failure !== undefined && (
        <Failed
          sentence={explain(t, failure)}
          code={failure.code}
          copyLabel={t("common.copyCode")}
          onCopy={(code) => void copyText(code)}
        >
          <Button small onPress={() => void loadCases()}>
            {t("common.tryAgain")}
          </Button>
        </Failed>
      )}
      {status === "ready" && cases.length === 0 && <Empty title={t("cases.empty")}>{button}</Empty>}
      {cases.length > 0 && (
        <ul className="case-list">
          {cases.map((one) => (
            <CaseRow key={one.id} one={one} />
          ))}
        </ul>
      )}
      {adding && <AddCase />}
    </div>
  )
}

const CaseRow = ({ one }: { readonly one: Case }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const { counts } = one
  return (
    <li>
      <button type="button" className="case-row" onClick={() => go({ view: "overview", caseId: one.id })}>
        <span className="case-title">
          <strong>{mask(one.title)}</strong>
          {one.reference !== "" && <span className="quiet">{one.reference}</span>}
          {one.status === "closed" && <Chip>{t("cases.status.closed")}</Chip>}
        </span>
        {one.summary !== "" && <span className="case-summary">{mask(one.summary)}</span>}
        <span className="case-counts">
          {t("count.incidents", { count: counts.incidents })} · {t("count.evidence", { count: counts.evidence })} ·{" "}
          {t("count.people", { count: counts.actors })}
          <span className="hint"> · {t("cases.changed", { date: showDay(language, one.changedAt) })}</span>
        </span>
      </button>
    </li>
  )
}

interface Draft {
  readonly title: string
  readonly reference: string
}
const isDraft = (value: unknown): value is Draft => typeof (value as Draft | null)?.title === "string"

const AddCase = () => {
  const t = useT()
  const [draft, setDraft] = useState<Draft>(() => readDraft("case.add", isDraft) ?? { title: "", reference: "" })
  const change = (patch: Partial<Draft>) => {
    const next = { ...draft, ...patch }
    setDraft(next)
    saveDraft("case.add", next)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (draft.title.trim() !== "") void addCase(draft.title.trim(), draft.reference.trim())
  }
  return (
    <Dialog title={t("cases.addTitle")} closeLabel={t("common.close")} onClose={() => showAdding(false)}>
      <form className="stack" onSubmit={submit}>
        <Field
          label={t("cases.titleField")}
          value={draft.title}
          onChange={(title) => change({ title })}
          hint={t("cases.titleHint")}
          autoFocus
        />
        <Field label={t("cases.reference")} value={draft.reference} onChange={(reference) => change({ reference })} />
        <div className="row end">
          <Button look="primary" type="submit" disabled={draft.title.trim() === ""}>
            {t("cases.create")}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

import "./overview.css"
import { useEffect, useState } from "react"
import type { Case } from "../../../shared/model/case.ts"
import type { Evidence } from "../../../shared/model/evidence.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import type { Incident } from "../../../shared/model/incident.ts"
import { call } from "../../bridge/client.ts"
import { Button } from "../../components/Button.tsx"
import { EditableText } from "../../components/EditableText.tsx"
import { onRecords } from "../../session/changes.ts"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { changeCase, useCase } from "../cases/store.ts"
import { ImportDialog } from "../evidence/ImportDialog.tsx"
import { Notes } from "../notes/Notes.tsx"
import { Guarded, Latest, Loose, Next, shown } from "./Parts.tsx"

interface Recent {
  readonly incidents: readonly Incident[]
  readonly loose: readonly Evidence[]
}

const looked = 500

const useRecent = (caseId: CaseId): Recent | undefined => {
  const [recent, setRecent] = useState<Recent | undefined>(undefined)
  useEffect(() => {
    const load = async () => {
      const [incidents, evidence] = await Promise.all([
        call("incident.list", { caseId, limit: shown, sort: "dates", descending: true }),
        call("evidence.list", { caseId, limit: looked }),
      ])
      setRecent({
        incidents: incidents.ok ? incidents.result.rows : [],
        loose: evidence.ok ? evidence.result.rows.filter((row) => row.counts.links === 0) : [],
      })
    }
    void load()
    return onRecords(["incident", "evidence", "link"], () => void load())
  }, [caseId])
  return recent
}

/** Where a case stands, and what to do next. */
export const OverviewView = ({ caseId }: { readonly caseId: CaseId }) => {
  const current = useCase(caseId)
  const recent = useRecent(caseId)
  if (current === undefined) return null
  const { counts } = current
  if (counts.incidents + counts.evidence + counts.actors === 0) return <NewCase current={current} />
  return (
    <div className="overview">
      <Head current={current} />
      <div className="overview-columns">
        <div className="stack">
          {recent !== undefined && recent.incidents.length > 0 && (
            <Latest caseId={caseId} incidents={recent.incidents} />
          )}
          {recent !== undefined && current.counts.evidence > 0 && <Loose caseId={caseId} loose={recent.loose} />}
        </div>
        <div className="stack">
          <Next caseId={caseId} />
          {current.counts.actors > 0 && <Guarded caseId={caseId} />}
          <div className="card flush">
            <Notes subjectKind="case" subjectId={caseId} />
          </div>
        </div>
      </div>
      <ImportDialog />
    </div>
  )
}

/** A case with nothing in it yet says what to do first. */
const NewCase = ({ current }: { readonly current: Case }) => (
  <div className="overview">
    <Head current={current} />
    <div className="overview-first">
      <Next caseId={current.id} />
    </div>
    <ImportDialog />
  </div>
)

const Head = ({ current }: { readonly current: Case }) => {
  const t = useT()
  const mask = useMask()
  const save = async (patch: Parameters<typeof changeCase>[1]) => {
    await changeCase(current, patch, t("cases.edited"))
    return undefined
  }
  const closed = current.status === "closed"
  return (
    <header className="overview-head">
      <div className="row">
        <h1 className="grow">
          <EditableText
            label={t("common.title")}
            className="overview-title"
            value={current.title}
            display={mask(current.title)}
            onSave={(title) => save({ title })}
          />
        </h1>
        <Button look="quiet" small onPress={() => void save({ status: closed ? "open" : "closed" })}>
          {closed ? t("cases.reopen") : t("cases.close")}
        </Button>
      </div>
      <p className="row wrap quiet">
        <EditableText
          label={t("cases.reference")}
          value={current.reference}
          placeholder={t("cases.reference")}
          onSave={(reference) => save({ reference })}
        />
        <span aria-hidden>·</span>
        <span>{t("count.incidents", { count: current.counts.incidents })}</span>
        <span aria-hidden>·</span>
        <span>{t("count.evidence", { count: current.counts.evidence })}</span>
        <span aria-hidden>·</span>
        <span>{t("count.people", { count: current.counts.actors })}</span>
      </p>
      <EditableText
        label={t("overview.summary")}
        className="serif overview-summary"
        multiline
        value={current.summary}
        display={mask(current.summary)}
        placeholder={t("overview.summaryHint")}
        onSave={(summary) => save({ summary })}
      />
    </header>
  )
}

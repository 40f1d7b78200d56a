import "./overview.css"
import { FilePlus2, type LucideIcon, PackageCheck, ShieldUser, TriangleAlert, UserPlus } from "lucide-react"
import { useEffect, useState } from "react"
import type { Case } from "../../../shared/model/case.ts"
import type { Evidence } from "../../../shared/model/evidence.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import type { Incident } from "../../../shared/model/incident.ts"
import { call } from "../../bridge/client.ts"
import { Button } from "../../components/Button.tsx"
import { EditableText } from "../../components/EditableText.tsx"
import { onRecords } from "../../session/changes.ts"
import { showDates } from "../../session/dates.ts"
import { useMask, useNames } from "../../session/names.ts"
import { go } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { changeCase, useCase } from "../cases/store.ts"
import { pickAndImport } from "../evidence/import.ts"
import { ImportDialog } from "../evidence/ImportDialog.tsx"
import { kindIcon } from "../evidence/kinds.ts"
import { Notes } from "../notes/Notes.tsx"

interface Recent {
  readonly incidents: readonly Incident[]
  readonly loose: readonly Evidence[]
}

const shown = 6
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

const Latest = ({ caseId, incidents }: { readonly caseId: CaseId; readonly incidents: readonly Incident[] }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  return (
    <section>
      <h2 className="overview-label">{t("overview.latest")}</h2>
      <ul className="rows">
        {incidents.map((row) => (
          <li key={row.id}>
            <button type="button" className="rows-item" onClick={() => go({ view: "incidents", caseId, id: row.id })}>
              <span className="rows-when">{showDates(language, row.dates) || t("incidents.noDate")}</span>
              <span className="grow truncate strong">{mask(row.title)}</span>
              <span className="quiet">{mask(row.place)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Loose = ({ caseId, loose }: { readonly caseId: CaseId; readonly loose: readonly Evidence[] }) => {
  const t = useT()
  const mask = useMask()
  return (
    <section>
      <h2 className="overview-label">
        {t("overview.unlinked")} {loose.length > 0 && <span className="count">{loose.length}</span>}
      </h2>
      {loose.length === 0 ? (
        <p className="quiet">{t("overview.allLinked")}</p>
      ) : (
        <ul className="rows">
          {loose.slice(0, shown).map((row) => {
            const Icon = kindIcon(row.kind)
            return (
              <li key={row.id}>
                <button type="button" className="rows-item" onClick={() => go({ view: "viewer", caseId, id: row.id })}>
                  <Icon size={15} strokeWidth={1.75} aria-hidden />
                  <span className="grow truncate">{mask(row.title)}</span>
                  <span className="quiet">{row.reference}</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

const Next = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const steps: readonly { icon: LucideIcon; label: string; run: () => void }[] = [
    { icon: FilePlus2, label: t("overview.addEvidence"), run: () => void pickAndImport(caseId, "files") },
    { icon: TriangleAlert, label: t("overview.addIncident"), run: () => go({ view: "incidents", caseId }) },
    { icon: UserPlus, label: t("overview.addPerson"), run: () => go({ view: "people", caseId }) },
    { icon: PackageCheck, label: t("overview.build"), run: () => go({ view: "dossiers", caseId }) },
  ]
  return (
    <section>
      <h2 className="overview-label">{t("overview.nextTitle")}</h2>
      <div className="next">
        {steps.map(({ icon, label, run }) => (
          <Button key={label} icon={icon} onPress={run}>
            {label}
          </Button>
        ))}
      </div>
    </section>
  )
}

const Guarded = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const mask = useMask()
  const people = useNames((state) => state.people)
  return (
    <section>
      <h2 className="overview-label">{t("overview.protected")}</h2>
      {people.length === 0 ? (
        <p className="quiet">{t("overview.noneProtected")}</p>
      ) : (
        <ul className="row wrap">
          {people.map((actor) => (
            <li key={actor.id}>
              <button
                type="button"
                className="chip protected"
                onClick={() => go({ view: "people", caseId, id: actor.id })}
              >
                <ShieldUser size={13} strokeWidth={1.75} aria-hidden />
                {mask(actor.names[0]?.text ?? "")}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

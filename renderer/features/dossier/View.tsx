import "./dossier.css"
import { FolderCheck, PackageCheck, Plus } from "lucide-react"
import { useEffect } from "react"
import type { DossierRecord } from "../../../shared/contract/dossier.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Empty } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { onRecords } from "../../session/changes.ts"
import { showMoment } from "../../session/moments.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { useCase } from "../cases/store.ts"
import { Builder } from "./Builder.tsx"
import { Result } from "./Result.tsx"
import { openDossiers, startForm, useDossier, verifyFolder } from "./store.ts"
import { VerdictDialog } from "./Verdict.tsx"

const today = (): string => new Date().toISOString().slice(0, 10)

export const DossiersView = ({ caseId }: { readonly caseId: CaseId }) => {
  const { form, built } = useDossier()
  useEffect(() => {
    void openDossiers(caseId)
    return onRecords(["redaction", "incident", "link", "actor", "dossier"], () => void openDossiers(caseId))
  }, [caseId])
  return (
    <>
      {built !== undefined ? (
        <Result built={built} />
      ) : form !== undefined ? (
        <Builder form={form} />
      ) : (
        <Records caseId={caseId} />
      )}
      <VerdictDialog />
    </>
  )
}

const Records = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const records = useDossier((state) => state.records)
  const title = useCase(caseId)?.title ?? ""
  const start = () => startForm(title, today())
  useKeys({ add: start })
  const button = (
    <Button icon={Plus} look="primary" keyName="add" showKey onPress={start}>
      {t("dossier.new")}
    </Button>
  )
  const verify = (
    <Button icon={FolderCheck} onPress={() => void verifyFolder()}>
      {t("dossier.verify")}
    </Button>
  )
  return (
    <div className="list">
      <header className="head-bar">
        <h1>{t("rail.dossiers")}</h1>
        {records.length > 0 && <span className="count">{records.length}</span>}
        <span className="grow" />
        {records.length > 0 && (
          <>
            {verify}
            {button}
          </>
        )}
      </header>
      {records.length === 0 ? (
        <Empty title={t("dossier.empty")}>
          <span className="state-actions">
            {button}
            {verify}
          </span>
        </Empty>
      ) : (
        <ul className="dossier-list">
          {records.map((record) => (
            <RecordRow key={record.id} record={record} />
          ))}
        </ul>
      )}
    </div>
  )
}

const RecordRow = ({ record }: { readonly record: DossierRecord }) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  return (
    <li className="dossier-row">
      <PackageCheck size={17} strokeWidth={1.75} aria-hidden />
      <span className="grow">
        <strong className="strong">{record.title}</strong>
        <span className="quiet"> · {t("redaction.for", { audience: record.audience })}</span>
        <span className="dossier-line">
          {showMoment(language, record.builtAt)} · {t("count.pages", { count: record.pages })} ·{" "}
          {t("job.outcome.annexes", { count: record.annexes })} · <code className="mono">{record.keyFingerprint}</code>
        </span>
        {record.regraded !== null && (
          <span className="dossier-line dossier-regraded">
            {t("dossier.regraded", { when: showMoment(language, record.regraded.at), why: record.regraded.why })}
          </span>
        )}
      </span>
    </li>
  )
}

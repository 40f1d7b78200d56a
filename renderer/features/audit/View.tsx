import "./audit.css"
import { CircleCheck, ShieldCheck, TriangleAlert } from "lucide-react"
import { useEffect } from "react"
import { formatNumber } from "../../../shared/i18n/translate.ts"
import type { AuditEntry } from "../../../shared/model/audit.ts"
import { copyText } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { type Column, Grid } from "../../components/Grid.tsx"
import { Failed } from "../../components/States.tsx"
import { onChange } from "../../session/changes.ts"
import { explain } from "../../session/explain.ts"
import { blockSize } from "../../session/list.ts"
import { showMoment } from "../../session/moments.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { chooseEntry, needEntries, reloadLog, useAudit, verifyChain, verifyWholeVault } from "./store.ts"
import { holderWords } from "../holders/names.ts"
import { checkWords } from "../dossier/words.ts"
import { verbWords } from "./words.ts"

/** Who did what when: signed, each entry holding the hash of the one before. */
export const AuditView = () => {
  const t = useT()
  const { total, blocks, chosen, checking, failure } = useAudit()
  const language = usePreferences((state) => state.language)
  useEffect(() => {
    void reloadLog()
    return onChange((event) => {
      if (event.kind === "records.changed") void reloadLog()
    })
  }, [])
  return (
    <div className="list">
      <header className="head-bar">
        <h1>{t("rail.audit")}</h1>
        <span className="count">{formatNumber(language, total)}</span>
        <span className="grow" />
        <Button disabled={checking} onPress={() => void verifyWholeVault()}>
          {t("audit.verifyVault")}
        </Button>
        <Button
          icon={ShieldCheck}
          look="primary"
          disabled={checking}
          onPress={() => void verifyChain(new Date().toISOString())}
        >
          {checking ? t("audit.verifying") : t("audit.verify")}
        </Button>
      </header>
      <p className="audit-note">{t("audit.note")}</p>
      <Verdicts />
      {failure !== undefined && (
        <Failed
          sentence={explain(t, failure)}
          code={failure.code}
          copyLabel={t("common.copyCode")}
          onCopy={(code) => void copyText(code)}
        />
      )}
      <Grid
        label={t("rail.audit")}
        columns={useColumns()}
        count={total}
        rowAt={(index) => blocks[Math.floor(index / blockSize)]?.[index % blockSize]}
        rowKey={(entry) => String(entry.sequence)}
        chosen={chosen === undefined ? undefined : String(chosen.sequence)}
        onChoose={chooseEntry}
        onOpen={(entry) => void copyText(entry.hash)}
        onRange={needEntries}
        sort=""
        descending
        onSort={() => undefined}
      />
    </div>
  )
}

const Verdicts = () => {
  const t = useT()
  const { verdict, wholeVault } = useAudit()
  return (
    <div role="status">
      {verdict !== undefined && (
        <Verdict
          passed={verdict.passed}
          text={
            verdict.passed
              ? t("audit.sound", { entries: verdict.entries, rows: verdict.rows })
              : t("audit.unsound", { count: verdict.faults.length })
          }
          faults={verdict.faults}
        />
      )}
      {wholeVault?.checks.map((check) => (
        <Verdict
          key={check.name}
          passed={check.passed}
          text={t("audit.vaultCheck", { name: checkWords(t, check.name), looked: check.looked })}
          faults={check.faults}
        />
      ))}
    </div>
  )
}

interface VerdictProps {
  readonly passed: boolean
  readonly text: string
  readonly faults: readonly string[]
}

const Verdict = ({ passed, text, faults }: VerdictProps) => {
  const Icon = passed ? CircleCheck : TriangleAlert
  return (
    <div className={passed ? "verdict good" : "verdict bad"}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <div>
        <p>{text}</p>
        {faults.map((fault) => (
          <code key={fault} className="mono verdict-fault selectable">
            {fault}
          </code>
        ))}
      </div>
    </div>
  )
}

const useColumns = (): readonly Column<AuditEntry>[] => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  return [
    { id: "sequence", header: t("evidence.reference"), track: "72px", align: "end", cell: (entry) => entry.sequence },
    {
      id: "at",
      header: t("incidents.when"),
      track: "minmax(160px, 0.3fr)",
      cell: (entry) => <span className="cell-quiet">{showMoment(language, entry.at)}</span>,
    },
    {
      id: "verb",
      header: t("audit.what"),
      track: "minmax(180px, 1fr)",
      cell: (entry) => <span className="cell-strong">{verbWords(t, entry.verb)}</span>,
    },
    {
      id: "who",
      header: t("audit.who"),
      track: "minmax(110px, 0.35fr)",
      cell: (entry) => <span className="cell-quiet">{holderWords(t, entry.holder)}</span>,
    },
    {
      id: "subject",
      header: t("audit.subject"),
      track: "minmax(120px, 0.4fr)",
      cell: (entry) => <code className="mono cell-quiet">{entry.subjectId.slice(0, 8)}</code>,
    },
    { id: "rows", header: t("audit.rows"), track: "70px", align: "end", cell: (entry) => entry.rows },
    {
      id: "hash",
      header: t("audit.hash"),
      track: "minmax(150px, 0.5fr)",
      cell: (entry) => (
        <code className="mono cell-quiet" title={entry.hash}>
          {entry.hash.slice(0, 20)}…
        </code>
      ),
    },
  ]
}

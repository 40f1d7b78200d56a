import { CircleCheck, Copy, FolderOpen, TriangleAlert } from "lucide-react"
import { copyText, reveal } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { formatNumber } from "../../../shared/i18n/translate.ts"
import { type Built, closeForm } from "./store.ts"
import { VerdictChecks } from "./Verdict.tsx"
import { checkWords } from "./words.ts"

/** Where it is, what is in it, and what was proven: in words. */
export const Result = ({ built }: { readonly built: Built }) => {
  const t = useT()
  const mask = useMask()
  const { result } = built
  const { passed } = result.verdict
  const Sign = passed ? CircleCheck : TriangleAlert
  return (
    <div className="result">
      <header className={passed ? "result-head good-text" : "result-head warn-text"}>
        <Sign size={22} strokeWidth={1.75} aria-hidden />
        <h1>{passed ? t("dossier.builtTitle") : t("dossier.builtDoubt")}</h1>
      </header>
      <p className="serif result-line">
        {t("dossier.builtText", {
          title: mask(result.title),
          audience: result.audience,
          pages: t("count.pages", { count: result.pages }),
          annexes: t("job.outcome.annexes", { count: result.annexes.length }),
          pseudonyms: t("count.pseudonyms", { count: result.pseudonyms }),
        })}
      </p>
      <p className="row result-folder">
        <FolderOpen size={16} strokeWidth={1.75} aria-hidden />
        <strong className="grow selectable">{result.folderName}</strong>
        <Button onPress={() => void reveal(result.folder)}>{t("evidence.reveal")}</Button>
      </p>
      <div className="result-columns">
        <section>
          <h2 className="step-label">{t("dossier.annexes")}</h2>
          <ul className="annexes">
            {result.annexes.map((annex) => (
              <li key={annex.number} className="annex">
                <span className="grow">
                  <strong className="strong">
                    {annex.number}. {mask(annex.title)}
                  </strong>
                  <span className="annex-line">
                    {annex.pages === 0 ? t("dossier.recording") : t("count.pages", { count: annex.pages })} ·{" "}
                    {t("job.outcome.boxes", { count: annex.boxes })} ·{" "}
                    <code className="mono" title={annex.sha256}>
                      {annex.sha256.slice(0, 16)}…
                    </code>
                  </span>
                </span>
              </li>
            ))}
            {result.keptBack.map(({ reference, why }) => (
              <li key={reference} className="annex quiet">
                {reference}: {t("dossier.keptBack")} · {why}
              </li>
            ))}
          </ul>
        </section>
        <section className="stack">
          <div>
            <h2 className="step-label">{t("dossier.proven")}</h2>
            <Proofs built={built} />
            <Doubts built={built} />
          </div>
          <div>
            <h2 className="step-label">{t("dossier.verdict")}</h2>
            <VerdictChecks verdict={result.verdict} />
          </div>
          <div>
            <h2 className="step-label">{t("dossier.key")}</h2>
            <p className="row">
              <code className="mono selectable grow">{result.keyFingerprint}</code>
              <Button
                icon={Copy}
                look="quiet"
                small
                tip={t("common.copy")}
                onPress={() => void copyText(result.keyFingerprint)}
              />
            </p>
            <p className="quiet">{t("dossier.keyText")}</p>
          </div>
        </section>
      </div>
      <Button onPress={closeForm}>{t("common.done")}</Button>
    </div>
  )
}

/** Pages on which the second reader saw what only may be somebody: for a last look. */
const Doubts = ({ built }: { readonly built: Built }) => {
  const t = useT()
  const doubted = built.result.proofs.filter(({ report }) => report.pagesWithDoubts.length > 0)
  return doubted.map(({ file, report }) => (
    <p key={file} className="warn-text">
      {t("dossier.doubts", { file, pages: report.pagesWithDoubts.join(", ") })}
    </p>
  ))
}

/** One line for all judges: how many parsers looked at how much, and what they found. */
const Proofs = ({ built }: { readonly built: Built }) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const byName = new Map<string, { by: string; looked: number; hits: number; passed: boolean }>()
  for (const { report } of built.result.proofs) {
    for (const check of report.checks) {
      const sum = byName.get(check.name) ?? { by: check.by, looked: 0, hits: 0, passed: true }
      byName.set(check.name, {
        by: check.by,
        looked: sum.looked + check.looked,
        hits: sum.hits + check.hits,
        passed: sum.passed && check.passed,
      })
    }
  }
  return (
    <ul className="checks">
      {[...byName].map(([name, { by, looked, hits, passed }]) => (
        <li key={name} className="row">
          {passed ? (
            <CircleCheck size={14} strokeWidth={1.75} className="good-text" aria-label={t("dossier.passed")} />
          ) : (
            <TriangleAlert size={14} strokeWidth={1.75} className="bad-text" aria-label={t("dossier.failed")} />
          )}
          <span className="grow">
            {checkWords(t, name)} <span className="quiet">{by}</span>
          </span>
          <span className="quiet">
            {t("dossier.looked", { looked: formatNumber(language, looked), hits: formatNumber(language, hits) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

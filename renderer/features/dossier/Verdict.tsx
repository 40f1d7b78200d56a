import { CircleCheck, TriangleAlert } from "lucide-react"
import type { DossierVerdict } from "../../../shared/model/dossier.ts"
import { copyText } from "../../bridge/shell.ts"
import { Dialog } from "../../components/Dialog.tsx"
import { Failed } from "../../components/States.tsx"
import { explain } from "../../session/explain.ts"
import { useT } from "../../session/preferences.ts"
import { closeVerdict, useDossier } from "./store.ts"
import { checkWords } from "./words.ts"

export const VerdictChecks = ({ verdict }: { readonly verdict: DossierVerdict }) => {
  const t = useT()
  return (
    <ul className="checks">
      {verdict.checks.map((check) => (
        <li key={check.name} className="row">
          {check.passed ? (
            <CircleCheck size={14} strokeWidth={1.75} className="good-text" aria-label={t("dossier.passed")} />
          ) : (
            <TriangleAlert size={14} strokeWidth={1.75} className="bad-text" aria-label={t("dossier.failed")} />
          )}
          <span className="grow">{checkWords(t, check.name)}</span>
          <span className="quiet truncate" title={check.detail}>
            {check.detail === "" ? check.looked : check.detail}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What a dossier's own folder says when it is checked, with no vault needed. */
export const VerdictDialog = () => {
  const t = useT()
  const { verified, verifyFailure } = useDossier()
  if (verifyFailure !== undefined) {
    return (
      <Dialog title={t("dossier.verify")} closeLabel={t("common.close")} onClose={closeVerdict}>
        <Failed
          sentence={explain(t, verifyFailure)}
          code={verifyFailure.code}
          copyLabel={t("common.copyCode")}
          onCopy={(code) => void copyText(code)}
        />
      </Dialog>
    )
  }
  if (verified === undefined) return null
  const { verdict, name } = verified
  return (
    <Dialog title={name} closeLabel={t("common.close")} onClose={closeVerdict}>
      <p className={verdict.passed ? "good-text" : "bad-text"}>
        {verdict.passed ? t("dossier.intact") : t("dossier.notIntact")}
      </p>
      <VerdictChecks verdict={verdict} />
      <p className="quiet">
        {t("dossier.signedBy")} <code className="mono selectable">{verdict.keyFingerprint}</code>
      </p>
    </Dialog>
  )
}

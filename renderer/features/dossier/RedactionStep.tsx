import { ArrowUpRight } from "lucide-react"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { Empty } from "../../components/States.tsx"
import { useMask } from "../../session/names.ts"
import { go, useNavigation } from "../../session/navigation.ts"
import { useT } from "../../session/preferences.ts"
import { type Check as Checked, useDossier } from "./store.ts"

/** How far each annex's redaction has come; one press goes there. */
export const RedactionStep = ({ check }: { readonly check: Checked | undefined }) => {
  const t = useT()
  const mask = useMask()
  const caseId = useNavigation((state) => state.caseId)
  const audience = useDossier((state) => state.form?.audience ?? "")
  if (check === undefined) return <Empty title={t("dossier.chooseFirst")} />
  return (
    <div className="step-body stack">
      <h1>{t("dossier.step.redaction")}</h1>
      <p className="quiet">{t("dossier.redactionText")}</p>
      <ul className="annexes">
        {check.annexes.map((annex) => (
          <li key={annex.evidenceId} className="annex">
            <span className="grow">
              <span className="quiet">{annex.reference} </span>
              <strong className="strong">{mask(annex.title)}</strong>
              <span className="annex-line">
                {annex.recording
                  ? t("dossier.recordingAccepted")
                  : t("dossier.pagesAccepted", { done: annex.acceptedPages, total: annex.pages })}
                {annex.undecided > 0 && (
                  <span className="warn-text"> · {t("dossier.undecided", { count: annex.undecided })}</span>
                )}
              </span>
            </span>
            <Chip tone={annex.ready ? "good" : "warn"}>
              {annex.ready ? t("dossier.reviewed") : t("dossier.toReview")}
            </Chip>
            <Button
              icon={ArrowUpRight}
              small
              onPress={() => {
                if (caseId === undefined) return
                if (annex.recording) go({ view: "viewer", caseId, id: annex.evidenceId })
                else go({ view: "redaction", caseId, id: annex.evidenceId, audience: audience.trim() })
              }}
            >
              {t("dossier.review")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

import { CircleCheck, Eye, FileWarning, ShieldUser, UserRound } from "lucide-react"
import { Chip } from "../../components/Chip.tsx"
import { explain } from "../../session/explain.ts"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { type Check, type Form, isComplete, setStep, useDossier } from "./store.ts"

/** "Before it can leave": each thing in the way, in words, one press from its cure. */
export const Before = ({ form, check }: { readonly form: Form; readonly check: Check | undefined }) => {
  const t = useT()
  const failure = useDossier((state) => state.checkFailure)
  const unready = (check?.annexes ?? []).filter((annex) => !annex.ready)
  const waits = check?.release.twoPeople === true && check.release.confirmedBy === null
  const toCure = unready.length + (isComplete(form) ? 0 : 1) + (failure === undefined ? 0 : 1)
  return (
    <section className="before">
      <header className="row">
        <h2 className="step-label grow">{t("dossier.before")}</h2>
        <span className="quiet">{toCure > 0 ? t("dossier.toCure", { count: toCure }) : ""}</span>
      </header>
      <ul className="stack tight">
        {!isComplete(form) && (
          <Hurdle
            title={form.audience.trim() === "" ? t("dossier.noAudience") : t("dossier.noContents")}
            text={t("dossier.noAudienceText")}
            onPress={() => setStep(form.audience.trim() === "" ? "audience" : "contents")}
          />
        )}
        {failure !== undefined && (
          <Hurdle title={explain(t, failure)} text={failure.code} onPress={() => setStep("contents")} />
        )}
        {unready.map((annex) => (
          <Hurdle
            key={annex.evidenceId}
            title={t("dossier.annexNotReady", { reference: annex.reference })}
            text={[
              annex.acceptedPages < annex.pages
                ? t("dossier.pagesUnseen", { count: annex.pages - annex.acceptedPages, total: annex.pages })
                : "",
              annex.undecided > 0 ? t("dossier.undecided", { count: annex.undecided }) : "",
            ]
              .filter((part) => part !== "")
              .join(" · ")}
            onPress={() => setStep("redaction")}
          />
        ))}
        {toCure === 0 && check !== undefined && !waits && (
          <li className="hurdle ok">
            <CircleCheck size={16} strokeWidth={1.75} aria-hidden />
            <span>
              <strong>{t("dossier.readyTitle")}</strong>
              <span className="quiet">{t("dossier.readyText")}</span>
            </span>
          </li>
        )}
      </ul>
    </section>
  )
}

interface HurdleProps {
  readonly title: string
  readonly text: string
  readonly onPress: () => void
}

const Hurdle = ({ title, text, onPress }: HurdleProps) => (
  <li>
    <button type="button" className="hurdle" onClick={onPress}>
      <FileWarning size={16} strokeWidth={1.75} aria-hidden />
      <span>
        <strong>{title}</strong>
        <span className="quiet">{text}</span>
      </span>
    </button>
  </li>
)

/** "Who sees whom": what this audience will read in each person's place. */
export const WhoSeesWhom = ({ people, audience }: { readonly people: Check["people"]; readonly audience: string }) => {
  const t = useT()
  const mask = useMask()
  return (
    <section className="before">
      <header className="row">
        <h2 className="step-label grow">{t("dossier.whoSeesWhom")}</h2>
        <span className="quiet truncate">{audience}</span>
      </header>
      {people.length === 0 ? (
        <p className="quiet">{t("dossier.nobody")}</p>
      ) : (
        <ul className="stack tight">
          {people.map((person) => (
            <li key={person.actorId} className="row">
              {person.protected ? (
                <ShieldUser size={15} strokeWidth={1.75} aria-hidden className="protected-icon" />
              ) : (
                <UserRound size={15} strokeWidth={1.75} aria-hidden className="quiet" />
              )}
              <span className="grow truncate">
                {mask(person.label)}
                {person.withheld && <span className="quiet"> · {t("dossier.withheld")}</span>}
              </span>
              {person.protected ? (
                <Chip tone="protected">{person.shownAs}</Chip>
              ) : (
                <span className="row quiet">
                  <Eye size={13} strokeWidth={1.75} aria-hidden />
                  {t("dossier.named")}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

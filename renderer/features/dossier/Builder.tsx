import { Check, CircleAlert, PackageCheck } from "lucide-react"
import { copyText } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { Failed } from "../../components/States.tsx"
import { explain } from "../../session/explain.ts"
import { useT } from "../../session/preferences.ts"
import { isActive, useJobs } from "../jobs/store.ts"
import { progressLine } from "../jobs/words.ts"
import { Before, WhoSeesWhom } from "./Before.tsx"
import { RedactionStep } from "./RedactionStep.tsx"
import { SecondPerson } from "./SecondPerson.tsx"
import { AudienceStep, BuildStep, ContentsStep } from "./Steps.tsx"
import {
  build,
  type Check as Checked,
  closeForm,
  type Form,
  isComplete,
  setStep,
  type Step,
  steps,
  useDossier,
} from "./store.ts"

/** All reviewed, and confirmed where a second person has to. */
const mayLeave = (check: Checked | undefined): boolean =>
  check?.ready === true && (!check.release.twoPeople || check.release.confirmedBy !== null)

/** Audience → contents → redactions → build. What stands in the way is always in sight. */
export const Builder = ({ form }: { readonly form: Form }) => {
  const t = useT()
  const { step, check, building, buildFailure } = useDossier()
  return (
    <div className="builder">
      <nav className="builder-steps" aria-label={t("dossier.steps")} data-pane="">
        <ol>
          {steps.map((one, index) => (
            <StepItem key={one} number={index + 1} step={one} here={one === step} form={form} check={check} />
          ))}
        </ol>
        <Button look="quiet" small onPress={closeForm}>
          {t("dossier.discard")}
        </Button>
      </nav>
      <section className="builder-main" data-pane="">
        {step === "audience" && <AudienceStep form={form} />}
        {step === "contents" && <ContentsStep form={form} />}
        {step === "redaction" && <RedactionStep check={check} />}
        {step === "build" && <BuildStep form={form} />}
        {buildFailure !== undefined && (
          <Failed
            sentence={explain(t, buildFailure)}
            code={buildFailure.code}
            copyLabel={t("common.copyCode")}
            onCopy={(code) => void copyText(code)}
          />
        )}
      </section>
      <aside className="builder-side" aria-label={t("dossier.before")}>
        <div className="builder-scroll">
          <Before form={form} check={check} />
          {check !== undefined && <SecondPerson check={check} audience={form.audience.trim()} />}
          {check !== undefined && <WhoSeesWhom people={check.people} audience={form.audience} />}
        </div>
        <footer className="builder-foot">
          {building ? (
            <Building />
          ) : (
            <>
              {step !== "build" && (
                <Button onPress={() => setStep(steps[steps.indexOf(step) + 1] ?? "build")}>{t("common.next")}</Button>
              )}
              <span className="grow" />
              <Button
                icon={PackageCheck}
                look="primary"
                disabled={!mayLeave(check)}
                onPress={() => {
                  setStep("build")
                  void build()
                }}
              >
                {t("dossier.build")}
              </Button>
            </>
          )}
        </footer>
      </aside>
    </div>
  )
}

const stepDone = (step: Step, form: Form, check: Checked | undefined): boolean => {
  switch (step) {
    case "audience":
      return form.audience.trim() !== "" && form.title.trim() !== ""
    case "contents":
      return isComplete(form) && (check?.annexes.length ?? 0) > 0
    case "redaction":
      return check !== undefined && check.annexes.length > 0 && check.annexes.every((annex) => annex.ready)
    case "build":
      return mayLeave(check)
  }
}

interface StepItemProps {
  readonly number: number
  readonly step: Step
  readonly here: boolean
  readonly form: Form
  readonly check: Checked | undefined
}

const StepItem = ({ number, step, here, form, check }: StepItemProps) => {
  const t = useT()
  const done = stepDone(step, form, check)
  return (
    <li>
      <button
        type="button"
        className={here ? "step here" : "step"}
        aria-current={here ? "step" : undefined}
        onClick={() => setStep(step)}
      >
        <span className="step-number">{number}</span>
        <span className="grow">{t(`dossier.step.${step}`)}</span>
        {done ? (
          <Check size={15} strokeWidth={2} className="good-text" aria-label={t("common.done")} />
        ) : (
          <CircleAlert size={15} strokeWidth={1.75} className="warn-text" aria-label={t("dossier.notYet")} />
        )}
      </button>
    </li>
  )
}

/** Live progress of the build, from the job board. */
const Building = () => {
  const t = useT()
  const job = useJobs((state) => state.jobs.find((one) => one.kind === "dossier" && isActive(one)))
  const share = job?.progress ?? 0.03
  return (
    <div className="building">
      <p>{job === undefined ? t("dossier.building") : progressLine(t, job)}</p>
      <div
        className="bar"
        role="progressbar"
        aria-label={t("dossier.building")}
        aria-valuenow={Math.round(share * 100)}
      >
        <span style={{ width: `${Math.round(share * 100)}%` }} />
      </div>
    </div>
  )
}

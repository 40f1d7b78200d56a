import { countOf } from "../../../shared/deadlines/rule.ts"
import { ruleById } from "../../../shared/deadlines/rules.ts"
import { showEdtf } from "../../../shared/dates.ts"
import { explain } from "../../session/explain.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { useDeadlineForm } from "./form.ts"
import { VerdictChip } from "./VerdictChip.tsx"

/** The last day and how it was found, in sentences; or what is still missing. */
export const Working = () => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const { draft, found, fault } = useDeadlineForm()
  const rule = ruleById(draft.rule)
  const unread = rule !== undefined && countOf(rule) === undefined
  return (
    <section className="deadline-working" aria-label={t("deadline.working")} aria-live="polite">
      <h3>{t("deadline.working")}</h3>
      {fault !== undefined && <p className="working-fault">{explain(t, fault)}</p>}
      {unread && <p className="working-fault">{t("fault.rule-incomplete")}</p>}
      {found === undefined && fault === undefined && !unread && <p className="quiet">{t("deadline.workingHint")}</p>}
      {found !== undefined && (
        <>
          <p className="working-due">
            {showEdtf(found.edtf, language)} {!found.checked && <VerdictChip verdict="check-law" />}
          </p>
          <ol>
            {found.working.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

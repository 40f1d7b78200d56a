import "./deadlines.css"
import { useEffect } from "react"
import { type Known, timeUnits } from "../../../shared/deadlines/rule.ts"
import { ruleById, rules } from "../../../shared/deadlines/rules.ts"
import { amountWords } from "../../../shared/deadlines/steps.ts"
import { ruleWords } from "../../../shared/deadlines/working.ts"
import type { RecordRef } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { Field } from "../../components/Field.tsx"
import { usePreferences, useT } from "../../session/preferences.ts"
import { termWords } from "../records/words.ts"
import { begin, save, type, useDeadlineForm } from "./form.ts"
import { Working } from "./Working.tsx"

interface Props {
  readonly caseId: CaseId
  /** What it belongs to. */
  readonly of: RecordRef | null
  readonly onClose: () => void
}

/** A deadline by a rule: what is typed at the left, its working at the right, as it is typed. */
export const DeadlineForm = ({ caseId, of, onClose }: Props) => {
  const t = useT()
  const found = useDeadlineForm((state) => state.found)
  useEffect(begin, [])
  const keep = async () => {
    if (await save(caseId, of)) onClose()
  }
  return (
    <Dialog
      title={t("deadline.add")}
      closeLabel={t("common.cancel")}
      onClose={onClose}
      wide
      sticky
      footer={
        <>
          <Button look="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button look="primary" disabled={found === undefined} onPress={() => void keep()}>
            {t("deadline.keep")}
          </Button>
        </>
      }
    >
      <div className="deadline-form">
        <div className="deadline-fields">
          <RuleFields />
          <StartFields />
          <KeepFields />
        </div>
        <Working />
      </div>
    </Dialog>
  )
}

const RuleFields = () => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const rule = useDeadlineForm((state) => state.draft.rule)
  const listed = rules.map((one) => {
    const long =
      one.amount === null || one.unit === null ? t("deadline.notRead") : amountWords(one.amount, one.unit, language)
    return { value: one.id, label: `${ruleWords(one, language)} · ${long}` }
  })
  return (
    <>
      <Choice
        label={t("deadline.rule")}
        value={rule}
        options={[{ value: "own", label: t("deadline.ownRule") }, ...listed]}
        onChange={(value) => void type({ rule: value })}
      />
      {rule === "own" && <OwnFields />}
    </>
  )
}

const OwnFields = () => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const draft = useDeadlineForm((state) => state.draft)
  const known = (["yes", "no", "unknown"] as const).map((value) => ({
    value,
    label: value === "unknown" ? t("unsaid.unknown") : t(`answer.${value}`),
  }))
  return (
    <>
      <Field
        label={t("deadline.own.title")}
        value={draft.ownTitle}
        onChange={(ownTitle) => void type({ ownTitle })}
        autoFocus
      />
      <div className="deadline-pair">
        <Field label={t("deadline.own.amount")} value={draft.amount} onChange={(amount) => void type({ amount })} />
        <Choice
          label={t("deadline.own.unit")}
          value={draft.unit}
          options={timeUnits.map((value) => ({ value, label: termWords("time-units", value, language, []) }))}
          onChange={(unit) => void type({ unit })}
        />
      </div>
      {draft.unit !== "hours" && (
        <div className="deadline-pair">
          <Choice<Known>
            label={t("deadline.own.firstDay")}
            value={draft.firstDay}
            options={known}
            onChange={(firstDay) => void type({ firstDay })}
          />
          <Choice<Known>
            label={t("deadline.own.moves")}
            value={draft.moves}
            options={known}
            onChange={(moves) => void type({ moves })}
          />
        </div>
      )}
      <Field label={t("deadline.own.source")} value={draft.source} onChange={(source) => void type({ source })} />
    </>
  )
}

const StartFields = () => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const draft = useDeadlineForm((state) => state.draft)
  const rule = ruleById(draft.rule)
  const hours = (rule?.unit ?? (draft.rule === "own" ? draft.unit : "days")) === "hours"
  const from = rule?.startEvent?.[language]
  return (
    <>
      <Field
        label={from === undefined ? t("deadline.start") : t("deadline.startOf", { event: from })}
        value={draft.start}
        placeholder={t("deadline.startHint")}
        onChange={(start) => void type({ start })}
      />
      {hours && (
        <Field
          label={t("deadline.startTime")}
          value={draft.startTime}
          placeholder="14:30"
          onChange={(startTime) => void type({ startTime })}
        />
      )}
      <Field
        label={t("deadline.daysOff")}
        value={draft.daysOff}
        placeholder="2026-05-27"
        onChange={(daysOff) => void type({ daysOff })}
      />
    </>
  )
}

const KeepFields = () => {
  const t = useT()
  const draft = useDeadlineForm((state) => state.draft)
  return (
    <>
      <div className="deadline-pair">
        <Field label={t("deadline.title")} value={draft.title} onChange={(title) => void type({ title })} />
        <Field label={t("agenda.who")} value={draft.who} onChange={(who) => void type({ who })} />
      </div>
      <Field
        label={t("deadline.otherDay")}
        value={draft.due}
        placeholder={t("deadline.otherDayHint")}
        onChange={(due) => void type({ due })}
      />
      {draft.due !== "" && (
        <Field
          label={t("deadline.otherDayReason")}
          value={draft.editedReason}
          onChange={(editedReason) => void type({ editedReason })}
        />
      )}
    </>
  )
}

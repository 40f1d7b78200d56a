import { Language, type EvidenceId } from "../../../shared/model/ids.ts"
import type { Incident } from "../../../shared/model/incident.ts"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Field } from "../../components/Field.tsx"
import { Tick, Toggle } from "../../components/Toggle.tsx"
import { showDates } from "../../session/dates.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { languageNames } from "../unlock/LanguageSwitch.tsx"
import { changeForm, type Check as Checked, type Form, useDossier } from "./store.ts"

export const AudienceStep = ({ form }: { readonly form: Form }) => {
  const t = useT()
  const records = useDossier((state) => state.records)
  const known = [...new Set(records.map((record) => record.audience))].filter((one) => one !== form.audience)
  return (
    <div className="step-body stack">
      <h1>{t("dossier.forWhomTitle")}</h1>
      <p className="quiet">{t("dossier.forWhomText")}</p>
      <Field
        label={t("dossier.audience")}
        value={form.audience}
        onChange={(audience) => changeForm({ audience })}
        placeholder={t("dossier.audienceHint")}
        autoFocus={form.audience === ""}
      />
      {known.length > 0 && (
        <p className="row wrap">
          {known.map((one) => (
            <Button key={one} small onPress={() => changeForm({ audience: one })}>
              {one}
            </Button>
          ))}
        </p>
      )}
      <Field label={t("dossier.title")} value={form.title} onChange={(title) => changeForm({ title })} />
      <div className="two">
        <Choice
          label={t("dossier.language")}
          value={form.language}
          options={Language.options.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(language) => changeForm({ language })}
        />
        <Field label={t("dossier.date")} value={form.datedOn} onChange={(datedOn) => changeForm({ datedOn })} />
      </div>
    </div>
  )
}

export const ContentsStep = ({ form }: { readonly form: Form }) => {
  const t = useT()
  const { incidents, check } = useDossier()
  const toggle = (incident: Incident, on: boolean) =>
    changeForm({
      incidentIds: on ? [...form.incidentIds, incident.id] : form.incidentIds.filter((id) => id !== incident.id),
    })
  return (
    <div className="step-body stack">
      <h1>{t("dossier.step.contents")}</h1>
      <div className="stack tight">
        <h2 className="step-label">{t("dossier.incidents")}</h2>
        <ul className="ticks">
          {incidents.map((incident) => (
            <IncidentTick
              key={incident.id}
              incident={incident}
              on={form.incidentIds.includes(incident.id)}
              onToggle={(on) => toggle(incident, on)}
            />
          ))}
        </ul>
      </div>
      <Annexes form={form} check={check} />
      <Field
        label={t("dossier.terms")}
        value={form.terms}
        onChange={(terms) => changeForm({ terms })}
        lines={3}
        hint={t("dossier.termsHint")}
      />
    </div>
  )
}

interface IncidentTickProps {
  readonly incident: Incident
  readonly on: boolean
  readonly onToggle: (on: boolean) => void
}

const IncidentTick = ({ incident, on, onToggle }: IncidentTickProps) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  return (
    <li>
      <Tick on={on} onChange={onToggle}>
        <span className="grow strong truncate">{mask(incident.title)}</span>
        <span className="quiet">{showDates(language, incident.dates)}</span>
        <span className="tick-count">{t("count.evidence", { count: incident.counts.evidence })}</span>
      </Tick>
    </li>
  )
}

/** By default everything the chosen incidents cite; taking one away makes the list one's own. */
const Annexes = ({ form, check }: { readonly form: Form; readonly check: Checked | undefined }) => {
  const t = useT()
  const mask = useMask()
  if (check === undefined) return null
  const cited = check.annexes.map(({ evidenceId }) => evidenceId)
  const leaveOut = (id: EvidenceId) =>
    changeForm({ evidenceIds: (form.evidenceIds ?? cited).filter((one) => one !== id) })
  return (
    <div className="stack tight">
      <h2 className="step-label row">
        <span className="grow">{t("dossier.annexes")}</span>
        {form.evidenceIds !== null && (
          <button type="button" className="link-button" onClick={() => changeForm({ evidenceIds: null })}>
            {t("dossier.allCited")}
          </button>
        )}
      </h2>
      <ul className="ticks">
        {check.annexes.map((annex) => (
          <li key={annex.evidenceId}>
            <Tick on onChange={() => leaveOut(annex.evidenceId)}>
              <span className="quiet">{annex.reference}</span>
              <span className="grow truncate">{mask(annex.title)}</span>
              <span className="tick-count">
                {annex.recording ? t("dossier.recording") : t("count.pages", { count: annex.pages })}
              </span>
            </Tick>
          </li>
        ))}
        {check.keptBack.map(({ reference, why }) => (
          <li key={reference} className="tick kept">
            <span className="quiet">{reference}</span>
            <span className="grow quiet">{t("dossier.keptBack")}</span>
            <Chip tone="warn">{why}</Chip>
          </li>
        ))}
      </ul>
    </div>
  )
}

export const BuildStep = ({ form }: { readonly form: Form }) => {
  const t = useT()
  return (
    <div className="step-body stack">
      <h1>{t("dossier.step.build")}</h1>
      <p className="quiet">{t("dossier.buildText")}</p>
      <div className="stack tight">
        <Toggle on={form.strict} onChange={(strict) => changeForm({ strict })}>
          {t("dossier.strict")}
        </Toggle>
        <p className="quiet switch-hint">{t("dossier.strictHint")}</p>
      </div>
      <div className="stack tight">
        <Toggle on={form.colour} onChange={(colour) => changeForm({ colour })}>
          {t("dossier.colour")}
        </Toggle>
        <p className="quiet switch-hint">{t("dossier.colourHint")}</p>
      </div>
    </div>
  )
}

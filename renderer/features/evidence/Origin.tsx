import { showEdtf } from "../../../shared/dates.ts"
import type { Evidence } from "../../../shared/model/evidence.ts"
import { Chip } from "../../components/Chip.tsx"
import { Section } from "../../components/Section.tsx"
import { showMoment } from "../../session/moments.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { useEvidence } from "./store.ts"

export const Origin = ({ evidence }: { readonly evidence: Evidence }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const { provenance } = evidence
  const facts: readonly (readonly [string, string])[] = [
    [t("evidence.receivedFrom"), mask(provenance.receivedFrom)],
    [t("evidence.receivedOn"), showEdtf(provenance.receivedOn, language)],
    [t("evidence.how"), mask(provenance.how)],
    [t("evidence.received"), showMoment(language, evidence.receivedAt)],
    [t("evidence.original"), mask(evidence.originalName)],
    [t("evidence.folder"), mask(evidence.originalFolder)],
    [t("evidence.modified"), evidence.fileModifiedAt === "" ? "" : showMoment(language, evidence.fileModifiedAt)],
  ]
  return (
    <Section title={t("evidence.provenance")}>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== "")
          .map(([label, value]) => (
            <Fact key={label} label={label} value={value} />
          ))}
        <Fact label={t("evidence.sha256")} value={evidence.sha256} mono />
      </dl>
    </Section>
  )
}

const Fact = ({ label, value, mono }: { readonly label: string; readonly value: string; readonly mono?: boolean }) => (
  <>
    <dt>{label}</dt>
    <dd className={mono === true ? "mono" : ""}>{value}</dd>
  </>
)

export const Metadata = ({ evidence }: { readonly evidence: Evidence }) => {
  const t = useT()
  const mask = useMask()
  const facts = Object.entries(evidence.metadata)
  if (facts.length === 0) return null
  return (
    <Section title={t("evidence.metadata")} count={facts.length} startsClosed>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <Fact key={label} label={label} value={mask(value)} />
        ))}
      </dl>
    </Section>
  )
}

export const Custody = () => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const custody = useEvidence((state) => state.custody)
  if (custody.length === 0) return null
  return (
    <Section title={t("evidence.custody")} count={custody.length}>
      <ol className="custody">
        {custody.map((entry) => (
          <li key={entry.id}>
            <p className="row">
              <Chip>{t(`custody.${entry.verb}`)}</Chip>
              <span className="hint">{showMoment(language, entry.at)}</span>
            </p>
            <p className="quiet">
              {[entry.who, entry.from, entry.to, entry.how, entry.condition]
                .filter((part) => part !== "")
                .map(mask)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

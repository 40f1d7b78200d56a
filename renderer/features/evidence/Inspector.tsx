import { Download, Eye } from "lucide-react"
import { useEffect, useState } from "react"
import { showEdtf } from "../../../shared/dates.ts"
import type { Evidence } from "../../../shared/model/evidence.ts"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { EditableText } from "../../components/EditableText.tsx"
import { Section } from "../../components/Section.tsx"
import { Toggle } from "../../components/Toggle.tsx"
import { explain } from "../../session/explain.ts"
import { showMoment, showSize, showSpan } from "../../session/moments.ts"
import { useMask } from "../../session/names.ts"
import { go } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { History } from "../audit/History.tsx"
import { LinkRow } from "../links/LinkRow.tsx"
import { openTarget } from "../links/open.ts"
import { loadLinks, useLinksOf } from "../links/store.ts"
import { Notes } from "../notes/Notes.tsx"
import { changeEvidence, exportOriginal, useEvidence } from "./store.ts"

/** Where an item came from, what it says of itself, what it is linked to. */
export const Inspector = ({ evidence }: { readonly evidence: Evidence }) => (
  <article className="inspector">
    <Head evidence={evidence} />
    <Linked evidence={evidence} />
    <Origin evidence={evidence} />
    <Notes subjectKind="evidence" subjectId={evidence.id} />
    <Metadata evidence={evidence} />
    <Custody />
    <History subjectId={evidence.id} />
  </article>
)

const Head = ({ evidence }: { readonly evidence: Evidence }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const [asking, setAsking] = useState(false)
  const extent =
    evidence.durationMs === null
      ? evidence.pageCount === null
        ? ""
        : t("count.pages", { count: evidence.pageCount })
      : showSpan(evidence.durationMs)
  const save = async (patch: Parameters<typeof changeEvidence>[1]) => {
    await changeEvidence(evidence, patch)
    return undefined
  }
  return (
    <header className="inspector-head">
      <h2>
        <EditableText
          label={t("common.title")}
          className="inspector-title"
          value={evidence.title}
          display={mask(evidence.title)}
          onSave={(title) => save({ title })}
        />
      </h2>
      <p className="inspector-line">
        <span>{evidence.reference}</span>
        <span>{t(`evidence.kind.${evidence.kind}`)}</span>
        {extent !== "" && <span>{extent}</span>}
        <span>{showSize(language, evidence.sizeBytes)}</span>
      </p>
      {evidence.reading.state === "failed" && (
        <p className="field-error">
          {explain(t, { code: evidence.reading.fault, detail: {} })}{" "}
          <code className="mono">{evidence.reading.fault}</code>
        </p>
      )}
      <EditableText
        label={t("common.description")}
        multiline
        value={evidence.description}
        display={mask(evidence.description)}
        placeholder={t("common.description")}
        onSave={(description) => save({ description })}
      />
      <div className="row wrap">
        <Button
          icon={Eye}
          look="primary"
          keyName="open"
          showKey
          onPress={() => go({ view: "viewer", caseId: evidence.caseId, id: evidence.id })}
        >
          {t("evidence.open")}
        </Button>
        <Button icon={Download} tip={t("evidence.export")} onPress={() => setAsking(true)} />
        <Toggle on={evidence.graphic} onChange={(graphic) => void changeEvidence(evidence, { graphic })}>
          {t("evidence.graphic")}
        </Toggle>
      </div>
      {asking && (
        <Dialog
          title={t("evidence.export")}
          closeLabel={t("common.close")}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button look="quiet" onPress={() => setAsking(false)}>
                {t("common.cancel")}
              </Button>
              <Button
                look="danger"
                onPress={() => {
                  setAsking(false)
                  void exportOriginal(evidence.id)
                }}
              >
                {t("evidence.export")}
              </Button>
            </>
          }
        >
          <p>{t("evidence.exportText")}</p>
        </Dialog>
      )}
    </header>
  )
}

const Linked = ({ evidence }: { readonly evidence: Evidence }) => {
  const t = useT()
  const links = useLinksOf(evidence.id)
  useEffect(() => void loadLinks({ evidenceId: evidence.id }), [evidence.id])
  return (
    <Section title={t("evidence.linkedTo")} count={links.length === 0 ? undefined : links.length}>
      {links.length === 0 ? (
        <p className="quiet">{t("links.none")}</p>
      ) : (
        <ul>
          {links.map((link) => (
            <LinkRow key={link.id} link={link} end="target" onOpen={(one) => openTarget(evidence.caseId, one)} />
          ))}
        </ul>
      )}
    </Section>
  )
}

const Origin = ({ evidence }: { readonly evidence: Evidence }) => {
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

const Metadata = ({ evidence }: { readonly evidence: Evidence }) => {
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

const Custody = () => {
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

import { Download, Eye } from "lucide-react"
import { useEffect, useState } from "react"
import type { Evidence } from "../../../shared/model/evidence.ts"
import { Button } from "../../components/Button.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { EditableText } from "../../components/EditableText.tsx"
import { Section } from "../../components/Section.tsx"
import { Toggle } from "../../components/Toggle.tsx"
import { explain } from "../../session/explain.ts"
import { showSize, showSpan } from "../../session/moments.ts"
import { useMask } from "../../session/names.ts"
import { go, refine } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { History } from "../audit/History.tsx"
import { LinkRow } from "../links/LinkRow.tsx"
import { openTarget } from "../links/open.ts"
import { loadLinks, useLinksOf } from "../links/store.ts"
import { Notes } from "../notes/Notes.tsx"
import { FieldsOf } from "../records/Fields.tsx"
import { Parts } from "../records/Parts.tsx"
import { Remove } from "../records/Remove.tsx"
import { changeEvidence, exportOriginal } from "./store.ts"
import { Custody, Metadata, Origin } from "./Origin.tsx"

/** Where an item came from, what it says of itself, what it is linked to. */
export const Inspector = ({ evidence }: { readonly evidence: Evidence }) => (
  <article className="inspector">
    <Head evidence={evidence} />
    <Linked evidence={evidence} />
    <Origin evidence={evidence} />
    <FieldsOf of={{ kind: "evidence", id: evidence.id }} />
    <Parts caseId={evidence.caseId} of={{ kind: "evidence", id: evidence.id }} />
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
        <Remove
          of={{ kind: "evidence", id: evidence.id }}
          onGone={() => refine({ view: "evidence", caseId: evidence.caseId })}
        />
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

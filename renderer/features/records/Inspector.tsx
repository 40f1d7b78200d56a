import { ChevronRight } from "lucide-react"
import type { RecordView } from "../../../shared/contract/record.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Section } from "../../components/Section.tsx"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { asTarget } from "../links/drag.ts"
import { Passages } from "../links/Passages.tsx"
import { Notes } from "../notes/Notes.tsx"
import { Fields } from "./Fields.tsx"
import { RecordHistory } from "./History.tsx"
import { openRecord } from "./open.ts"
import { Parts } from "./Parts.tsx"
import { Remove } from "./Remove.tsx"
import { recordTitle } from "./words.ts"

/** All that is known of one record, from every end. */
export const RecordInspector = ({ record, onGone }: { readonly record: RecordView; readonly onGone: () => void }) => (
  <article className="inspector">
    <Head record={record} onGone={onGone} />
    <Details record={record} />
    <Parts caseId={record.caseId} of={record} />
    <LinkedTo record={record} />
    <Notes subjectKind={record.kind} subjectId={record.id} />
    <RecordHistory of={record} />
  </article>
)

const Head = ({ record, onGone }: { readonly record: RecordView; readonly onGone: () => void }) => {
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const { parent } = record
  const whole = parent === null ? undefined : record.labels.find(({ id }) => id === parent.id)
  return (
    <header className="inspector-head">
      {parent !== null && (
        <button type="button" className="crumb" onClick={() => openRecord(record.caseId, parent)}>
          <span className="truncate">{whole === undefined ? "…" : mask(recordTitle(whole, language))}</span>
          <ChevronRight size={12} strokeWidth={2} aria-hidden />
        </button>
      )}
      <div className="row">
        <h2 className="grow">{mask(recordTitle(record, language))}</h2>
        <Remove of={record} onGone={onGone} />
      </div>
      <span className="quiet">{kindOf(record.kind).label[language]}</span>
    </header>
  )
}

const Details = ({ record }: { readonly record: RecordView }) => {
  const t = useT()
  return (
    <Section title={t("records.details")}>
      <Fields record={record} />
    </Section>
  )
}

const LinkedTo = ({ record }: { readonly record: RecordView }) => {
  const t = useT()
  const target = asTarget(record)
  if (target === undefined) return null
  return <Passages caseId={record.caseId} target={target} title={t("links.evidence")} none={t("links.none")} />
}

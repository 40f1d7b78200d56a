import { Plus } from "lucide-react"
import { useEffect } from "react"
import type { PlainKind, RecordRef } from "../../../shared/model/field.ts"
import { plainKinds } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Button } from "../../components/Button.tsx"
import { Section } from "../../components/Section.tsx"
import { showDates } from "../../session/dates.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { openRecord } from "./open.ts"
import { addRecord, loadRecord, type Pointers, useRecords } from "./store.ts"
import { recordTitle } from "./words.ts"

interface Props {
  readonly caseId: CaseId
  readonly of: RecordRef
}

const none: Pointers = []

/** Kinds that can be a part of it: its acts, hearings, consents… */
const partKinds = (kind: RecordRef["kind"]): readonly PlainKind[] =>
  plainKinds.filter((one) => kindOf(one).parents.includes(kind))

/** A section for each kind of part, with a button that adds one; then what else names the record. */
export const Parts = ({ caseId, of }: Props) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const pointers = useRecords((state) => state.pointersTo[of.id] ?? none)
  useEffect(() => void loadRecord({ kind: of.kind, id: of.id }), [of.kind, of.id])
  const parts = pointers.filter(({ field }) => field === "parent")
  const others = pointers.filter(({ field }) => field !== "parent")
  const add = async (kind: PlainKind) => {
    const added = await addRecord({ caseId, kind, parent: of, fields: {} })
    if (added !== undefined) openRecord(caseId, { kind, id: added.id })
  }
  return (
    <>
      {partKinds(of.kind).map((kind) => {
        const own = parts.filter(({ record }) => record.kind === kind)
        const { plural, label } = kindOf(kind)
        return (
          <Section
            key={kind}
            title={plural[language]}
            count={own.length === 0 ? undefined : own.length}
            startsClosed={own.length === 0}
            action={
              <Button
                icon={Plus}
                look="quiet"
                small
                tip={t("records.add", { what: label[language] })}
                onPress={() => void add(kind)}
              />
            }
          >
            <Rows caseId={caseId} pointers={own} />
          </Section>
        )
      })}
      {others.length > 0 && (
        <Section title={t("records.namedIn")} count={others.length}>
          <Rows caseId={caseId} pointers={others} />
        </Section>
      )}
    </>
  )
}

const Rows = ({ caseId, pointers }: { readonly caseId: CaseId; readonly pointers: Pointers }) => {
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  return (
    <ul>
      {pointers.map(({ record, field }) => {
        const { label, fields } = kindOf(record.kind)
        const how = field === "parent" ? showDates(language, record.dates) : (fields[field]?.label[language] ?? "")
        return (
          <li key={`${record.id} ${field}`} className="part-row">
            <button type="button" className="part truncate" onClick={() => openRecord(caseId, record)}>
              {mask(recordTitle(record, language))}
            </button>
            <span className="quiet grow truncate">{field === "parent" ? how : `${label[language]} · ${how}`}</span>
          </li>
        )
      })}
    </ul>
  )
}

import "./records.css"
import { useEffect, useState } from "react"
import type { RecordView } from "../../../shared/contract/record.ts"
import type { RecordRef } from "../../../shared/model/field.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Section } from "../../components/Section.tsx"
import { explain } from "../../session/explain.ts"
import { useT } from "../../session/preferences.ts"
import { Regrade } from "../grading/Regrade.tsx"
import { CustodyButton } from "../custody/Sheet.tsx"
import { FieldRow } from "./FieldRow.tsx"
import { answer, loadRecord, useRecords } from "./store.ts"

/** The declared answers of any record. What was answered stands open; what was not asked waits behind one word. */
export const Fields = ({ record, leaveOut = [] }: { record: RecordView; leaveOut?: readonly string[] }) => {
  const t = useT()
  const [all, setAll] = useState(false)
  const { fields } = kindOf(record.kind)
  const names = Object.keys(fields).filter((name) => !leaveOut.includes(name))
  const said = names.filter((name) => record.fields[name] !== undefined)
  // An empty record asks its first questions, so that one sees what it is for.
  const first = said.length === 0 ? names.slice(0, 5) : said
  const shown = all ? names : names.filter((name) => first.includes(name))
  return (
    <div className="fields">
      {shown.map((name) => {
        const field = fields[name]
        return (
          field !== undefined && (
            <FieldRow
              key={name}
              caseId={record.caseId}
              name={name}
              field={field}
              value={record.fields[name]}
              labels={record.labels}
              onSave={async (value) => {
                const refused = await answer(record, name, value)
                return refused === undefined ? undefined : explain(t, refused)
              }}
            />
          )
        )
      })}
      <CustodyButton of={record} />
      <Regrade of={record} onDone={() => void loadRecord({ kind: record.kind, id: record.id })} />
      {shown.length < names.length || all ? (
        <button type="button" className="choose-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("records.fewer") : t("records.more", { count: names.length - shown.length })}
        </button>
      ) : null}
    </div>
  )
}

/** The further answers of an incident, a person or an item, as a section of its inspector. */
export const FieldsOf = ({ of: { kind, id } }: { readonly of: RecordRef }) => {
  const t = useT()
  const record = useRecords((state) => state.byId[id])
  useEffect(() => void loadRecord({ kind, id }), [kind, id])
  return <Section title={t("records.details")}>{record !== undefined && <Fields record={record} />}</Section>
}

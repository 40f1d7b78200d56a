import { useEffect, useState } from "react"
import type { Output } from "../../../shared/contract/contract.ts"
import type { FieldChange } from "../../../shared/contract/record.ts"
import type { FieldValue, RecordRef } from "../../../shared/model/field.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { call } from "../../bridge/client.ts"
import { Section } from "../../components/Section.tsx"
import { showMoment } from "../../session/moments.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { useWho } from "../holders/names.ts"
import { useRecords } from "./store.ts"
import { valueWords } from "./words.ts"

/** Who changed which answer from what to what. Asked for when it is unfolded. */
export const RecordHistory = ({ of }: { readonly of: RecordRef }) => {
  const t = useT()
  return (
    <Section title={t("history.title")} startsClosed>
      <Changes of={of} />
    </Section>
  )
}

const Changes = ({ of: { kind, id } }: { readonly of: RecordRef }) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const who = useWho()
  const moment = (at: string, name: string) => [who(name), showMoment(language, at)].filter(Boolean).join(" · ")
  const [history, setHistory] = useState<Output<"record.history"> | undefined>(undefined)
  // Asked again when the record itself was.
  const changedAt = useRecords((state) => state.byId[id]?.changedAt)
  useEffect(() => {
    void call("record.history", { kind, id }).then((reply) => {
      if (reply.ok) setHistory(reply.result)
    })
  }, [kind, id, changedAt])
  if (history === undefined) return null
  return (
    <ol className="history">
      {history.changes.map((change, index) => (
        // Two changes of one field in one act have the same words.
        <li key={`${change.at} ${change.field} ${index}`}>
          <Change of={{ kind, id }} change={change} />
          <span className="hint">{moment(change.at, change.byName)}</span>
        </li>
      ))}
      <li>
        <span className="grow">{t("records.created")}</span>
        <span className="hint">{moment(history.createdAt, history.createdByName)}</span>
      </li>
    </ol>
  )
}

const Change = ({ of, change }: { readonly of: RecordRef; readonly change: FieldChange }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const field = kindOf(of.kind).fields[change.field]
  const labels = useRecords((state) => state.byId[of.id]?.labels ?? [])
  const words = (value: unknown): string => {
    if (value === null || value === undefined) return "—"
    if (field === undefined) return typeof value === "object" ? JSON.stringify(value) : `${value as string | number}`
    return mask(valueWords(field, value as FieldValue, { language, labels, extra: [] }))
  }
  if (change.what === "removed") return <span className="grow">{t("records.removed")}</span>
  return (
    <span className="grow">
      {change.what === "merged" && <span className="hint">{t("records.mergedSaid")} · </span>}
      {field?.label[language] ?? change.field}: <s>{words(change.from)}</s> → {words(change.to)}
    </span>
  )
}

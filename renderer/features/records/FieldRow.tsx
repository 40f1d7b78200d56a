import { X } from "lucide-react"
import { useState } from "react"
import type { RecordLabel } from "../../../shared/contract/record.ts"
import {
  type Field,
  type FieldValue,
  isUnsaid,
  type LineValue,
  type PlaceValue,
  type RecordRef,
} from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Choice } from "../../components/Choice.tsx"
import { EditableText } from "../../components/EditableText.tsx"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { openRecord } from "./open.ts"
import { RefPicker } from "./RefPicker.tsx"
import { LinesTable } from "./LinesTable.tsx"
import { useRecords } from "./store.ts"
import { TermPicker } from "./TermPicker.tsx"
import { recordTitle, termWords, valueWords } from "./words.ts"

export interface FieldProps {
  readonly caseId: CaseId
  readonly name: string
  readonly field: Field
  readonly value: FieldValue | undefined
  readonly labels: readonly RecordLabel[]
  /** Resolves to a sentence when the value was refused. */
  readonly onSave: (value: FieldValue | null) => Promise<string | undefined>
}

/** One answer: its question at the left, what was said at the right, changed where it stands. */
export const FieldRow = (props: FieldProps) => {
  const language = usePreferences((state) => state.language)
  const wide = props.field.type === "long" || props.field.type === "lines"
  return (
    <div className={wide ? "field-row wide" : "field-row"}>
      <span className="field-name">{props.field.label[language]}</span>
      <div className="field-value">
        <Answer {...props} />
        <Unsaid {...props} />
      </div>
    </div>
  )
}

/** "Not known" and "refused to say" are answers too; a click on the sign cycles through them. */
const Unsaid = ({ value, onSave, field }: FieldProps) => {
  const t = useT()
  if (field.type === "tags" || field.type === "lines" || field.type === "answer") return null
  const now = isUnsaid(value) ? value.unsaid : undefined
  if (value !== undefined && now === undefined) return null
  const next = now === undefined ? "unknown" : now === "unknown" ? "refused" : undefined
  return (
    <button
      type="button"
      className="unsaid on-hover"
      title={next === undefined ? t("unsaid.clear") : t(`unsaid.${next}`)}
      onClick={() => void onSave(next === undefined ? null : { unsaid: next })}
    >
      {next === undefined ? "×" : next === "unknown" ? "?" : "–"}
    </button>
  )
}

const Answer = (props: FieldProps) => {
  const { field } = props
  switch (field.type) {
    case "text":
    case "long":
    case "date":
    case "number":
    case "tags":
    case "place":
      return <TextAnswer {...props} />
    case "answer":
      return <YesNo {...props} />
    case "term":
    case "terms":
      return <TermAnswer {...props} />
    case "ref":
    case "refs":
      return <RefAnswer {...props} to={field.to} />
    case "lines":
      return (
        <LinesTable
          of={field.of}
          lines={isUnsaid(props.value) ? [] : ((props.value ?? []) as readonly LineValue[])}
          onSave={props.onSave}
          cell={(name, of, value, onSave) => (
            <FieldRow caseId={props.caseId} name={name} field={of} value={value} labels={[]} onSave={onSave} />
          )}
        />
      )
  }
}

const scalar = (value: FieldValue): string => (typeof value === "object" ? "" : String(value))

/** What stands in the field while it is typed in. */
const typed = (field: Field, value: FieldValue | undefined): string => {
  if (value === undefined || isUnsaid(value)) return ""
  if (field.type === "place") return (value as PlaceValue).text
  return field.type === "tags" ? (value as readonly string[]).join(", ") : scalar(value)
}

const parse = (field: Field, old: FieldValue | undefined, text: string): FieldValue | null => {
  if (text.trim() === "") return null
  if (field.type === "number") return Number(text.replace(",", "."))
  if (field.type === "tags")
    return text
      .split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== "")
  if (field.type !== "place") return text
  const before: PlaceValue =
    old === undefined || isUnsaid(old)
      ? { text: "", precision: "unknown", source: "", latitude: null, longitude: null }
      : (old as PlaceValue)
  return { ...before, text }
}

const TextAnswer = ({ field, name, value, labels, onSave }: FieldProps) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const extra = useRecords((state) => state.terms.terms).map((term) => ({ ...term, huridocs: "" }))
  return (
    <EditableText
      label={field.label[language]}
      className={isUnsaid(value) ? "unsaid-words" : field.type === "long" ? "serif" : ""}
      multiline={field.type === "long"}
      value={typed(field, value)}
      display={mask(valueWords(field, value, { language, labels, extra }))}
      placeholder="—"
      onSave={async (text) => {
        const next = parse(field, value, text)
        if (typeof next === "number" && !Number.isFinite(next)) return t("records.notNumber")
        return onSave(next)
      }}
      key={`${name} ${JSON.stringify(value)}`}
    />
  )
}

const YesNo = ({ field, value, onSave }: FieldProps) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const now = value === undefined ? "" : isUnsaid(value) ? value.unsaid : (value as string)
  const next = (choice: string): FieldValue | null => {
    if (choice === "") return null
    return choice === "unknown" || choice === "refused" ? { unsaid: choice } : choice
  }
  return (
    <Choice
      label={field.label[language]}
      hideLabel
      small
      value={now}
      options={[
        { value: "", label: t("answer.notAsked") },
        { value: "yes", label: t("answer.yes") },
        { value: "no", label: t("answer.no") },
        { value: "unknown", label: t("unsaid.unknown") },
        { value: "refused", label: t("unsaid.refused") },
      ]}
      onChange={(choice) => void onSave(next(choice))}
    />
  )
}

interface TokensProps {
  readonly tokens: readonly { readonly key: string; readonly words: string; readonly onOpen?: () => void }[]
  readonly onRemove: (key: string) => void
}

const Tokens = ({ tokens, onRemove }: TokensProps) => {
  const t = useT()
  return tokens.map(({ key, words, onOpen }) => (
    <span key={key} className="token">
      {onOpen === undefined ? (
        <span>{words}</span>
      ) : (
        <button type="button" className="token-open" onClick={onOpen}>
          {words}
        </button>
      )}
      <button
        type="button"
        className="token-remove"
        aria-label={`${t("common.remove")}: ${words}`}
        onClick={() => onRemove(key)}
      >
        <X size={11} strokeWidth={2} aria-hidden />
      </button>
    </span>
  ))
}

const TermAnswer = ({ field, value, onSave }: FieldProps) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const terms = useRecords((state) => state.terms.terms)
  const [picking, setPicking] = useState(false)
  if (field.type !== "term" && field.type !== "terms") return null
  const extra = terms.map((term) => ({ ...term, huridocs: "" }))
  const many = field.type === "terms"
  const codes = value === undefined || isUnsaid(value) ? [] : ([value].flat() as string[])
  const save = (next: readonly string[]) => onSave(next.length === 0 ? null : many ? next : (next[0] ?? null))
  return (
    <>
      {isUnsaid(value) && <span className="unsaid-words">{t(`unsaid.${value.unsaid}`)}</span>}
      <Tokens
        tokens={codes.map((code) => ({ key: code, words: termWords(field.list, code, language, extra) }))}
        onRemove={(code) => void save(codes.filter((one) => one !== code))}
      />
      {picking ? (
        <TermPicker
          list={field.list}
          label={field.label[language]}
          onClose={() => setPicking(false)}
          onPick={(code) => {
            setPicking(false)
            void save(many ? [...codes.filter((one) => one !== code), code] : [code])
          }}
        />
      ) : (
        <button type="button" className="choose-link" onClick={() => setPicking(true)}>
          <span className="unseen">{field.label[language]}: </span>
          {codes.length === 0 ? t("records.choose") : many ? "+" : t("records.change")}
        </button>
      )}
    </>
  )
}

const RefAnswer = ({ caseId, field, value, labels, onSave, to }: FieldProps & { to: readonly RecordRef["kind"][] }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const [picking, setPicking] = useState(false)
  const many = field.type === "refs"
  const refs = value === undefined || isUnsaid(value) ? [] : ([value].flat() as RecordRef[])
  const save = (next: readonly RecordRef[]) => onSave(next.length === 0 ? null : many ? next : (next[0] ?? null))
  const words = ({ id }: RecordRef) => {
    const label = labels.find((one) => one.id === id)
    return label === undefined ? "…" : mask(recordTitle(label, language))
  }
  return (
    <>
      {isUnsaid(value) && <span className="unsaid-words">{t(`unsaid.${value.unsaid}`)}</span>}
      <Tokens
        tokens={refs.map((ref) => ({ key: ref.id, words: words(ref), onOpen: () => openRecord(caseId, ref) }))}
        onRemove={(id) => void save(refs.filter((one) => one.id !== id))}
      />
      {picking ? (
        <RefPicker
          caseId={caseId}
          kinds={to}
          label={field.label[language]}
          onClose={() => setPicking(false)}
          onPick={(ref) => {
            setPicking(false)
            void save(many ? [...refs.filter(({ id }) => id !== ref.id), ref] : [ref])
          }}
        />
      ) : (
        <button type="button" className="choose-link" onClick={() => setPicking(true)}>
          <span className="unseen">{field.label[language]}: </span>
          {refs.length === 0 ? t("records.choose") : many ? "+" : t("records.change")}
        </button>
      )}
    </>
  )
}

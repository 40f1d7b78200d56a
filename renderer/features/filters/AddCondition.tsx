import { useEffect, useRef, useState } from "react"
import type { RecordKind } from "../../../shared/model/field.ts"
import { filterParts, type FilterPart, reaches } from "../../../shared/model/filter.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { verifications } from "../../../shared/model/incident.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { narrowBy, useFilter } from "../../session/filter.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { RefPicker } from "../records/RefPicker.tsx"
import { FieldEditor } from "./FieldEditor.tsx"
import { Typed } from "./Typed.tsx"

interface Props {
  readonly caseId: CaseId
  readonly kinds: readonly RecordKind[]
  readonly onDone: () => void
}

/** Fields that can be asked for: what narrows nothing useful (tables, long texts of notes) stays out. */
const fieldsOf = (kinds: readonly RecordKind[]) =>
  kinds.flatMap((kind) =>
    Object.entries(kindOf(kind).fields)
      .filter(([name, { type }]) => type !== "lines" && type !== "tags" && name !== "gradeHistory")
      .map(([name, field]) => ({ kind, name, field })),
  )

/** Acts are asked for wherever incidents are listed: what happened is said there. */
const reachable = (kinds: readonly RecordKind[]): readonly RecordKind[] =>
  kinds.includes("incident") && !kinds.includes("act") ? [...kinds, "act"] : kinds

const focusAfterMs = 60

/** First what is asked, then the answer. */
export const AddCondition = ({ caseId, kinds, onDone }: Props) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const [asked, setAsked] = useState("")
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (asked === "") return
    // Subtle: the list that just closed gives the focus back to its button; the answer's field takes it after that.
    const timer = setTimeout(() => place.current?.querySelector("input")?.focus(), focusAfterMs)
    return () => clearTimeout(timer)
  }, [asked])
  const parts = filterParts.filter((part) => part !== "text" && kinds.some((kind) => reaches(part, kind)))
  const fields = fieldsOf(reachable(kinds))
  const options: { value: string; label: string }[] = [
    { value: "", label: t("filters.what") },
    ...parts.map((part) => ({ value: part, label: t(`filters.${part}`) })),
    ...fields.map(({ kind, name, field }) => ({
      value: `${kind}.${name}`,
      label: `${kindOf(kind).label[language]} · ${field.label[language]}`,
    })),
  ]
  const part = parts.find((one) => one === asked)
  const field = fields.find(({ kind, name }) => `${kind}.${name}` === asked)
  return (
    <span
      className="filter-add"
      ref={place}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone()
      }}
    >
      <Choice label={t("filters.what")} hideLabel small value={asked} options={options} onChange={setAsked} />
      {part !== undefined && <PartEditor caseId={caseId} part={part} onDone={onDone} />}
      {field !== undefined && <FieldEditor key={asked} caseId={caseId} {...field} onDone={onDone} />}
      <Button look="quiet" small onPress={onDone}>
        {t("common.cancel")}
      </Button>
    </span>
  )
}

interface PartProps {
  readonly caseId: CaseId
  readonly part: FilterPart
  readonly onDone: () => void
}

const PartEditor = ({ caseId, part, onDone }: PartProps) => {
  const t = useT()
  const { filter } = useFilter()
  switch (part) {
    case "person":
      return (
        <RefPicker
          caseId={caseId}
          kinds={["actor"]}
          label={t("filters.person")}
          onPick={({ id }, label) => {
            narrowBy({ person: id }, { [id]: label })
            onDone()
          }}
        />
      )
    case "verification":
      return verifications.map((code) => (
        <Button
          key={code}
          small
          pressed={filter.verification.includes(code)}
          onPress={() =>
            narrowBy({
              verification: filter.verification.includes(code)
                ? filter.verification.filter((one) => one !== code)
                : [...filter.verification, code],
            })
          }
        >
          {t(`verification.${code}`)}
        </Button>
      ))
    case "protected":
      return ([true, false] as const).map((answer) => (
        <Button
          key={String(answer)}
          small
          onPress={() => {
            narrowBy({ protected: answer })
            onDone()
          }}
        >
          {t(answer ? "answer.yes" : "answer.no")}
        </Button>
      ))
    case "text":
    case "place":
    case "when":
    case "tags":
      return (
        <Typed
          key={part}
          caseId={caseId}
          label={t(`filters.${part}`)}
          isDate={part === "when"}
          onSay={(words) => {
            narrowBy(part === "tags" ? { tags: [...new Set([...filter.tags, words])] } : { [part]: words })
            onDone()
          }}
        />
      )
  }
}

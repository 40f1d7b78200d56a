import { useState } from "react"
import type { Field, RecordKind } from "../../../shared/model/field.ts"
import { type FieldCondition, filterAnswers } from "../../../shared/model/filter.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { call } from "../../bridge/client.ts"
import { Button } from "../../components/Button.tsx"
import { addCondition } from "../../session/filter.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { RefPicker } from "../records/RefPicker.tsx"
import { TermPicker } from "../records/TermPicker.tsx"
import { recordTitle } from "../records/words.ts"
import { Typed } from "./Typed.tsx"

interface Props {
  readonly caseId: CaseId
  readonly kind: RecordKind
  readonly name: string
  readonly field: Field
  readonly onDone: () => void
}

/** The answer that a field must have, or how it was not answered. */
export const FieldEditor = ({ caseId, kind, name, field, onDone }: Props) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const [byAnswer, setByAnswer] = useState(false)
  const say = (condition: Omit<FieldCondition, "kind" | "field">, called?: Readonly<Record<string, string>>) => {
    addCondition({ kind, field: name, ...condition }, called)
    onDone()
  }
  if (byAnswer)
    return filterAnswers.map((answer) => (
      <Button key={answer} small onPress={() => say({ answer })}>
        {t(`filters.answer.${answer}`)}
      </Button>
    ))
  const label = field.label[language]
  const editor = () => {
    switch (field.type) {
      case "term":
      case "terms":
        return (
          <TermPicker
            list={field.list}
            label={label}
            onPick={(code) => say({ is: [code] })}
            onClose={() => undefined}
          />
        )
      case "answer":
        return (["yes", "no"] as const).map((answer) => (
          <Button key={answer} small onPress={() => say({ is: [answer] })}>
            {t(`answer.${answer}`)}
          </Button>
        ))
      case "ref":
      case "refs":
        return (
          <RefPicker
            caseId={caseId}
            kinds={field.to}
            label={label}
            onClose={() => undefined}
            onPick={(ref) => {
              void call("record.show", ref).then((shown) =>
                say({ to: ref.id }, shown.ok ? { [ref.id]: recordTitle(shown.result, language) } : {}),
              )
            }}
          />
        )
      default:
        return (
          <Typed
            caseId={caseId}
            label={label}
            isDate={field.type === "date"}
            onSay={(words) => say(field.type === "date" ? { when: words } : { words })}
          />
        )
    }
  }
  return (
    <>
      {editor()}
      <Button look="quiet" small onPress={() => setByAnswer(true)}>
        {t("filters.byAnswer")}
      </Button>
    </>
  )
}

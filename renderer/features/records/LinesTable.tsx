import { Plus, X } from "lucide-react"
import { Fragment, type ReactNode, useState } from "react"
import { type Field, type Fields, type FieldValue, isUnsaid, type LineValue } from "../../../shared/model/field.ts"
import { Button } from "../../components/Button.tsx"
import { usePreferences, useT } from "../../session/preferences.ts"
import { valueWords } from "./words.ts"

interface Props {
  readonly of: Fields
  readonly lines: readonly LineValue[]
  readonly onSave: Save
  /** Draws one answer of a line. */
  readonly cell: (name: string, field: Field, value: FieldValue | undefined, onSave: Save) => ReactNode
}

type Save = (value: FieldValue | null) => Promise<string | undefined>

/** Lines of an inventory, of stages, of transfers: one line of words each, opened to be changed. */
export const LinesTable = ({ of, lines, onSave, cell }: Props) => {
  const t = useT()
  const [open, setOpen] = useState<number | undefined>(undefined)
  const put = (index: number, line: LineValue | undefined) => {
    const next = line === undefined ? lines.filter((_, at) => at !== index) : lines.with(index, line)
    return onSave(next.length === 0 ? null : next)
  }
  const add = () => {
    void onSave([...lines, {}])
    setOpen(lines.length)
  }
  return (
    <div className="lines">
      <ol>
        {lines.map((line, index) => (
          // Lines have no name of their own: their place is who they are.
          <li key={index} className={open === index ? "line open" : "line"}>
            <div className="line-head">
              <button
                type="button"
                className="grow line-words truncate"
                aria-expanded={open === index}
                onClick={() => setOpen(open === index ? undefined : index)}
              >
                <Summary of={of} line={line} index={index} />
              </button>
              <Button
                icon={X}
                look="quiet"
                small
                tip={t("common.remove")}
                onPress={() => {
                  setOpen(undefined)
                  void put(index, undefined)
                }}
              />
            </div>
            {open === index &&
              Object.entries(of).map(([name, field]) => (
                <Fragment key={name}>
                  {cell(name, field, line[name], (value) => put(index, changed(line, name, value)))}
                </Fragment>
              ))}
          </li>
        ))}
      </ol>
      <Button icon={Plus} look="quiet" small onPress={add}>
        {t("records.addLine")}
      </Button>
    </div>
  )
}

const changed = (line: LineValue, name: string, value: FieldValue | null): LineValue => {
  const others = Object.fromEntries(Object.entries(line).filter(([key]) => key !== name))
  return value === null ? others : ({ ...others, [name]: value } as LineValue)
}

const Summary = ({ of, line, index }: { readonly of: Fields; readonly line: LineValue; readonly index: number }) => {
  const language = usePreferences((state) => state.language)
  const said = Object.entries(of).flatMap(([name, field]: [string, Field]) => {
    const value = line[name]
    if (value === undefined || isUnsaid(value)) return []
    const text = valueWords(field, value, { language, labels: [], extra: [] })
    return text === "" ? [] : [field.type === "answer" ? `${field.label[language]}: ${text}` : text]
  })
  return `${index + 1}. ${said.join(" · ")}`
}

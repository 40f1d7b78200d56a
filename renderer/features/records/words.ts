import type { RecordLabel, RecordView } from "../../../shared/contract/record.ts"
import { showEdtf } from "../../../shared/dates.ts"
import { termLists } from "../../../shared/lists/all.ts"
import { termByCode } from "../../../shared/lists/find.ts"
import type { ListId } from "../../../shared/lists/list-ids.ts"
import { labelOf, type Term } from "../../../shared/lists/term.ts"
import { type Field, type FieldValue, isUnsaid, type PlaceValue, type RecordRef } from "../../../shared/model/field.ts"
import type { Language } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { tell } from "../../session/preferences.ts"

export const termWords = (list: ListId, code: string, language: Language, extra: readonly Term[]): string => {
  const term = termByCode(termLists[list], code, extra)
  return term === undefined ? code : labelOf(term, language)
}

/** The words of the code that says what kind of act, proceeding… it is. */
const typeWords = (kind: RecordRef["kind"], code: string, language: Language): string => {
  const field = kindOf(kind).fields["type"] ?? kindOf(kind).fields[kindOf(kind).stateFrom]
  return field?.type === "term" && code !== "" ? termWords(field.list, code, language, []) : code
}

/** What a record is called: its title, else the words of its type, else its kind. */
export const recordTitle = (record: RecordView | RecordLabel, language: Language): string => {
  if (record.title !== "") return record.title
  const type = "fields" in record ? record.fields["type"] : record.type
  const words = typeWords(record.kind, typeof type === "string" && type !== "" ? type : record.state, language)
  return words === "" ? kindOf(record.kind).label[language] : words
}

const placeWords = ({ text, precision }: PlaceValue): string =>
  precision === "unknown" ? text : `${text} (${tell(`precision.${precision}`)})`

/** An answer in the reader's words. `labels`: what the records are called that it names. */
export const valueWords = (
  field: Field,
  value: FieldValue | undefined,
  { language, labels, extra }: { language: Language; labels: readonly RecordLabel[]; extra: readonly Term[] },
): string => {
  if (value === undefined) return ""
  if (isUnsaid(value)) return tell(`unsaid.${value.unsaid}`)
  const called = ({ id }: RecordRef): string => {
    const label = labels.find((one) => one.id === id)
    return label === undefined ? id : recordTitle(label, language)
  }
  switch (field.type) {
    case "text":
    case "long":
    case "number":
      return typeof value === "object" ? "" : String(value)
    case "date":
      return showEdtf(value as string, language)
    case "term":
      return termWords(field.list, value as string, language, extra)
    case "terms":
      return (value as readonly string[]).map((code) => termWords(field.list, code, language, extra)).join(" · ")
    case "answer":
      return tell(value === "yes" ? "answer.yes" : "answer.no")
    case "ref":
      return called(value as RecordRef)
    case "refs":
      return (value as readonly RecordRef[]).map(called).join(" · ")
    case "place":
      return placeWords(value as PlaceValue)
    case "tags":
      return (value as readonly string[]).join(" · ")
    case "lines":
      return String((value as readonly unknown[]).length)
  }
}

import { showEdtf } from "../../../shared/dates.ts"
import type { FieldCondition, Filter, FilterPart } from "../../../shared/model/filter.ts"
import type { Language } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { tell } from "../../session/preferences.ts"
import { termWords } from "../records/words.ts"

type Called = Readonly<Record<string, string>>

/** EDTF in the reader's words; what is written in words already stays. */
export const whenWords = (when: string, language: Language): string => {
  try {
    return showEdtf(when, language) || when
  } catch {
    return when
  }
}

/** What stands on the chip of a part. */
export const partWords = (filter: Filter, part: FilterPart, called: Called, language: Language): string => {
  switch (part) {
    case "text":
      return filter.text
    case "person":
      return called[filter.person ?? ""] ?? "…"
    case "place":
      return filter.place
    case "when":
      return whenWords(filter.when, language)
    case "tags":
      return filter.tags.join(", ")
    case "verification":
      return filter.verification.map((code) => tell(`verification.${code}`)).join(", ")
    case "protected":
      return tell(filter.protected === true ? "answer.yes" : "answer.no")
  }
}

const codeWords = ({ kind, field }: FieldCondition, code: string, language: Language): string => {
  const declared = kindOf(kind).fields[field]
  if (declared?.type === "term" || declared?.type === "terms") return termWords(declared.list, code, language, [])
  return code === "yes" || code === "no" ? tell(`answer.${code}`) : code
}

/** "What was done: secret detention", with the kind where the view shows another. */
export const conditionWords = (condition: FieldCondition, called: Called, language: Language): string => {
  const { kind, field, is = [], to, words, when, answer } = condition
  const parts = [
    ...is.map((code) => codeWords(condition, code, language)),
    ...(to === undefined ? [] : [called[to] ?? "…"]),
    ...(words === undefined ? [] : [`“${words}”`]),
    ...(when === undefined ? [] : [whenWords(when, language)]),
    ...(answer === undefined ? [] : [tell(`filters.answer.${answer}`)]),
  ]
  return `${kindOf(kind).label[language]} · ${kindOf(kind).fields[field]?.label[language] ?? field}: ${parts.join(", ")}`
}

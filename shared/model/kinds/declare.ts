import type { ListId } from "../../lists/list-ids.ts"
import type { Field, Fields, Kind, RecordKind } from "../field.ts"
import { words } from "../words.ts"

type Label = readonly [en: string, ru: string, kk: string]

/** Short ways to declare fields: what it is called in English, Russian and Kazakh, then what may stand in it. */
export const text = (...label: Label): Field => ({ type: "text", label: words(...label) })
export const long = (...label: Label): Field => ({ type: "long", label: words(...label) })
export const date = (...label: Label): Field => ({ type: "date", label: words(...label) })
export const answer = (...label: Label): Field => ({ type: "answer", label: words(...label) })
export const number = (...label: Label): Field => ({ type: "number", label: words(...label) })
export const place = (...label: Label): Field => ({ type: "place", label: words(...label) })
export const term = (list: ListId, ...label: Label): Field => ({ type: "term", list, label: words(...label) })
export const terms = (list: ListId, ...label: Label): Field => ({ type: "terms", list, label: words(...label) })
export const ref = (to: readonly RecordKind[], ...label: Label): Field => ({ type: "ref", to, label: words(...label) })
/** A chain that must not lead back to where it began. */
export const chain = (to: readonly RecordKind[], ...label: Label): Field => ({
  type: "ref",
  to,
  acyclic: true,
  label: words(...label),
})
export const refs = (to: readonly RecordKind[], ...label: Label): Field => ({
  type: "refs",
  to,
  label: words(...label),
})
export const lines = (of: Fields, ...label: Label): Field => ({ type: "lines", of, label: words(...label) })

export const tags: Field = { type: "tags", label: words("Tags", "Метки", "Белгілер") }
export const note = long("Notes", "Заметки", "Жазбалар")
export const confidentiality = term("confidentiality", "Confidentiality", "Конфиденциальность", "Құпиялылық")

/** Grades that were changed, with why: earlier ones are not lost. */
export const gradeHistory = lines(
  {
    on: date("When", "Когда", "Қашан"),
    was: text("Was", "Было", "Болған"),
    reason: text("Why it was changed", "Почему изменено", "Неге өзгертілді"),
  },
  "Earlier grades",
  "Прежние оценки",
  "Бұрынғы бағалар",
)

/** Marked on what has left when a source that it used was graded anew. */
export const sourcesRegraded = lines(
  { on: date("When", "Когда", "Қашан"), reason: text("Why", "Почему", "Неге") },
  "Sources graded anew since",
  "Источники, переоценённые после",
  "Кейін қайта бағаланған дереккөздер",
)

interface Declared {
  readonly label: Label
  readonly plural: Label
  readonly parents?: readonly RecordKind[]
  readonly titleFrom?: readonly string[]
  readonly dateFrom?: string
  readonly stateFrom?: string
  readonly fields: Fields
}

/** Every kind of record can be tagged, guarded and noted upon. */
export const kind = (name: RecordKind, declared: Declared): Kind => ({
  kind: name,
  label: words(...declared.label),
  plural: words(...declared.plural),
  parents: declared.parents ?? [],
  titleFrom: declared.titleFrom ?? ["title"],
  dateFrom: declared.dateFrom ?? "",
  stateFrom: declared.stateFrom ?? "",
  fields: { ...declared.fields, tags, confidentiality, note },
})

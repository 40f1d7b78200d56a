import { foldText } from "../fold.ts"
import type { ColumnMapping } from "./table.ts"
import { type Field, plainKinds } from "./field.ts"
import { kindOf } from "./kinds.ts"
import type { Words } from "./words.ts"
import { words } from "./words.ts"

export const tableKinds = ["incident", "actor", ...plainKinds] as const
export type TableKind = (typeof tableKinds)[number]

/** What a column of a table can say of a record. `also`: headings that people write for it, folded. */
export interface TableField {
  readonly name: string
  readonly label: Words
  readonly also: readonly string[]
  /** As the kind declares it; undefined for what has a column of its own in the vault. */
  readonly declared?: Field
}

const own = (name: string, label: Words, ...also: string[]): TableField => ({ name, label, also })

const incidentFields: readonly TableField[] = [
  own(
    "title",
    words("Title", "Название", "Атауы"),
    "incident",
    "event",
    "событие",
    "заголовок",
    "случай",
    "окига",
    "name",
  ),
  own(
    "dates",
    words("When", "Когда", "Қашан"),
    "date",
    "дата",
    "дата события",
    "period",
    "период",
    "куни",
    "уакыты",
    "time",
  ),
  own(
    "place",
    words("Where", "Где", "Қайда"),
    "location",
    "city",
    "место",
    "город",
    "населенный пункт",
    "орны",
    "кала",
    "place",
  ),
  own(
    "narrative",
    words("What happened", "Что произошло", "Не болды"),
    "description",
    "details",
    "описание",
    "обстоятельства",
    "сипаттама",
    "мазмуны",
    "summary",
    "body",
  ),
  own("verification", words("Verification", "Проверка", "Тексеру"), "status", "статус", "подтверждение", "расталуы"),
  own("rights", words("Rights", "Права", "Құқықтар"), "нарушенные права", "violated rights", "бузылган кукыктар"),
]

const actorFields: readonly TableField[] = [
  own(
    "name",
    words("Name", "Имя", "Аты-жөні"),
    "full name",
    "фио",
    "фамилия имя отчество",
    "ф и о",
    "таа",
    "аты",
    "person",
    "лицо",
  ),
  own("birth", words("Name at birth", "Имя при рождении", "Туған кездегі аты"), "maiden name", "девичья фамилия"),
  own(
    "alias",
    words("Other names", "Другие имена", "Басқа аттары"),
    "alias",
    "aliases",
    "also known as",
    "псевдоним",
    "лакап аты",
  ),
  own("nickname", words("Nickname", "Прозвище", "Лақап ат"), "кличка"),
  own(
    "transliteration",
    words("Name in other letters", "Имя другими буквами", "Аты басқа әріппен"),
    "latin",
    "transliteration",
    "латиницей",
    "транслитерация",
    "латынша",
  ),
  own(
    "kind",
    words("Person, group or body", "Лицо, группа или организация", "Тұлға, топ не ұйым"),
    "type",
    "kind",
    "тип",
    "вид",
    "тури",
  ),
  own("protected", words("Protected", "Под защитой", "Қорғалған"), "confidential", "защищен", "скрыть имя"),
  own(
    "description",
    words("Description", "Описание", "Сипаттама"),
    "about",
    "bio",
    "биография",
    "справка",
    "comment",
    "комментарий",
    "notes",
    "заметки",
  ),
  own("iin", words("IIN", "ИИН", "ЖСН"), "id number", "personal number"),
  own("phone", words("Phone", "Телефон", "Телефон"), "mobile", "tel", "тел", "моб", "номер телефона", "уялы"),
  own("email", words("E-mail", "Эл. почта", "Эл. пошта"), "email", "mail", "почта", "электронная почта", "пошта"),
  own("plate", words("Number plate", "Номер машины", "Көлік нөмірі"), "госномер", "car", "мемлекеттик номир"),
  own(
    "document",
    words("Document", "Документ", "Құжат"),
    "passport",
    "паспорт",
    "удостоверение",
    "жеке куалик",
    "кужат",
  ),
  own("other", words("Other identifier", "Другой идентификатор", "Басқа сәйкестендіргіш")),
]

const more: Readonly<Record<string, readonly string[]>> = {
  title: ["название", "заголовок", "атауы", "name"],
  dates: ["date", "дата", "куни"],
  text: ["текст", "matin", "утверждение"],
  born: ["birth date", "date of birth", "dob", "д р", "дата рождения"],
  due: ["deadline", "срок", "до", "мерзими"],
  note: ["notes", "comment", "примечание", "комментарий", "ескерту"],
  tags: ["labels", "метки", "теги"],
  number: ["no", "номер", "№", "номири"],
  court: ["суд", "сот"],
}

/** References are linked afterwards; tables within a field have no cell. */
const inCells = ({ type }: Field): boolean => type !== "ref" && type !== "refs" && type !== "lines"

const declared = (kind: TableKind): TableField[] =>
  Object.entries(kindOf(kind).fields)
    .filter(([, field]) => inCells(field))
    .map(([name, field]) => ({ name, label: field.label, also: more[name] ?? [], declared: field }))

/** What a column can be mapped to, in the order in which a table is written. */
export const fieldsOfTable = (kind: TableKind): TableField[] => {
  const base = kind === "incident" ? incidentFields : kind === "actor" ? actorFields : []
  return [...base, ...declared(kind)]
}

const bare = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}№]+/gu, " ")
    .trim()

const namesOf = ({ name, label, also }: TableField): string[] =>
  [label.en, label.ru, label.kk, name.replace(/[A-Z]/g, (letter) => ` ${letter}`), name, ...also].map(bare)

/** How well a heading says a field: 2 is its very words, 1 that it begins with them, 0 not at all. */
const likeness = (heading: string, field: TableField): number => {
  const names = namesOf(field)
  if (names.includes(heading)) return 2
  return names.some((name) => name.length > 2 && heading.startsWith(`${name} `)) ? 1 : 0
}

/** Which field each heading may mean, in any of the three languages; the surest first, each field and column once. */
export const guessColumns = (kind: TableKind, headers: readonly string[]): ColumnMapping[] => {
  const fields = fieldsOfTable(kind)
  const found = new Map<string, string>()
  const taken = new Set<string>()
  for (const sure of [2, 1])
    for (const header of headers) {
      if (found.has(header)) continue
      const field = fields.find((one) => !taken.has(one.name) && likeness(bare(header), one) === sure)
      if (field === undefined) continue
      found.set(header, field.name)
      taken.add(field.name)
    }
  return headers.flatMap((column) => {
    const field = found.get(column)
    return field === undefined ? [] : [{ column, field }]
  })
}

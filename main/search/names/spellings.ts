/** The forms of one part of a name: in other cases, in the spelling of Russian keyboards, short and fond. */
import { foldedText } from "./fold.ts"
import { diminutives } from "./given-names.ts"
import type { HitForm } from "./hit.ts"
import type { NamePart } from "./parts.ts"
import { russianForms } from "./russian-forms.ts"

export interface PartSpelling {
  readonly folded: string
  readonly exact: string
  readonly form: HitForm
}

const declensions = { surname: "last", given: "first", patronymic: "middle" } as const

/** Kazakh letters as Russian keyboards have none: folding makes "һ" the letter that it looks like, speech makes it "х". */
const russianSpellings = (text: string): string[] =>
  /[һң]/iu.test(text) ? [text.replace(/һ/giu, "х"), text.replace(/һ/giu, "х").replace(/ң/giu, "нг")] : []

const sonOf = /^(.{3,}?)(?:ович|евич|\s?[ұу]лы)$/iu
const daughterOf = /^(.{3,}?)(?:овна|евна|\s?[қк]ызы)$/iu

/** "Досымұлы" is "Досымович" in Russian papers, and the other way round. */
const otherPatronymics = (text: string): string[] => {
  const father = sonOf.exec(text)?.[1]
  if (father !== undefined) return ["ович", "евич", "ұлы"].map((ending) => father + ending)
  const daughters = daughterOf.exec(text)?.[1]
  return daughters === undefined ? [] : ["овна", "евна", "қызы"].map((ending) => daughters + ending)
}

/** Either half changes, or the last alone: "Петрова-Водкина", "Ивановой-Петровой". */
const doubled = (text: string, role: NamePart["role"]): string[] => {
  const [first = "", joint = "", ...rest] = text.split(/([\s-])/u)
  const tail = rest.join("")
  const firsts = [first, ...russianForms(first, declensions[role])]
  const tails = [tail, ...russianForms(tail, declensions[role])]
  return firsts.flatMap((one) => tails.map((other) => one + joint + other))
}

const inflected = ({ text, role, only }: NamePart): string[] => {
  const base = [text, ...russianSpellings(text), ...(role === "patronymic" ? otherPatronymics(text) : [])]
  if (/[\s-]/u.test(text)) return [...base, ...doubled(text, role)]
  const forms = base.flatMap((word) => [word, ...russianForms(word, declensions[role])])
  // An alias of one word may be a given name, and is declined as one, too.
  return only ? [...forms, ...russianForms(text, "first")] : forms
}

const known = new Map<string, readonly PartSpelling[]>()
/** Given names come again and again; a list of ten thousand people need not stay in memory for ever. */
const mostKnown = 5_000

/** Itself first; no two fold alike. */
export const spellingsOf = (part: NamePart): readonly PartSpelling[] => {
  const { text, role, only } = part
  const key = `${role} ${String(only)} ${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  const spellings = new Map<string, PartSpelling>()
  const add = (exact: string, form: HitForm): void => {
    const folded = foldedText(exact)
    if (folded.length >= 2 && !spellings.has(folded)) spellings.set(folded, { exact, folded, form })
  }
  add(text, "exact")
  for (const form of inflected(part)) add(form, "inflected")
  if (role === "given" || only)
    for (const short of diminutives(text))
      for (const form of [short, ...russianForms(short, "first")])
        if (foldedText(form).length >= 3) add(form, "diminutive")
  if (known.size >= mostKnown) known.clear()
  known.set(key, [...spellings.values()])
  return [...spellings.values()]
}

/** Every spelling that is looked for letter by letter, of every subject. */
import { diminutives } from "./given-names.ts"
import { foldedText } from "./fold.ts"
import type { HitForm, NameSubject } from "./hit.ts"
import { identifierSpellings } from "./identifiers.ts"
import { type KazakhEndings, kazakhEndingsOf } from "./kazakh-endings.ts"
import { type NamePart, partsOf } from "./parts.ts"
import { russianForms } from "./russian-forms.ts"
import { stemOf } from "./stem.ts"

/** How much of a word a spelling must be: all of it, its beginning, or any piece. Digits: no digit touches it. */
export type Reach = "whole-word" | "word-start" | "anywhere" | "digits"

interface Spelling {
  readonly folded: string
  /** As a person writes it, for searches of raw bytes. */
  readonly exact: string
  readonly subject: number
  readonly form: HitForm
}

/** Something that blocks wherever it reaches. */
export interface WholePattern extends Spelling {
  readonly kind: "whole"
  readonly reach: Reach
}

/** One word of a name in one of its forms. What it means depends on what stands beside it. */
export interface PartPattern extends Spelling {
  readonly kind: "part"
  /** Which part of the subject's names: forms of one word are one part. */
  readonly part: number
  readonly role: NamePart["role"]
  readonly tells: boolean
  readonly needsCapital: boolean
  readonly endings: KazakhEndings
}

export type Pattern = WholePattern | PartPattern

/** A part of a subject's names, as the search for similar words needs it. */
export interface SubjectPart extends NamePart {
  readonly subject: number
  readonly part: number
  /** Folded: the part itself, then its inflected forms. */
  readonly forms: readonly string[]
}

export interface Patterns {
  readonly patterns: readonly Pattern[]
  readonly parts: readonly SubjectPart[]
}

export const reachOf = (folded: string): Reach => {
  if (folded.length <= 3) return "whole-word"
  return folded.length <= 5 ? "word-start" : "anywhere"
}

const declensions = { surname: "last", given: "first", patronymic: "middle" } as const

/** Kazakh letters as Russian keyboards have none: folding makes "һ" the letter that it looks like, speech makes it "х". */
const russianSpellings = (text: string): string[] =>
  /[һң]/iu.test(text) ? [text.replace(/һ/giu, "х"), text.replace(/һ/giu, "х").replace(/ң/giu, "нг")] : []

/** An alias of one word may be a given name, and is declined as one, too. */
const inflectedForms = ({ text, role }: NamePart): string[] => {
  const base = [text, ...russianSpellings(text)]
  const words = text.split(/([\s-])/u)
  if (words.length > 1) {
    const [first = "", joint = "", ...rest] = words
    const tail = rest.join("")
    // Either half changes, or the last alone: "Петрова-Водкина", "Ивановой-Петровой".
    const firsts = [first, ...russianForms(first, declensions[role])]
    const tails = [tail, ...russianForms(tail, declensions[role])]
    return [...base, ...firsts.flatMap((one) => tails.map((other) => one + joint + other))]
  }
  const forms = base.flatMap((word) => [word, ...russianForms(word, declensions[role])])
  return role === "surname" ? [...forms, ...russianForms(text, "first")] : forms
}

const partPatterns = (subject: number, number: number, part: NamePart): [PartPattern[], SubjectPart] => {
  const { text, role, tells, needsCapital } = part
  const shared = { kind: "part", subject, part: number, role, tells, needsCapital } as const
  const known = new Map<string, PartPattern>()
  const add = (exact: string, form: HitForm): void => {
    const folded = foldedText(exact)
    if (folded.length >= 2 && !known.has(folded))
      known.set(folded, { ...shared, exact, folded, form, endings: kazakhEndingsOf(exact) })
  }
  add(text, "exact")
  for (const form of inflectedForms(part)) add(form, "inflected")
  const forms = [...known.keys()]
  if (role === "given")
    for (const short of diminutives(text))
      for (const form of [short, ...russianForms(short, "first")]) if (foldedText(form).length >= 3) add(form, "diminutive")
  return [[...known.values()], { ...part, subject, part: number, forms }]
}

const whole = (subject: number, exact: string, form: HitForm, reach?: Reach): WholePattern => {
  const folded = foldedText(exact)
  return { kind: "whole", subject, exact, folded, form, reach: reach ?? reachOf(folded) }
}

const digitsOrWords = (subject: number, text: string): WholePattern[] =>
  identifierSpellings(text).map((spelling) => whole(subject, spelling, "identifier", "digits"))

const termPatterns = (subject: number, term: string): WholePattern[] => {
  const stem = stemOf(term)
  const spellings = [term, ...(stem === undefined ? [] : [stem])]
  const national = identifierSpellings(term).slice(1)
  return [
    ...spellings.map((spelling) => whole(subject, spelling, "term")),
    ...national.map((spelling) => whole(subject, spelling, "term", "digits")),
  ]
}

/** The parts of all names of one subject, without repeats. */
const distinctParts = (names: readonly string[]): NamePart[] => {
  const known = new Map<string, NamePart>()
  for (const part of names.flatMap(partsOf)) {
    const folded = foldedText(part.text)
    const before = known.get(folded)
    // Recorded alone, or somewhere as a surname: the stricter reading holds.
    if (before === undefined || (part.role === "surname" && before.role !== "surname")) known.set(folded, part)
  }
  return [...known.values()]
}

/** All patterns of all subjects. */
export const patternsOf = (subjects: readonly NameSubject[]): Patterns => {
  const patterns: Pattern[] = []
  const parts: SubjectPart[] = []
  for (const [subject, { names, identifiers, terms }] of subjects.entries()) {
    for (const [number, part] of distinctParts(names).entries()) {
      const [own, subjectPart] = partPatterns(subject, number, part)
      patterns.push(...own)
      parts.push(subjectPart)
    }
    for (const name of names)
      if (partsOf(name).length === 0 && foldedText(name).length >= 2) patterns.push(whole(subject, name.trim(), "exact"))
    for (const identifier of identifiers)
      if (foldedText(identifier).length >= 3) patterns.push(...digitsOrWords(subject, identifier))
    for (const term of terms) patterns.push(...termPatterns(subject, term))
  }
  return { patterns: patterns.filter(({ folded }) => folded.length >= 2), parts }
}

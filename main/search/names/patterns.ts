/** Every spelling that is looked for letter by letter, of every subject. */
import { foldedText } from "./fold.ts"
import type { HitForm, NameSubject } from "./hit.ts"
import { identifierSpellings } from "./identifiers.ts"
import { type KazakhEndings, kazakhEndingsOf } from "./kazakh-endings.ts"
import { type NamePart, partsOf } from "./parts.ts"
import { inflected } from "./russian-endings.ts"
import { spellingsOf } from "./spellings.ts"
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
  readonly only: boolean
  readonly endings: KazakhEndings
}

export type Pattern = WholePattern | PartPattern

/** A part of a subject's names, as the search for similar words needs it. */
export interface SubjectPart extends NamePart {
  readonly subject: number
  readonly part: number
  /** Folded: the part itself, then its other cases. */
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

const partPatterns = (subject: number, number: number, part: NamePart): [PartPattern[], SubjectPart] => {
  const { role, tells, needsCapital, only } = part
  const shared = { kind: "part", subject, part: number, role, tells, needsCapital, only } as const
  const spellings = spellingsOf(part)
  const forms = spellings.filter(({ form }) => form !== "diminutive").map(({ folded }) => folded)
  const patterns = spellings.map((spelling) => ({ ...spelling, ...shared, endings: kazakhEndingsOf(spelling.exact) }))
  return [patterns, { ...part, subject, part: number, forms }]
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
  // Subtle: a short form that needs no end would go on into the next word: "Киму" in "Ким утром".
  const forms = stem === undefined ? inflected(term) : []
  const national = identifierSpellings(term).slice(1)
  return [
    ...spellings.map((spelling) => whole(subject, spelling, "term")),
    ...forms.map((form) => whole(subject, form, "term", foldedText(form).length < 6 ? "whole-word" : "anywhere")),
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
  for (const [subject, { names, identifiers, terms, exact }] of subjects.entries()) {
    for (const [number, part] of distinctParts(names).entries()) {
      const [own, subjectPart] = partPatterns(subject, number, part)
      patterns.push(...own)
      parts.push(subjectPart)
    }
    for (const name of names)
      if (partsOf(name).length === 0 && foldedText(name).length >= 2)
        patterns.push(whole(subject, name.trim(), "exact"))
    for (const identifier of identifiers)
      if (foldedText(identifier).length >= 3) patterns.push(...digitsOrWords(subject, identifier))
    for (const text of exact) patterns.push(whole(subject, text, "term"))
    for (const term of terms) patterns.push(...termPatterns(subject, term))
  }
  return { patterns: patterns.filter(({ folded }) => folded.length >= 2), parts }
}

/** Everything that is spelled with the same folded letters: one place in a text, however many people it may be. */
export interface PatternGroup {
  readonly wholes: readonly WholePattern[]
  readonly parts: readonly PartPattern[]
  readonly bySubject: ReadonlyMap<number, readonly PartPattern[]>
  readonly endings: KazakhEndings
}

const groupOf = (patterns: readonly Pattern[]): PatternGroup => {
  const wholes = patterns.filter((pattern) => pattern.kind === "whole")
  const parts = patterns.filter((pattern) => pattern.kind === "part")
  const bySubject = new Map<number, PartPattern[]>()
  for (const part of parts) {
    const own = bySubject.get(part.subject)
    if (own === undefined) bySubject.set(part.subject, [part])
    else own.push(part)
  }
  // Spelled with and without Kazakh letters a word may ask for either harmony.
  const harmonies = new Set(parts.map(({ endings }) => endings.harmony))
  const [harmony = 2] = harmonies.size === 1 ? harmonies : []
  return { wholes, parts, bySubject, endings: { harmony, possessive: parts.some(({ endings }) => endings.possessive) } }
}

/** Patterns by what they fold to. */
export const groupsOf = (patterns: readonly Pattern[]): ReadonlyMap<string, PatternGroup> => {
  const byFold = new Map<string, Pattern[]>()
  for (const pattern of patterns) {
    const own = byFold.get(pattern.folded)
    if (own === undefined) byFold.set(pattern.folded, [pattern])
    else own.push(pattern)
  }
  return new Map([...byFold].map(([folded, own]) => [folded, groupOf(own)]))
}

import { Fault } from "../../shared/faults.ts"
import { foldedText } from "../search/names/fold.ts"
import type { NameSubject } from "../search/names/hit.ts"

/**
 * How a spelling is looked for: `name` in all forms that main/search/names knows, `identifier` in all groupings, `term` with its
 * endings, `exact` as it stands.
 */
export type NeedleKind = "name" | "identifier" | "term" | "exact"

/** One spelling that must not leave, as it is recorded. Plain data: it crosses to the parser processes. */
export interface Needle {
  readonly exact: string
  readonly kind: NeedleKind
  /** What the needle stands for, so that a box can carry its label and actor; an index into the subjects. */
  readonly subject: number
}

/** Somebody or something to cover: all that is recorded of one person, or one term. */
export interface NeedleSubject {
  readonly terms: readonly string[]
  readonly names?: readonly string[]
  readonly identifiers?: readonly string[]
  /** Found as they stand, without endings. */
  readonly exact?: readonly string[]
  /** Drawn inside the boxes; never derived from what they cover. */
  readonly label: string
  /** The caller's own key, such as an actor's id; empty for terms. */
  readonly key: string
}

export interface NeedleSet {
  readonly needles: readonly Needle[]
  readonly subjects: readonly NeedleSubject[]
}

/**
 * Needles for everything recorded of every subject, without repeats.
 * @throws Fault "term-too-short" where one has fewer than two letters or digits.
 */
export const makeNeedles = (subjects: readonly NeedleSubject[]): NeedleSet => {
  const found = new Map<string, Needle>()
  for (const [subject, { names = [], identifiers = [], terms, exact: literal = [] }] of subjects.entries()) {
    const kinds = { name: names, identifier: identifiers, term: terms, exact: literal } as const
    for (const [kind, texts] of Object.entries(kinds) as [NeedleKind, readonly string[]][])
      for (const text of texts) {
        const exact = text.normalize("NFC").trim()
        if (foldedText(exact).length < 2) throw new Fault("term-too-short")
        found.set(`${subject} ${kind} ${exact}`, { exact, kind, subject })
      }
  }
  return { needles: [...found.values()], subjects }
}

/** Needles for plain terms, with their endings or as they stand: each its own subject, all with one label. */
export const needlesOfTerms = (
  terms: readonly string[],
  label = "",
  form: "exact" | "inflected" = "exact",
): NeedleSet =>
  makeNeedles(
    terms.map((term) => {
      const own = form === "inflected" ? { terms: [term] } : { terms: [], exact: [term] }
      return { ...own, label, key: "" }
    }),
  )

const textsOf = (needles: readonly Needle[], wanted: NeedleKind): string[] =>
  needles.filter(({ kind }) => kind === wanted).map(({ exact }) => exact)

/** The needles as the matcher takes them, one entry for each subject. */
export const nameSubjects = (needles: readonly Needle[]): NameSubject[] => {
  const count = needles.reduce((most, { subject }) => Math.max(most, subject + 1), 0)
  const subjects = Array.from({ length: count }, (): Needle[] => [])
  for (const needle of needles) subjects[needle.subject]?.push(needle)
  return subjects.map((own) => ({
    names: textsOf(own, "name"),
    identifiers: textsOf(own, "identifier"),
    terms: textsOf(own, "term"),
    exact: textsOf(own, "exact"),
  }))
}

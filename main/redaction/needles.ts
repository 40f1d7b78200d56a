import { Fault } from "../../shared/faults.ts"
import { foldedText } from "./fold.ts"

/** How much of a word a needle must be to count: short ones match dozens of dictionary words. */
export type NeedleReach = "whole-word" | "word-start" | "anywhere"

/** One spelling that must not leave. */
export interface Needle {
  /** As given: for searches of raw bytes. */
  readonly exact: string
  readonly folded: string
  readonly reach: NeedleReach
  /** What the needle stands for, so that a box can carry its label and actor; an index into the subjects. */
  readonly subject: number
}

/** Somebody or something to cover: all spellings of one person, or one term. */
export interface NeedleSubject {
  readonly terms: readonly string[]
  /** Drawn inside the boxes; never derived from what they cover. */
  readonly label: string
  /** The caller's own key, such as an actor's id; empty for terms. */
  readonly key: string
}

/** Further spellings of a term (inflected, romanised); the term itself is always searched. */
export type FormsOf = (term: string) => readonly string[]

export interface NeedleSet {
  readonly needles: readonly Needle[]
  readonly subjects: readonly NeedleSubject[]
}

const reachOf = (folded: string): NeedleReach => {
  if (folded.length <= 3) return "whole-word"
  return folded.length <= 5 ? "word-start" : "anywhere"
}

/**
 * Needles for every spelling of every subject, without repeats, longest first.
 * @throws Fault "term-too-short" where a term has fewer than two letters or digits.
 */
export const makeNeedles = (subjects: readonly NeedleSubject[], formsOf: FormsOf = () => []): NeedleSet => {
  const found = new Map<string, Needle>()
  for (const [subject, { terms }] of subjects.entries())
    for (const term of terms) {
      const exact = term.normalize("NFC").trim()
      if (foldedText(exact).length < 2) throw new Fault("term-too-short")
      for (const form of [exact, ...formsOf(exact)]) {
        const folded = foldedText(form)
        if (folded.length >= 2 && !found.has(form))
          found.set(form, { exact: form, folded, reach: reachOf(folded), subject })
      }
    }
  const needles = [...found.values()].sort((a, b) => b.folded.length - a.folded.length || (a.exact < b.exact ? -1 : 1))
  return { needles, subjects }
}

/** Needles for plain terms: each its own subject, all with one label. */
export const needlesOfTerms = (terms: readonly string[], label = "", formsOf?: FormsOf): NeedleSet =>
  makeNeedles(
    terms.map((term) => ({ terms: [term], label, key: "" })),
    formsOf,
  )

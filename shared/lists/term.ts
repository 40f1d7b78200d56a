import type { Language } from "../model/ids.ts"
import type { ListId } from "./list-ids.ts"

/** One entry of a list that people choose from. Stored by its code, never by its words. */
export interface Term {
  /** Unique in its list; never changed once shipped. */
  readonly code: string
  /** Code of the broader term in the same list; "" at the top. */
  readonly parent: string
  readonly en: string
  readonly ru: string
  readonly kk: string
  /** Number of the HURIDOCS micro-thesaurus term that it corresponds to; "" where none was read in the source. */
  readonly huridocs: string
  readonly note?: string
}

/** A term that somebody added. Words that nobody gave are "". Retired: still read, no longer offered. */
export interface ExtraTerm extends Term {
  readonly list: ListId
  readonly retired: boolean
}

export interface TermList {
  readonly id: ListId
  /** A broader term stands before its narrower ones; otherwise in the order in which they are offered. */
  readonly terms: readonly Term[]
}

/** What it is called in that language; where nobody said, in another: Russian, Kazakh, English. */
export const labelOf = (term: Term, language: Language): string =>
  [term[language], term.ru, term.kk, term.en].find((label) => label !== "") ?? term.code

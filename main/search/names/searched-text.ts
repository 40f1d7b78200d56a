import type { Folded } from "./fold.ts"

/** A folded text with what it was, so that capitals and signs between words can be seen. */
export interface SearchedText {
  readonly folded: Folded
  readonly source: string
  /** No capitals at all: a chat. Names are not told from words by them. */
  readonly small: boolean
}

const digit = /\d/u
const capital = /\p{Lu}/u
const smallLetter = /[\p{Ll}\p{N}]/u

const sourceAt = ({ folded, source }: SearchedText, unit: number): string => {
  const at = folded.source[unit]
  return at === undefined ? "" : String.fromCodePoint(source.codePointAt(at) ?? 32)
}

export const isCapitalAt = (text: SearchedText, unit: number): boolean => capital.test(sourceAt(text, unit))

/** "0" and "3" are letters once folded: asked of the source. */
export const isDigitAt = (text: SearchedText, unit: number): boolean => digit.test(sourceAt(text, unit))

/** "виделСмирнову": words that lost the space between them still show where one begins. */
export const isSeam = (text: SearchedText, unit: number): boolean =>
  unit > 0 && isCapitalAt(text, unit) && smallLetter.test(sourceAt(text, unit - 1))

export const startsAt = ({ folded }: SearchedText, unit: number): boolean => folded.startsWord[unit] === true
export const endsAt = ({ folded }: SearchedText, end: number): boolean => folded.endsWord[end - 1] === true

/** What stands between the letter before `unit` and `unit`. */
export const signsBefore = ({ folded, source }: SearchedText, unit: number): string =>
  source.slice((folded.source[unit - 1] ?? -1) + 1, folded.source[unit] ?? 0)

import type { Folded } from "./fold.ts"

/** A text as it is searched. */
export interface SearchedText {
  readonly folded: Folded
  /** No capitals at all: a chat. Names are not told from words by them. */
  readonly small: boolean
}

const digit = /\d/u
const capital = /\p{Lu}/u
const smallLetter = /[\p{Ll}\p{N}]/u

const sourceAt = ({ folded }: SearchedText, unit: number): string => {
  const at = folded.source[unit]
  return at === undefined ? "" : String.fromCodePoint(folded.original.codePointAt(at) ?? 32)
}

export const isCapitalAt = (text: SearchedText, unit: number): boolean => capital.test(sourceAt(text, unit))

/** "0" and "3" are letters once folded: asked of the source. */
export const isDigitAt = (text: SearchedText, unit: number): boolean => digit.test(sourceAt(text, unit))

/** "виделСмирнову": words that lost the space between them still show where one begins. */
export const isSeam = (text: SearchedText, unit: number): boolean =>
  unit > 0 && isCapitalAt(text, unit) && smallLetter.test(sourceAt(text, unit - 1))

export const startsAt = ({ folded }: SearchedText, unit: number): boolean => folded.startsWord[unit] === true
export const endsAt = ({ folded }: SearchedText, end: number): boolean => folded.endsWord[end - 1] === true

const breaks = /[-\u2010-\u2015\u00ac\n\r]/u

/**
 * May a short word run over the gaps within `[start, end)`? Where it is letter-spaced or broken; not where "Ким, у" would be
 * "Киму".
 */
export const isOneWord = ({ folded }: SearchedText, start: number, end: number): boolean => {
  let gaps = 0
  let broken = 0
  for (let unit = start + 1; unit < end; unit += 1) {
    if (folded.startsWord[unit] !== true) continue
    gaps += 1
    const signs = folded.original.slice((folded.source[unit - 1] ?? -1) + 1, folded.source[unit] ?? 0)
    if (breaks.test(signs)) broken += 1
  }
  return gaps === broken || gaps === end - start - 1
}

/** Another sentence, or an aside, is another person; "dana.kim" is one. */
const parting = /[.!?…]\s|[;:()«»"“”/|]/u

/** Whether a sign that parts people stands between `unit` and the letter before it. */
export const isParted = ({ folded }: SearchedText, unit: number): boolean =>
  parting.test(folded.original.slice((folded.source[unit - 1] ?? -1) + 1, folded.source[unit] ?? 0))

/** Words that must stand one after the other. `prefix`: the last one may go on. */
export interface Phrase {
  readonly words: readonly string[]
  readonly prefix: boolean
}

/** UTF-16 offsets, end excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

const foldUnit = (unit: string): string => {
  const small = unit.toLowerCase()
  if (small.length !== 1) return unit
  if (small === "ё") return "е"
  // The index drops the marks of Latin letters, and of no others.
  return /[\u00e0-\u024f\u1e00-\u1eff]/.test(small) ? small.normalize("NFD").charAt(0) : small
}

/** Case, ё and the marks of Latin letters folded, unit by unit: offsets stay what they were. */
export const fold = (text: string): string => text.replace(/[A-Z\u0080-\uffff]/g, foldUnit)

const wordsIn = (text: string): string[] => text.normalize("NFC").match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []

/** `арест "постановление суда" 2017` → two words that may go on, and one phrase as it is. */
export const phrasesOf = (query: string): Phrase[] =>
  query.split(/["«»“”„]/u).flatMap((part, index): Phrase[] => {
    const words = wordsIn(part)
    if (index % 2 === 1) return words.length === 0 ? [] : [{ words, prefix: false }]
    return words.map((word) => ({ words: [word], prefix: true }))
  })

const pattern = ({ words, prefix }: Phrase): string => {
  const letters = words.map((word) => fold(word)).join("[^\\p{L}\\p{N}]+")
  return `(?<![\\p{L}\\p{N}])${letters}${prefix ? "[\\p{L}\\p{N}]*" : "(?![\\p{L}\\p{N}])"}`
}

/** Where any of the phrases stands in `text`, in order. */
export const findSpans = (text: string, phrases: readonly Phrase[]): Span[] => {
  if (phrases.length === 0) return []
  const any = new RegExp(phrases.map(pattern).join("|"), "gu")
  return Array.from(fold(text).matchAll(any), (found) => ({ start: found.index, end: found.index + found[0].length }))
}

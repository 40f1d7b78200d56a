/** What every pattern shares. A pattern is a pure function over one text: it proposes, it never decides. */

/** A place in a text, half open, in UTF-16 units. */
export interface PatternSpan {
  readonly start: number
  readonly end: number
  /** How sure the pattern is, 0 to 1: a checksum that holds raises it, one that fails never hides a place. */
  readonly confidence: number
}

export type FindPattern = (text: string) => readonly PatternSpan[]

/** Cyrillic capitals that pass for Latin ones, as on number plates, and as OCR and typists swap them. */
const latinAlike: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  У: "Y",
  Х: "X",
  І: "I",
  Ѕ: "S",
  Ј: "J",
}

/** The same text, unit for unit, with Cyrillic capitals that look Latin as Latin. */
export const asLatin = (text: string): string => text.replace(/[АВЕКМНОРСТУХІЅЈ]/gu, (sign) => latinAlike[sign] ?? sign)

const digitAlike: Readonly<Record<string, string>> = {
  O: "0",
  О: "0",
  o: "0",
  о: "0",
  З: "3",
  з: "3",
  I: "1",
  l: "1",
  "|": "1",
  І: "1",
  б: "6",
  В: "8",
  B: "8",
  S: "5",
}

/** The same text, unit for unit, with the letters that OCR reads for digits put right in words that are mostly digits. */
export const withDigits = (text: string): string =>
  text.replace(/(?<!\p{L})[\dOОoоЗзIl|ІбВBS]{3,}(?!\p{L})/gu, (run) => {
    const digits = digitsOf(run).length
    return digits >= 2 * (run.length - digits) ? run.replace(/\D/gu, (sign) => digitAlike[sign] ?? sign) : run
  })

/** Every match of `pattern`, which carries the flag g, with what `sure` says of it; undefined: no match after all. */
export const spansOf = (
  text: string,
  pattern: RegExp,
  sure: (match: RegExpMatchArray) => number | undefined,
): PatternSpan[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const confidence = sure(match)
    if (confidence === undefined) return []
    const found = match[0]
    const start = match.index + (found.length - found.trimStart().length)
    return { start, end: start + found.trim().length, confidence }
  })

export const digitsOf = (text: string): string => text.replace(/\D/gu, "")

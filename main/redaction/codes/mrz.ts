/**
 * Machine-readable zones of passports and identity cards (ICAO 9303), in lines of text as OCR reads them.
 *
 *   TD3  2 × 44   P<KAZSMIRNOVA<<ELENA<<<…   number(9) c nationality birth c sex expiry c personal(14) c c
 *   TD2  2 × 36   the same, shorter
 *   TD1  3 × 30   I<KAZ number(9) c …   birth c sex expiry c nationality … c   SMIRNOVA<<ELENA<<<…
 *
 * OCR takes the fillers for other signs, so a line counts by its looks; check digits that hold (c: weights 7, 3, 1) raise the
 * confidence and never lower it to nothing.
 */
import type { PageLine } from "../../reading/page-text.ts"
import { asLatin } from "../patterns/pattern.ts"

export interface MrzLine {
  readonly lineIndex: number
  /** As it was read, blanks taken out. */
  readonly text: string
  readonly confidence: number
}

const leastLength = 26
const mostLength = 52
const leastFillers = 5

const squeezed = (line: PageLine): string =>
  asLatin(line.words.map(({ text }) => text).join(""))
    .replaceAll("«", "<")
    .replace(/[‹˂〈（([{£€≤]/gu, "<")
    .replace(/\s/gu, "")

const weights = [7, 3, 1]
const valueOf = (sign: string): number => (sign === "<" ? 0 : parseInt(sign, 36))

/** The check digit of a field: digits as they are, A to Z as 10 to 35, fillers as 0. */
export const mrzCheckDigit = (field: string): number =>
  Array.from(field).reduce((sum, sign, at) => sum + valueOf(sign) * (weights[at % 3] ?? 0), 0) % 10

const holds = (line: string, from: number, to: number, digit: number): boolean =>
  /^[A-Z0-9<]+$/u.test(line.slice(from, to)) && line[digit] === String(mrzCheckDigit(line.slice(from, to)))

/** How many of the check digits hold, in whichever form the line has. */
const checksThatHold = (line: string): number => {
  const passport = [holds(line, 0, 9, 9), holds(line, 13, 19, 19), holds(line, 21, 27, 27)]
  const card = [holds(line, 0, 6, 6), holds(line, 8, 14, 14)]
  const cardNumber = [holds(line, 5, 14, 14)]
  return Math.max(...[passport, card, cardNumber].map((checks) => checks.filter(Boolean).length))
}

/** Number, nationality, birth, sex, expiry: a second line may have hardly a filler. */
const dataLine = /^(?:[A-Z0-9<]{9}[\d<O][A-Z<0]{3}|)[\dO]{6}[\dO<][MFX<][\dO]{6}[\dO<]/u
const firstLine = /^[PIACV][A-Z<][A-Z<0]{3}/u

const confidenceOf = (line: string): number | undefined => {
  if (line.length < leastLength || line.length > mostLength) return undefined
  const fillers = (line.match(/</gu) ?? []).length
  const expected = (line.match(/[A-Z0-9<]/gu) ?? []).length
  if (expected < 0.85 * line.length) return undefined
  const looks = fillers >= leastFillers && /<<|(?:<[KCE]){2}/u.test(line)
  // Fillers are read as K or C where the letters are blurred.
  const blurred = firstLine.test(line) && /([<KC])\1{4}|[<KC]{7}/u.test(line)
  if (!looks && !blurred && !dataLine.test(line)) return undefined
  return checksThatHold(line) >= 2 ? 0.99 : 0.8
}

const isNeighbour = (line: PageLine, other: PageLine): boolean =>
  Math.abs(line.rect.y - other.rect.y) < 3 * Math.max(line.rect.height, other.rect.height)

/** A line of the zone that OCR spoiled: as long, in one or two pieces, in capitals, beside one that was read. */
const couldBelong = (line: PageLine): boolean => {
  const text = squeezed(line)
  const capitals = (text.match(/[A-Z0-9<]/gu) ?? []).length
  return (
    text.length >= leastLength && text.length <= mostLength && line.words.length <= 3 && capitals >= 0.7 * text.length
  )
}

/** The lines of machine-readable zones among `lines`. */
export const mrzLines = (lines: readonly PageLine[]): MrzLine[] => {
  const sure = lines.flatMap((line, lineIndex): MrzLine[] => {
    const text = squeezed(line)
    const confidence = confidenceOf(text)
    return confidence === undefined ? [] : [{ lineIndex, text, confidence }]
  })
  const near = lines.flatMap((line, lineIndex): MrzLine[] => {
    if (sure.some((one) => one.lineIndex === lineIndex) || !couldBelong(line)) return []
    const beside = sure.some((one) => {
      const other = lines[one.lineIndex]
      return other !== undefined && isNeighbour(line, other)
    })
    return beside ? [{ lineIndex, text: squeezed(line), confidence: 0.6 }] : []
  })
  return [...sure, ...near].sort((a, b) => a.lineIndex - b.lineIndex)
}

import { asLatin, type FindPattern, type PatternSpan, spansOf } from "./pattern.ts"

const gap = String.raw`[ \u00a0\-\u2010-\u2015]?`
const edgeBefore = String.raw`(?<![\p{L}\p{N}])`
const edgeAfter = String.raw`(?![\p{L}\p{N}])`
/** Regions of Kazakhstan, 01 to 20. */
const region = "(?:0[1-9]|1[0-9]|20)"

const plates = (body: string): RegExp => new RegExp(edgeBefore + body + edgeAfter, "gu")

/** 123 ABC 02, and a company's 123 AB 02. */
const kazakhNew = plates(String.raw`(?:KZ${gap})?\d{3}${gap}[A-Z]{2,3}${gap}${region}(?:${gap}KZ)?`)
/** Until 2012: A 123 BCD, a company's A 123 BC, and the oldest A 1234 BC. */
const kazakhOld = plates(String.raw`[A-FHK-PRSTXZ]${gap}\d{3,4}${gap}[A-Z]{2,3}`)
/** А 123 ВС 77, trailers АВ 1234 77, public transport АВ 123 77. */
const russian = plates(String.raw`[ABCEHKMOPTXY]${gap}\d{3}${gap}[ABCEHKMOPTXY]{2}${gap}\d{2,3}`)
const russianOther = plates(String.raw`[ABCEHKMOPTXY]{2}${gap}\d{3,4}${gap}\d{2,3}`)

/** Written together a plate is hardly anything else; in pieces it may be a paragraph of a code. */
const sure = (found: string): number => (/[\s\-\u2010-\u2015]/u.test(found) ? 0.7 : 0.9)

/** Number plates of Kazakhstan (new and old) and Russia, in Latin letters or in Cyrillic ones that look the same. */
export const findPlates: FindPattern = (text) => {
  const latin = asLatin(text)
  return [kazakhNew, kazakhOld, russian, russianOther].flatMap((pattern): PatternSpan[] =>
    spansOf(latin, pattern, ([found]) => sure(found)),
  )
}

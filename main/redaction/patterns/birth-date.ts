import { type FindPattern, type PatternSpan } from "./pattern.ts"

const months = String.raw`(?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*`
const year = String.raw`(?:1[89]\d{2}|20[0-4]\d)`

/** A whole day, or a year alone, in the ways in which people write it. */
const dates = new RegExp(
  [
    String.raw`\d{1,2}\s?[.\/\-]\s?\d{1,2}\s?[.\/\-]\s?(?:${year}|\d{2})(?!\d)`,
    String.raw`${year}[.\/\-]\d{1,2}[.\/\-]\d{1,2}(?!\d)`,
    String.raw`«?\d{1,2}»?\s*(?:-?(?:го|е|th|st|nd|rd|ші|шы))?\s+${months}\.?,?\s+${year}`,
    String.raw`${months}\.?\s+\d{1,2}(?:th|st|nd|rd)?,?\s+${year}`,
    String.raw`${year}\s?(?:жыл(?:ғы|дың|ы)?|ж\.)\s+«?\d{1,2}»?\s*(?:-?(?:ші|шы))?\s+${months}`,
    String.raw`${year}(?!\d)`,
  ]
    .map((form) => `(?<![\\d.])${form}`)
    .join("|"),
  "giu",
)

/** Right before a date. */
const before =
  /(?:рожд(?:ен\p{L}*|\.)|родил(?:ся|ась|ись)|род\.|г\.?\s?р\.?|туған(?:\s+(?:күні|жылы|ай\p{L}*))*|дүниеге\s+келген|born|birth(?:\s?date|day)?|d\.?o\.?b\.?)[\s:,–—-]*(?:(?:в|on|in|о|күні|жылы|date|\(|дата)[\s:]*){0,2}(?:[\p{L}/.]{1,14}[\s:]+){0,1}$/iu
/** Right after a date. */
const after =
  /^[\s,(]*(?:(?:г(?:ода|\.)?|ж(?:ылы|ыл|\.)?|year|күні)[\s,]*)?(?:г\.?\s?р\.?(?!\p{L})|г\.\s?рожд|рожд(?:ения|\.)|р\.(?!\p{L})|туған|дүниеге\s+келген|\(?(?:birth|born))/iu

const reachBefore = 45
const reachAfter = 30

/** Dates of birth: a date or a year beside a word that says so ("г. р.", "туған", "born"). Other dates are nobody's. */
export const findBirthDates: FindPattern = (text) =>
  [...text.matchAll(dates)].flatMap((match): PatternSpan[] => {
    const start = match.index
    const end = start + match[0].length
    const told =
      before.test(text.slice(Math.max(0, start - reachBefore), start)) || after.test(text.slice(end, end + reachAfter))
    return told ? [{ start, end, confidence: 0.9 }] : []
  })

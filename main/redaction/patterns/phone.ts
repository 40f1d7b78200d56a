import { findPhoneNumbersInText } from "libphonenumber-js/max"
import { digitsOf, type FindPattern, type PatternSpan, spansOf, withDigits } from "./pattern.ts"

/** One sign, or a bracket and a space, between two digits. */
const gap = String.raw`[ \u00a0\u202f().\-\u00ad\u2010-\u2015\/]{0,3}`

/** Ten digits, with +7, 7 or 8 before them or without: 8 (701) 123-45-67, +77011234567, 727 250 12 34. */
const national = new RegExp(String.raw`(?<![\p{L}\d+])(?:\+?[78]${gap})?\(?\d(?:${gap}\d){9}(?![\d\p{L}])`, "gu")

/** After a word that says so, also a local number of five to seven digits: "тел. 250-12-34". */
const local = new RegExp(
  String.raw`(?<![\p{L}])(?:тел(?:ефон\p{L}*)?|т|моб(?:ильн\p{L}*)?|сот(?:ов\p{L}*)?|ұялы|phone|tel|mob(?:ile)?|cell|whats\s?app|ватсап|вотсап)(?:[.:№\s]|нөмірі|номер\p{L}*){1,6}(\+?\d(?:${gap}\d){4,14})(?!\d)`,
  "giu",
)

/** What such numbers begin with behind +7: mobile and city codes of both countries. */
const looksNational = (digits: string): number | undefined => {
  const own = digits.length === 11 ? digits.slice(1) : digits
  if (digits.length === 11 && !/^[78]/u.test(digits)) return undefined
  if (!/^[34789]/u.test(own)) return undefined
  return digits.length === 11 ? 0.95 : 0.7
}

const nationals = (text: string): PatternSpan[] =>
  spansOf(text, national, ([found]) => {
    const separated = /\d[^\d]/u.test(found.replace(/^\+?[78][^\d]*/u, ""))
    const digits = digitsOf(found)
    // Ten digits in a row are many things; only mobile codes make them a telephone number.
    if (digits.length === 10 && !separated && !/^(?:7[0467]|9)/u.test(digits)) return undefined
    return looksNational(digits)
  })

const locals = (text: string): PatternSpan[] =>
  [...text.matchAll(local)].map((match) => {
    const number = match[1] ?? ""
    const start = match.index + match[0].length - number.length
    return { start, end: start + number.length, confidence: 0.9 }
  })

const foreign = (text: string): PatternSpan[] =>
  findPhoneNumbersInText(text, { defaultCountry: "KZ" })
    // Without its + a foreign number is any run of digits.
    .filter(({ startsAt }) => text[startsAt] === "+" || text[startsAt - 1] === "+")
    .map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt, confidence: 0.95 }))

/** Telephone numbers: all ways of writing those of Kazakhstan and Russia, local ones behind a word, others behind +. */
export const findPhones: FindPattern = (text) => {
  const repaired = withDigits(text)
  return [...nationals(repaired), ...locals(repaired), ...foreign(repaired)]
}

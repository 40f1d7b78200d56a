import { digitsOf, type FindPattern, spansOf, withDigits } from "./pattern.ts"

/** Sixteen to nineteen digits in fours, or in a row; fifteen in the way of one issuer. */
const card =
  /(?<![\d])(?:\d{4}[ \u00a0\-\u2010-\u2015]?\d{4}[ \u00a0\-\u2010-\u2015]?\d{4}[ \u00a0\-\u2010-\u2015]?\d{4}(?:[ \u00a0]?\d{1,3})?|3[47]\d{2}[ \u00a0-]?\d{6}[ \u00a0-]?\d{5})(?![\d])/gu
/** Partly starred, as receipts print it: 4400 43** **** 1234. */
const masked = /(?<![\d*])\d{4}[ \u00a0]?\d{0,2}[*•xXхХ]{2,4}[ \u00a0]?[*•xXхХ]{2,6}[ \u00a0]?\d{4}(?![\d])/gu

/** Luhn: from the right every second digit doubled, its digits summed; the whole divides by ten. */
export const cardChecksumHolds = (digits: string): boolean => {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}

/** Card numbers; the checksum suggests. */
export const findCards: FindPattern = (text) => {
  const repaired = withDigits(text)
  return [
    ...spansOf(repaired, card, ([found]) => {
      const digits = digitsOf(found)
      if (!/^[2-6]/u.test(digits)) return undefined
      return cardChecksumHolds(digits) ? 0.97 : 0.6
    }),
    ...spansOf(repaired, masked, () => 0.8),
  ]
}

import { digitsOf, type FindPattern, spansOf, withDigits } from "./pattern.ts"

const twelve = /(?<![\d])\d(?:[ \u00a0\u202f\-\u2010-\u2015]?\d){11}(?![\d])/gu

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

const remainder = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11

/** The twelfth digit of an IIN or BIN: mod 11, a second row of weights where the first gives 10. */
export const iinChecksumHolds = (digits: string): boolean => {
  const first = remainder(digits, firstWeights)
  const expected = first === 10 ? remainder(digits, secondWeights) : first
  return digits.length === 12 && expected === Number(digits[11])
}

/** A person's number begins with a date of birth, a company's with year, month and a digit from 4 to 6. */
const beginsLikeOne = (digits: string): boolean => {
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  return month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || /^[4-6]/u.test(digits.slice(4)))
}

/** IIN and BIN: twelve digits. The checksum suggests, it never skips: a mistyped number still tells who it is. */
export const findIins: FindPattern = (text) =>
  spansOf(withDigits(text), twelve, ([found]) => {
    const digits = digitsOf(found)
    if (iinChecksumHolds(digits) && beginsLikeOne(digits)) return 0.99
    return beginsLikeOne(digits) ? 0.7 : 0.5
  })

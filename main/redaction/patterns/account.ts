import { asLatin, digitsOf, type FindPattern, spansOf } from "./pattern.ts"

const gap = String.raw`[ \u00a0\u202f.\-]?`
const edgeBefore = String.raw`(?<![\p{L}\p{N}])`
const edgeAfter = String.raw`(?![\p{L}\p{N}])`

/** KZ, two digits, three for the bank, thirteen letters or digits. */
const kazakh = new RegExp(String.raw`${edgeBefore}KZ${gap}\d{2}(?:${gap}[A-Z0-9]){16}${edgeAfter}`, "giu")
const foreign = new RegExp(String.raw`${edgeBefore}[A-Z]{2}\d{2}(?:${gap}[A-Z0-9]){11,30}${edgeAfter}`, "gu")
/** Twenty digits: a settlement account in Russia, and in Kazakhstan until 2010. */
const settlement = new RegExp(String.raw`(?<!\d)\d(?:${gap}\d){19}(?!\d)`, "gu")

/** ISO 13616: the first four signs to the end, letters as 10 to 35, the whole mod 97 is 1. */
export const ibanChecksumHolds = (iban: string): boolean => {
  const signs = iban.toUpperCase().replace(/[^A-Z0-9]/gu, "")
  const turned = signs.slice(4) + signs.slice(0, 4)
  let rest = 0
  for (const sign of turned) for (const digit of parseInt(sign, 36).toString()) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** Bank accounts: IBANs of Kazakhstan whatever their checksum, others where it holds, accounts of twenty digits. */
export const findAccounts: FindPattern = (text) => {
  const latin = asLatin(text)
  return [
    ...spansOf(latin, kazakh, ([found]) => (ibanChecksumHolds(found) ? 0.99 : 0.75)),
    ...spansOf(latin, foreign, ([found]) => (ibanChecksumHolds(found) ? 0.99 : undefined)),
    ...spansOf(latin, settlement, ([found]) => (/^[34]/u.test(digitsOf(found)) ? 0.9 : 0.6)),
  ]
}

/** Identifiers as they are written: digits in any grouping, telephones with and without their code, spelled-out addresses. */
import { parsePhoneNumberFromString } from "libphonenumber-js/max"

/** `+7 701 …`, `8 701 …` and `701 …` are one number: what stays when the code goes. */
const nationalNumber = (text: string): string | undefined => {
  if (!/^[+\d\s().\u2010-\u2015-]+$/u.test(text)) return undefined
  const digits = text.replace(/\D/gu, "")
  if (/^[78]\d{10}$/u.test(digits)) return digits.slice(1)
  const parsed = parsePhoneNumberFromString(text.trim(), "KZ")
  return parsed?.isPossible() === true && digits.length >= 10 && digits.length !== 12
    ? parsed.nationalNumber
    : undefined
}

const at = ["at", "собака", "эт"]
const dot = ["dot", "точка"]

/** "dana [at] example [dot] kz". */
const spelledOut = (address: string): string[] => {
  if (!/^\S+@\S+\.\S+$/u.test(address)) return []
  const [local = "", domain = ""] = address.split("@")
  return at.flatMap((sign) => [
    `${local} ${sign} ${domain}`,
    ...dot.flatMap((point) =>
      // Dots before the sign are often left as they are.
      [local, local.replaceAll(".", ` ${point} `)].map(
        (own) => `${own} ${sign} ${domain.replaceAll(".", ` ${point} `)}`,
      ),
    ),
  ])
}

/** An identifier as it is recorded, and its other spellings. Spaces and signs do not count: they are folded away. */
export const identifierSpellings = (identifier: string): readonly string[] => {
  const text = identifier.trim()
  const national = nationalNumber(text)
  return [...new Set([text, ...(national === undefined ? [] : [national]), ...spelledOut(text)])]
}

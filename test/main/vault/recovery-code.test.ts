import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { toHex } from "../../../main/crypto/bytes.ts"
import { formatRecoveryCode, parseRecoveryCode } from "../../../main/vault/recovery-code.ts"
import { Fault } from "../../../shared/faults.ts"

const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 17)
const code = formatRecoveryCode(bytes)

/** The group that was refused; -1 when the code was accepted. */
const refusedGroup = (typed: string): unknown => {
  try {
    parseRecoveryCode(typed)
    return -1
  } catch (error) {
    return error instanceof Fault && error.code === "recovery-code-mistyped" ? error.detail.group : error
  }
}

property.prop([sixteenBytes])("a code is eight groups of five and reads back", (secret) => {
  expect(formatRecoveryCode(secret)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(toHex(parseRecoveryCode(formatRecoveryCode(secret)))).toBe(toHex(secret))
})

test("case, blanks, other dashes, O for 0 and L for 1 do not matter", () => {
  const typed = ` ${code.toLowerCase().replaceAll("-", " – ").replaceAll("0", "o").replaceAll("1", "l")}\n`
  expect(toHex(parseRecoveryCode(typed))).toBe(toHex(bytes))
})

test("a mistyped character is found, and its group named", () => {
  const characters = Array.from(code)
  let found = 0
  let tried = 0
  for (const [place, character] of characters.entries()) {
    if (character === "-") continue
    for (const other of "0123456789ABCDEFGHJKMNPQRSTVWXYZ") {
      if (other === character) continue
      tried++
      const group = refusedGroup(characters.with(place, other).join(""))
      if (group === Math.floor(place / 6) + 1) found++
    }
  }
  // Nine check bits: about 1 of 512 passes, and Argon2 then finds it wrong.
  expect(found / tried).toBeGreaterThan(0.99)
})

test("groups that changed places are found", () => {
  const [first = "", second = "", ...rest] = code.split("-")
  expect(refusedGroup([second, first, ...rest].join("-"))).toBe(1)
})

test.each([code.slice(1), `${code}0`, "", "U".repeat(40).slice(0, 39)])("a wrong length is group 0: %s", (typed) => {
  expect(refusedGroup(typed)).toBe(0)
})

test("a letter outside the alphabet names its group", () => {
  expect(refusedGroup(`${code.slice(0, 6)}UUUUU${code.slice(11)}`)).toBe(2)
})

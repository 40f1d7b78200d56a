import { Fault } from "../../shared/faults.ts"
import { concat, readUint16, utf8, writeUint16 } from "../crypto/bytes.ts"
import { sha256 } from "../crypto/hash.ts"

/**
 * A recovery code: 128 bits in eight groups of five letters and digits, each group with its own check.
 *
 *   group i (0…7), 25 bits, high bit first:  16 bits of the code (bytes 2i, 2i + 1) ‖ 9 check bits
 *   check bits = the first 9 bits of SHA-256("saqta/v1/recovery-code" ‖ i as one byte ‖ the group's 2 bytes)
 *   alphabet   = 0123456789ABCDEFGHJKMNPQRSTVWXYZ (Crockford's base 32), 5 bits a character
 *
 * The group's place is hashed too, so two groups that changed places are found out.
 */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const groups = 8
const groupCharacters = 5
const checkBits = 9
const label = utf8("saqta/v1/recovery-code")

export const recoveryCodeLength = 16

const groupValue = (index: number, pair: Uint8Array): number => {
  const check = readUint16(sha256(concat([label, Uint8Array.of(index), pair])), 0) >>> (16 - checkBits)
  return readUint16(pair, 0) * 2 ** checkBits + check
}

/** Eight groups of five with hyphens between, from 16 bytes. */
export const formatRecoveryCode = (code: Uint8Array): string => {
  const written: string[] = []
  for (let index = 0; index < groups; index++) {
    const value = groupValue(index, code.subarray(2 * index, 2 * index + 2))
    let group = ""
    for (let place = groupCharacters - 1; place >= 0; place--) group += alphabet.charAt((value >>> (5 * place)) & 31)
    written.push(group)
  }
  return written.join("-")
}

/** What people write instead: any case, blanks and dashes anywhere, O for 0, I and L for 1. */
const normalise = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}_.]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/gu, "1")

/**
 * The 16 bytes of a typed code. Throws Fault `recovery-code-mistyped` with `group` (1…8), the first group that
 * cannot be right; 0 when the length is wrong.
 */
export const parseRecoveryCode = (typed: string): Uint8Array => {
  const characters = normalise(typed)
  if (characters.length !== groups * groupCharacters) throw new Fault("recovery-code-mistyped", { group: 0 })
  const code = new Uint8Array(recoveryCodeLength)
  for (let index = 0; index < groups; index++) {
    const mistyped = new Fault("recovery-code-mistyped", { group: index + 1 })
    let value = 0
    for (const character of characters.slice(index * groupCharacters, (index + 1) * groupCharacters)) {
      const digit = alphabet.indexOf(character)
      if (digit < 0) throw mistyped
      value = value * 32 + digit
    }
    writeUint16(code, 2 * index, value >>> checkBits)
    if (groupValue(index, code.subarray(2 * index, 2 * index + 2)) !== value) throw mistyped
  }
  return code
}

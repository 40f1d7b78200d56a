import { expect, test } from "vitest"
import { toHex, utf8 } from "../../../main/crypto/bytes.ts"
import { deriveAttemptKey, passphraseBytes, productKdf } from "../../../main/crypto/kdf.ts"

const salt = new Uint8Array(32).fill(2)
const least = { memoryKiB: 64 * 1024, passes: 1, lanes: 1 }

test("the product's own parameters are within the bounds", () => {
  expect(productKdf).toEqual({ memoryKiB: 262_144, passes: 3, lanes: 4 })
})

test("the attempt key depends on secret, salt and every parameter", async () => {
  const keys = await Promise.all([
    deriveAttemptKey(utf8("a"), salt, least),
    deriveAttemptKey(utf8("b"), salt, least),
    deriveAttemptKey(utf8("a"), new Uint8Array(32), least),
    deriveAttemptKey(utf8("a"), salt, { ...least, passes: 2 }),
    deriveAttemptKey(utf8("a"), salt, { ...least, lanes: 2 }),
  ])
  expect(new Set(keys.map(toHex)).size).toBe(keys.length)
})

test.each([
  { ...least, memoryKiB: 64 * 1024 - 1 },
  { ...least, memoryKiB: 1024 * 1024 + 1 },
  { ...least, memoryKiB: 0xffffffff },
  { ...least, passes: 0 },
  { ...least, passes: 11 },
  { ...least, lanes: 0 },
  { ...least, lanes: 9 },
  { ...least, memoryKiB: 65_536.5 },
])("parameters out of bounds are refused: %o", async (parameters) => {
  await expect(deriveAttemptKey(utf8("a"), salt, parameters)).rejects.toMatchObject({ code: "kdf-out-of-bounds" })
})

test("one passphrase typed on two systems is one: composed and decomposed, full width and half", () => {
  expect(toHex(passphraseBytes("е\u0308ж ё"))).toBe(toHex(passphraseBytes("ёж ё")))
  expect(toHex(passphraseBytes("Ａｂ１"))).toBe(toHex(utf8("Ab1")))
})

test("blanks at the ends belong to a passphrase", () => {
  expect(toHex(passphraseBytes(" a "))).toBe(toHex(utf8(" a ")))
})

test("half a character and nothing at all are no passphrases", () => {
  expect(() => passphraseBytes("a\ud800")).toThrow(expect.objectContaining({ code: "bad-input" }))
  expect(() => passphraseBytes("")).toThrow(expect.objectContaining({ code: "bad-input" }))
})

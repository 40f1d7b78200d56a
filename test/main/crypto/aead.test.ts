import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { boxOverheadBytes, gcmOpen, gcmSeal, openBox, sealBox } from "../../../main/crypto/aead.ts"
import { fromHex, toHex, utf8 } from "../../../main/crypto/bytes.ts"
import { labels } from "../../../main/crypto/keys.ts"
import { systemRandom } from "../../../main/crypto/random.ts"

const input = {
  secret: new Uint8Array(32).fill(1),
  salt: utf8("salt"),
  label: labels.slotHolder,
  context: Uint8Array.of(3),
  additionalData: utf8("place"),
}

test("AES-256-GCM gives the published ciphertext and tag", () => {
  // McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16.
  const gcm = {
    key: fromHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
    nonce: fromHex("cafebabefacedbaddecaf888"),
    additionalData: fromHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
  }
  const plaintext = fromHex(
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
  )
  const sealed = gcmSeal(gcm, plaintext)
  expect(toHex(sealed)).toBe(
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662" +
      "76fc6ece0f4e1768cddf8853bb2d551b",
  )
  expect(toHex(gcmOpen(gcm, sealed) ?? new Uint8Array())).toBe(toHex(plaintext))
})

property.prop([fc.uint8Array({ maxLength: 300 })])("opening a box inverts sealing it", (plaintext) => {
  const box = sealBox(input, plaintext, systemRandom)
  expect(box.byteLength).toBe(plaintext.byteLength + boxOverheadBytes)
  expect(toHex(openBox(input, box) ?? utf8("refused"))).toBe(toHex(plaintext))
})

test("every flipped bit of a box is refused", () => {
  const box = Buffer.from(sealBox(input, utf8("a private key"), systemRandom))
  const opened: number[] = []
  for (let bit = 0; bit < box.byteLength * 8; bit++) {
    box[bit >> 3] = (box[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    if (openBox(input, box) !== undefined) opened.push(bit)
    box[bit >> 3] = (box[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  }
  expect(opened).toEqual([])
  expect(openBox(input, box)).toBeDefined()
})

test.each([
  { ...input, secret: new Uint8Array(32).fill(2) },
  { ...input, salt: utf8("other") },
  { ...input, label: labels.slotVaultKeys },
  { ...input, context: Uint8Array.of(4) },
  { ...input, additionalData: utf8("elsewhere") },
])("a box opens only with its own secret, salt, label, context and place (%#)", (other) => {
  expect(openBox(other, sealBox(input, utf8("x"), systemRandom))).toBeUndefined()
})

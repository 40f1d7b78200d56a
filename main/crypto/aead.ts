import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from "node:crypto"
import { concat, equalInConstantTime } from "./bytes.ts"
import { hkdf, type Label } from "./keys.ts"
import type { RandomBytes } from "./random.ts"

/**
 * AES-256-GCM, and a box of it that commits to its key.
 *
 *   offset  bytes  box
 *   0       32     commitment
 *   32      12     nonce, random
 *   44      n      ciphertext
 *   44 + n  16     tag
 *
 * key ‖ commitment = HKDF-SHA-256(secret, salt, label ‖ context, 64). GCM alone accepts one ciphertext under two
 * keys; the commitment does not.
 */
export const keyBytes = 32
export const commitmentBytes = 32
export const nonceBytes = 12
export const tagBytes = 16
export const boxOverheadBytes = commitmentBytes + nonceBytes + tagBytes

export interface GcmInput {
  /** Raw, or parsed once by `parseKey` where thousands of chunks share it. */
  key: Uint8Array | KeyObject
  nonce: Uint8Array
  additionalData: Uint8Array
}

export const parseKey = (key: Uint8Array): KeyObject => createSecretKey(key)

/** What a collection would free some time: given back now, so that the next chunk gets memory that is still in the cache. */
const giveBack = (bytes: Uint8Array): void => {
  const buffer = bytes.buffer as ArrayBuffer & { transfer?: (length: number) => ArrayBuffer }
  // Electron 22, which tests run in, has no `transfer` yet. A pooled buffer would belong to others too.
  if (buffer.byteLength === bytes.byteLength) buffer.transfer?.(0)
}

/** Writes ciphertext ‖ tag into `target`, which is `tagBytes` longer than `plaintext`. */
export const gcmSealInto = (
  { key, nonce, additionalData }: GcmInput,
  plaintext: Uint8Array,
  target: Uint8Array,
): void => {
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(additionalData)
  const ciphertext = cipher.update(plaintext)
  cipher.final()
  target.set(ciphertext)
  target.set(cipher.getAuthTag(), plaintext.byteLength)
  giveBack(ciphertext)
}

/** Ciphertext ‖ tag. */
export const gcmSeal = (input: GcmInput, plaintext: Uint8Array): Uint8Array => {
  const sealed = new Uint8Array(plaintext.byteLength + tagBytes)
  gcmSealInto(input, plaintext, sealed)
  return sealed
}

/** The plaintext, or undefined when the tag does not fit. */
export const gcmOpen = ({ key, nonce, additionalData }: GcmInput, sealed: Uint8Array): Uint8Array | undefined => {
  if (sealed.byteLength < tagBytes) return undefined
  const end = sealed.byteLength - tagBytes
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(additionalData)
  decipher.setAuthTag(sealed.subarray(end))
  const plaintext = decipher.update(sealed.subarray(0, end))
  try {
    decipher.final()
  } catch {
    plaintext.fill(0)
    return undefined
  }
  return plaintext
}

export interface BoxInput {
  secret: Uint8Array
  salt: Uint8Array
  label: Label
  context: Uint8Array
  additionalData: Uint8Array
}

const deriveBoxKeys = ({ secret, salt, label, context }: BoxInput) => {
  const both = hkdf({ secret, salt, label, context, length: keyBytes + commitmentBytes })
  return { key: both.subarray(0, keyBytes), commitment: both.subarray(keyBytes) }
}

/** A box 60 bytes longer than `plaintext`. */
export const sealBox = (input: BoxInput, plaintext: Uint8Array, random: RandomBytes): Uint8Array => {
  const { key, commitment } = deriveBoxKeys(input)
  const nonce = random(nonceBytes)
  try {
    return concat([commitment, nonce, gcmSeal({ key, nonce, additionalData: input.additionalData }, plaintext)])
  } finally {
    key.fill(0)
  }
}

/** The plaintext, or undefined when the secret is another or any bit was changed. */
export const openBox = (input: BoxInput, box: Uint8Array): Uint8Array | undefined => {
  if (box.byteLength < boxOverheadBytes) return undefined
  const { key, commitment } = deriveBoxKeys(input)
  try {
    if (!equalInConstantTime(commitment, box.subarray(0, commitmentBytes))) return undefined
    const nonce = box.subarray(commitmentBytes, commitmentBytes + nonceBytes)
    return gcmOpen({ key, nonce, additionalData: input.additionalData }, box.subarray(commitmentBytes + nonceBytes))
  } finally {
    key.fill(0)
  }
}

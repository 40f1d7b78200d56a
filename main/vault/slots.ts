import { Fault } from "../../shared/faults.ts"
import { boxOverheadBytes, type BoxInput, openBox, sealBox } from "../crypto/aead.ts"
import { concat, readUint16, readUint64, utf8, writeUint16, writeUint64 } from "../crypto/bytes.ts"
import { labels } from "../crypto/keys.ts"
import type { RandomBytes } from "../crypto/random.ts"
import { x25519Agree, x25519PublicKey } from "../crypto/sign.ts"

/**
 * One of the eight slots, 376 bytes.
 *
 *   offset  bytes  field
 *   0       204    part 1: box under the attempt key, holding 144 bytes
 *   204     32     part 2: ephemeral X25519 public key
 *   236     140    part 2: box under the agreed secret, holding 80 bytes
 *
 *   part 1, 144 bytes                          part 2, 80 bytes
 *   0    2   type: 1 passphrase, 2 recovery    0    2   count of master keys, 1 or 2 (2 during a rotation)
 *   2    2   length of the label               2    6   zero
 *   4    60  label, UTF-8, then zeros          8    32  vault master key
 *   64   16  holder id                         40   32  the one before, or zeros
 *   80   32  X25519 private key                72   8   vault created at, milliseconds since 1970 UTC
 *   112  32  Ed25519 seed
 *
 * Part 2 is sealed to the holder's public key, so whoever may rotate re-seals it without the holder's passphrase.
 */
export const slotCount = 8
export const slotTypes = { passphrase: 1, "recovery-code": 2 } as const
export type SlotType = keyof typeof slotTypes

const part1PlainBytes = 144
const part2PlainBytes = 80
const part1Bytes = part1PlainBytes + boxOverheadBytes
const publicKeyBytes = 32
export const slotBytes = part1Bytes + publicKeyBytes + part2PlainBytes + boxOverheadBytes

/** Who holds the slot: one person may hold several, with the same keys in each. */
export interface SlotHolder {
  type: SlotType
  label: string
  /** 16 bytes. */
  holderId: Uint8Array
  x25519PrivateKey: Uint8Array
  ed25519Seed: Uint8Array
}

export interface SlotVaultKeys {
  vaultMasterKey: Uint8Array
  /** The one before, while a rotation has not finished. */
  previousMasterKey: Uint8Array | undefined
  createdAtMs: number
}

/** Where the slot stands: the header's first 72 bytes (vault id, key derivation, salt) and the slot's number. */
export interface SlotPlace {
  fixedPart: Uint8Array
  index: number
}

/** The additional data of both parts, 73 bytes. */
const placeBytes = ({ fixedPart, index }: SlotPlace): Uint8Array => concat([fixedPart, Uint8Array.of(index)])

const part1Box = (place: SlotPlace, attemptKey: Uint8Array): BoxInput => ({
  secret: attemptKey,
  salt: new Uint8Array(),
  label: labels.slotHolder,
  context: Uint8Array.of(place.index),
  additionalData: placeBytes(place),
})

const part2Box = (place: SlotPlace, shared: Uint8Array, ephemeral: Uint8Array, holder: Uint8Array): BoxInput => ({
  secret: shared,
  salt: concat([ephemeral, holder]),
  label: labels.slotVaultKeys,
  context: Uint8Array.of(place.index),
  additionalData: placeBytes(place),
})

const labelBytes = 60

/** As much of the label as fits, cut at a character's end. */
const labelOf = (label: string): Uint8Array => {
  const signs = Array.from(label)
  while (utf8(signs.join("")).byteLength > labelBytes) signs.pop()
  return utf8(signs.join(""))
}

const encodeHolder = (holder: SlotHolder): Uint8Array => {
  const bytes = new Uint8Array(part1PlainBytes)
  const label = labelOf(holder.label)
  writeUint16(bytes, 0, slotTypes[holder.type])
  writeUint16(bytes, 2, label.byteLength)
  bytes.set(label, 4)
  bytes.set(holder.holderId, 64)
  bytes.set(holder.x25519PrivateKey, 80)
  bytes.set(holder.ed25519Seed, 112)
  return bytes
}

/** The slot's type by its number. Throws Fault `vault-newer` for one that this version does not know. */
export const slotTypeOf = (number: number): SlotType => {
  if (number === slotTypes.passphrase) return "passphrase"
  if (number === slotTypes["recovery-code"]) return "recovery-code"
  throw new Fault("vault-newer", { slotType: number })
}

const decodeHolder = (bytes: Uint8Array): SlotHolder => ({
  type: slotTypeOf(readUint16(bytes, 0)),
  label: Buffer.from(bytes.subarray(4, 4 + Math.min(60, readUint16(bytes, 2)))).toString("utf8"),
  holderId: bytes.slice(64, 80),
  x25519PrivateKey: bytes.slice(80, 112),
  ed25519Seed: bytes.slice(112, 144),
})

const encodeVaultKeys = (keys: SlotVaultKeys): Uint8Array => {
  const bytes = new Uint8Array(part2PlainBytes)
  writeUint16(bytes, 0, keys.previousMasterKey === undefined ? 1 : 2)
  bytes.set(keys.vaultMasterKey, 8)
  if (keys.previousMasterKey !== undefined) bytes.set(keys.previousMasterKey, 40)
  writeUint64(bytes, 72, keys.createdAtMs)
  return bytes
}

const decodeVaultKeys = (bytes: Uint8Array): SlotVaultKeys => ({
  vaultMasterKey: bytes.slice(8, 40),
  previousMasterKey: readUint16(bytes, 0) === 2 ? bytes.slice(40, 72) : undefined,
  createdAtMs: readUint64(bytes, 72),
})

/** Part 2 alone, which needs only the holder's public key. 172 bytes. */
export const sealVaultKeys = (
  place: SlotPlace,
  holderPublicKey: Uint8Array,
  keys: SlotVaultKeys,
  random: RandomBytes,
): Uint8Array => {
  const ephemeralPrivateKey = random(32)
  const ephemeral = x25519PublicKey(ephemeralPrivateKey)
  const shared = x25519Agree(ephemeralPrivateKey, holderPublicKey)
  if (shared === undefined) throw new Fault("internal", { what: "public key of small order" })
  const box = sealBox(part2Box(place, shared, ephemeral, holderPublicKey), encodeVaultKeys(keys), random)
  return concat([ephemeral, box])
}

export interface SlotContent {
  holder: SlotHolder
  vaultKeys: SlotVaultKeys
}

export const sealSlot = (
  place: SlotPlace,
  attemptKey: Uint8Array,
  { holder, vaultKeys }: SlotContent,
  random: RandomBytes,
): Uint8Array => {
  const part1 = sealBox(part1Box(place, attemptKey), encodeHolder(holder), random)
  const part2 = sealVaultKeys(place, x25519PublicKey(holder.x25519PrivateKey), vaultKeys, random)
  return concat([part1, part2])
}

/**
 * An unused slot: random, but for a real public key of a pair that nobody keeps.
 * Subtle: random bytes are a point of the curve only half of the time, so they would tell unused slots from used ones.
 */
export const emptySlot = (random: RandomBytes): Uint8Array => {
  const bytes = Buffer.from(random(slotBytes))
  bytes.set(x25519PublicKey(random(32)), part1Bytes)
  return bytes
}

/** What the attempt key opens, or undefined. Part 1 without part 2 counts as damaged, thus as not opened. */
export const openSlot = (place: SlotPlace, attemptKey: Uint8Array, slot: Uint8Array): SlotContent | undefined => {
  const part1 = openBox(part1Box(place, attemptKey), slot.subarray(0, part1Bytes))
  if (part1 === undefined) return undefined
  const holder = decodeHolder(part1)
  const ephemeral = slot.subarray(part1Bytes, part1Bytes + publicKeyBytes)
  const shared = x25519Agree(holder.x25519PrivateKey, ephemeral)
  if (shared === undefined) return undefined
  const holderPublicKey = x25519PublicKey(holder.x25519PrivateKey)
  const part2 = openBox(part2Box(place, shared, ephemeral, holderPublicKey), slot.subarray(part1Bytes + publicKeyBytes))
  return part2 === undefined ? undefined : { holder, vaultKeys: decodeVaultKeys(part2) }
}

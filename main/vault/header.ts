import { Fault } from "../../shared/faults.ts"
import { boxOverheadBytes } from "../crypto/aead.ts"
import {
  concat,
  equalInConstantTime,
  readUint16,
  readUint32,
  readUint64,
  utf8,
  writeUint16,
  writeUint32,
  writeUint64,
} from "../crypto/bytes.ts"
import { hmacSha256, sha256 } from "../crypto/hash.ts"
import { checkKdf, type KdfParameters, saltBytes } from "../crypto/kdf.ts"
import { hkdf, labels } from "../crypto/keys.ts"
import { slotBytes, slotCount } from "./slots.ts"

/**
 * One header copy, `header.a` or `header.b`; 3,396 bytes, integers big-endian (docs/decisions/0001-vault-format.md).
 *
 *   offset  bytes    field
 *   0       8        magic "SAQTAHDR"
 *   8       2        version, 1
 *   10      2        key derivation, 1 = Argon2id version 0x13
 *   12      4        memory in KiB
 *   16      4        passes
 *   20      4        lanes
 *   24      16       vault id
 *   40      32       salt of the key derivation
 *   72      8        epoch: counts the headers written, from 1
 *   80      8 × 376  slots
 *   3088    244      directory, a box under the header key
 *   3332    32       MAC under the header key, over bytes 0…3331
 *   3364    32       SHA-256 of bytes 0…3363; in every version the last 32 bytes are this
 *
 * The SHA-256 tells damage from a wrong passphrase without a key; it protects against nobody. The MAC does.
 */
const magic = utf8("SAQTAHDR")
export const headerVersion = 1
const argon2id = 1
const epochOffset = 72
const slotsOffset = 80
const directoryPlainBytes = 184
export const directoryBytes = directoryPlainBytes + boxOverheadBytes
const directoryOffset = slotsOffset + slotCount * slotBytes
const macOffset = directoryOffset + directoryBytes
const checksumOffset = macOffset + 32
export const headerBytes = checksumOffset + 32

export interface Header {
  kdf: KdfParameters
  /** 16 bytes. */
  vaultId: Uint8Array
  salt: Uint8Array
  epoch: number
  /** Eight, in order. */
  slots: readonly Uint8Array[]
  directory: Uint8Array
}

/** The first 72 bytes: all that does not change when a slot does. They are bound into every slot. */
export const fixedPart = ({ kdf, vaultId, salt }: Pick<Header, "kdf" | "vaultId" | "salt">): Uint8Array => {
  const bytes = new Uint8Array(epochOffset)
  bytes.set(magic)
  writeUint16(bytes, 8, headerVersion)
  writeUint16(bytes, 10, argon2id)
  writeUint32(bytes, 12, kdf.memoryKiB)
  writeUint32(bytes, 16, kdf.passes)
  writeUint32(bytes, 20, kdf.lanes)
  bytes.set(vaultId, 24)
  bytes.set(salt, 40)
  return bytes
}

const macKey = (headerKey: Uint8Array): Uint8Array =>
  hkdf({ secret: headerKey, salt: new Uint8Array(), label: labels.headerMac, length: 32 })

export const encodeHeader = (header: Header, headerKey: Uint8Array): Uint8Array => {
  const epoch = new Uint8Array(8)
  writeUint64(epoch, 0, header.epoch)
  const authenticated = concat([fixedPart(header), epoch, ...header.slots, header.directory])
  const withMac = concat([authenticated, hmacSha256(macKey(headerKey), authenticated)])
  return concat([withMac, sha256(withMac)])
}

/** True when these bytes were written by somebody who held the header key. */
export const macFits = (bytes: Uint8Array, headerKey: Uint8Array): boolean =>
  bytes.byteLength === headerBytes &&
  equalInConstantTime(
    hmacSha256(macKey(headerKey), bytes.subarray(0, macOffset)),
    bytes.subarray(macOffset, checksumOffset),
  )

/** True when the bytes are as they were written, of whatever version. */
export const checksumFits = (bytes: Uint8Array): boolean =>
  bytes.byteLength > 32 && equalInConstantTime(sha256(bytes.subarray(0, -32)), bytes.subarray(-32))

const hasMagic = (bytes: Uint8Array): boolean =>
  bytes.byteLength > 12 && equalInConstantTime(bytes.subarray(0, magic.byteLength), magic)

/**
 * Reads a copy's fields; nothing in them is authentic before a slot has opened and the MAC fits.
 * Throws Fault `vault-newer` (only for an undamaged copy), `header-damaged`, `kdf-out-of-bounds`.
 */
export const decodeHeader = (bytes: Uint8Array): Header => {
  if (!hasMagic(bytes)) throw new Fault("header-damaged", { field: "magic" })
  const version = readUint16(bytes, 8)
  // Subtle: a flipped bit in the version must not lock a person out of the other copy, so only whole copies count.
  if (version > headerVersion && checksumFits(bytes)) throw new Fault("vault-newer", { version })
  if (version !== headerVersion || readUint16(bytes, 10) !== argon2id)
    throw new Fault("header-damaged", { field: "version" })
  if (bytes.byteLength !== headerBytes) throw new Fault("header-damaged", { field: "length" })
  const kdf = { memoryKiB: readUint32(bytes, 12), passes: readUint32(bytes, 16), lanes: readUint32(bytes, 20) }
  checkKdf(kdf)
  const epoch = readUint64(bytes, epochOffset)
  if (!Number.isSafeInteger(epoch) || epoch < 1) throw new Fault("header-damaged", { field: "epoch" })
  const slots = Array.from({ length: slotCount }, (_, index) =>
    bytes.slice(slotsOffset + index * slotBytes, slotsOffset + (index + 1) * slotBytes),
  )
  return {
    kdf,
    vaultId: bytes.slice(24, 40),
    salt: bytes.slice(40, 40 + saltBytes),
    epoch,
    slots,
    directory: bytes.slice(directoryOffset, macOffset),
  }
}

/*
 * The newest audit head, held outside the vault in the app's state folder, so that an older copy of the vault is found
 * out. One file a vault, 128 bytes, that says nothing without the vault's head key:
 *
 *   name    heads/ ‖ hex of the first 16 bytes of HMAC-SHA-256 (head key, "saqta head file v1" ‖ 0x00 ‖ vault id)
 *    0   1  version, 1
 *    1  12  nonce
 *   13 115  AES-256-GCM under the head key, the version byte and the file's name as associated data, of:
 *             0   8  position of the newest entry in this copy, big-endian
 *             8  32  its hash
 *            40  36  this device's chain, as text
 *            76   8  sequence of that chain's newest entry, big-endian
 *            84  15  zero
 *           (then the 16-byte tag)
 *
 * device: 32 random bytes that name this device to no one: a vault's chain id is made from them and the head key.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Sha256Hex, VaultId } from "../../shared/model/ids.ts"
import { gcmOpen, gcmSeal, nonceBytes, tagBytes } from "../crypto/aead.ts"
import { concat, toHex, utf8 } from "../crypto/bytes.ts"
import { hmacSha256 } from "../crypto/hash.ts"
import { type RandomBytes, randomUuid } from "../crypto/random.ts"
import type { ChainId } from "./audit-entry.ts"
import type { Heads } from "./audit-heads.ts"
import type { Db } from "./db.ts"
import { sql } from "./sql.ts"

const version = 1
const plainBytes = 99
const fileBytes = 1 + nonceBytes + plainBytes + tagBytes

/** What was last seen of a vault on this device. */
export interface SeenHead {
  readonly position: number
  readonly hash: Sha256Hex
  readonly chain: ChainId
  readonly sequence: number
}

/** Where this device keeps the head of one vault. */
export interface HeadFile {
  /** Null when there is none, or none that this vault's key opens. */
  read(): SeenHead | null
  /** False when the state folder cannot be written: the vault itself is safe, only less is known of it later. */
  write(seen: SeenHead): boolean
}

const encode = (seen: SeenHead): Buffer => {
  const plain = Buffer.alloc(plainBytes)
  plain.writeBigUInt64BE(BigInt(seen.position), 0)
  plain.write(seen.hash, 8, "hex")
  plain.write(seen.chain, 40, "latin1")
  plain.writeBigUInt64BE(BigInt(seen.sequence), 76)
  return plain
}

const decode = (plain: Buffer): SeenHead => ({
  position: Number(plain.readBigUInt64BE(0)),
  hash: plain.toString("hex", 8, 40) as Sha256Hex,
  chain: plain.toString("latin1", 40, 76) as ChainId,
  sequence: Number(plain.readBigUInt64BE(76)),
})

const readOrNull = (path: string): Buffer | null => {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

/** Replaces a file whole. No fsync: after a power cut an older head is still in the chain, and none is only told. */
const replace = (path: string, bytes: Uint8Array): boolean => {
  try {
    writeFileSync(`${path}.new`, bytes, { mode: 0o600 })
    renameSync(`${path}.new`, path)
    return true
  } catch {
    return false
  }
}

export const openHeadFile = (
  stateFolder: string,
  vaultId: VaultId,
  headKey: Uint8Array,
  random: RandomBytes,
): HeadFile => {
  const folder = join(stateFolder, "heads")
  const name = toHex(hmacSha256(headKey, utf8("saqta head file v1\0"), utf8(vaultId)).subarray(0, 16))
  const path = join(folder, name)
  const additionalData = concat([Uint8Array.of(version), utf8(name)])
  return {
    read: () => {
      const bytes = readOrNull(path)
      if (bytes?.length !== fileBytes || bytes[0] !== version) return null
      const nonce = bytes.subarray(1, 1 + nonceBytes)
      const plain = gcmOpen({ key: headKey, nonce, additionalData }, bytes.subarray(1 + nonceBytes))
      return plain === undefined ? null : decode(Buffer.from(plain))
    },
    write: (seen) => {
      const nonce = random(nonceBytes)
      const sealed = gcmSeal({ key: headKey, nonce, additionalData }, encode(seen))
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
      } catch {
        return false
      }
      return replace(path, concat([Uint8Array.of(version), nonce, sealed]))
    },
  }
}

/** This device's chain in this vault: the same for as long as the state folder lives; says nothing of the device. */
export const deviceChain = (stateFolder: string, headKey: Uint8Array, random: RandomBytes): ChainId => {
  const path = join(stateFolder, "device")
  let device: Uint8Array | null = readOrNull(path)
  if (device?.length !== 32) {
    device = random(32)
    mkdirSync(stateFolder, { recursive: true, mode: 0o700 })
    replace(path, device)
  }
  const bytes = hmacSha256(headKey, utf8("saqta device chain v1\0"), device)
  return randomUuid(() => bytes.subarray(0, 16)) as ChainId
}

/** The seen head against the chain: "known" with where it stands in it. */
export type HeadVerdict =
  | { readonly kind: "known"; readonly position: number }
  | { readonly kind: "head-unknown" | "older-than-seen" | "forked" }

/**
 * "forked": this device's chain went another way since; "older-than-seen": it stops before what was seen.
 * Subtle: a copy that is older *and* was written to elsewhere may be called either; both say that entries are missing.
 */
export const judgeHead = (db: Db, seen: SeenHead | null, now: Heads): HeadVerdict => {
  if (seen === null) return { kind: "head-unknown" }
  const met = db.one(sql`SELECT position FROM audit_entries WHERE hash = ${seen.hash}`)
  if (typeof met?.["position"] === "number") return { kind: "known", position: met["position"] }
  const other = db.one(sql`SELECT 1 FROM audit_entries WHERE chain = ${seen.chain} AND sequence = ${seen.sequence}`)
  return { kind: other === undefined && now.position < seen.position ? "older-than-seen" : "forked" }
}

/*
 * One entry of the audit chain (docs/decisions/0002). `body` is canonical JSON (RFC 8785) of:
 *
 *   version      1
 *   vault        id of the vault: an entry cannot be carried to another
 *   chain        id of this device's chain in this vault
 *   sequence     1, 2, 3… within the chain
 *   previous     hash of the entry before it in the same chain; "" for the first
 *   seen         {chain: hash}: the last known entry of every other chain, so that copies can merge and the order of
 *                all entries is signed
 *   at           instant
 *   holder       id of who acted
 *   verb, subjectKind, subjectId
 *   rows         [[table, id, row hash or null], …]: every row written; null: removed
 *
 * hash      = SHA-256 (UTF-8 of body), lower-case hex
 * signature = Ed25519 (holder's seed, "saqta audit entry v1" ‖ 0x00 ‖ the 32 bytes of hash)
 */
import { z } from "zod"
import { Fault } from "../../shared/faults.ts"
import { HolderId, Instant, Sha256Hex, VaultId } from "../../shared/model/ids.ts"
import { sha256Hex } from "../crypto/hash.ts"
import { canonicalJson } from "./canonical.ts"

export const ChainId = z.uuid().brand<"ChainId">()
export type ChainId = z.infer<typeof ChainId>

export const EntryBody = z.strictObject({
  version: z.literal(1),
  vault: VaultId,
  chain: ChainId,
  sequence: z.int().positive(),
  previous: z.union([Sha256Hex, z.literal("")]),
  seen: z.record(z.string(), Sha256Hex),
  at: Instant,
  holder: HolderId,
  verb: z.string().min(1),
  subjectKind: z.string().min(1),
  subjectId: z.string().min(1),
  rows: z.array(z.tuple([z.string(), z.string(), Sha256Hex.nullable()])),
})
export type EntryBody = z.infer<typeof EntryBody>

export interface SealedEntry {
  readonly body: string
  readonly hash: Sha256Hex
}

/** Body and hash of an entry, ready to be signed. */
export const sealEntry = (entry: EntryBody): SealedEntry => {
  const body = canonicalJson(entry)
  return { body, hash: sha256Hex(Buffer.from(body, "utf8")) }
}

const signatureLabel = Buffer.from("saqta audit entry v1\0", "utf8")

/** What the holder's key signs. */
export const signedBytes = (hash: Sha256Hex): Uint8Array => Buffer.concat([signatureLabel, Buffer.from(hash, "hex")])

/** Parses a stored body. @throws Fault "audit-broken" */
export const parseEntry = (body: string): EntryBody => {
  try {
    return EntryBody.parse(JSON.parse(body))
  } catch (error) {
    throw new Fault("audit-broken", { part: "entry" }, error)
  }
}

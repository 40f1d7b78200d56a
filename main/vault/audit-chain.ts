import { isFault } from "../../shared/faults.ts"
import type { Sha256Hex, VaultId } from "../../shared/model/ids.ts"
import { ed25519Verifier } from "../crypto/sign.ts"
import { type EntryBody, parseEntry, sealEntry, signedBytes } from "./audit-entry.ts"
import { advance, type Heads, seenBy } from "./audit-heads.ts"
import { canonicalJson } from "./canonical.ts"
import type { Db } from "./db.ts"
import { sql } from "./sql.ts"
import type { Row } from "./tx.ts"

type Verifier = ReturnType<typeof ed25519Verifier>

/** A stored key that is none verifies nothing. */
const verifierOf = (publicKey: Uint8Array): Verifier => {
  try {
    return ed25519Verifier(publicKey)
  } catch {
    return () => false
  }
}

/** Who may have signed. The acting holder's own key comes from the header, not from the database. */
export interface Trust {
  readonly vaultId: VaultId
  readonly verifiers: ReadonlyMap<string, Verifier>
}

/** Holders' public keys; the acting holder's own replaces what the database says of it. */
export const trustOf = (db: Db, vaultId: VaultId, own: { holderId: string; publicKey: Uint8Array }): Trust => {
  const rows = db.all(sql`SELECT id, signing_key FROM holders`)
  const keys = rows.map((row) => [row["id"] as string, row["signing_key"] as Uint8Array] as const)
  const all = [...keys, [own.holderId, own.publicKey] as const]
  return { vaultId, verifiers: new Map(all.map(([id, key]) => [id, verifierOf(key)])) }
}

/** A few hundred entries at a time, so that long work can give way to other calls between them. */
export const entriesAfter = (db: Db, position: number, limit = 500): Row[] =>
  db.all(
    sql`SELECT position, body, hash, signature FROM audit_entries WHERE position > ${position}
        ORDER BY position LIMIT ${limit}`,
  )

/** Every other chain's head must be named exactly, and the chain's own last entry. */
const inOrder = (entry: EntryBody, heads: Heads): boolean => {
  const last = heads.chains.get(entry.chain)
  return (
    entry.sequence === (last?.sequence ?? 0) + 1 &&
    entry.previous === (last?.hash ?? "") &&
    canonicalJson(entry.seen) === canonicalJson(seenBy(heads, entry.chain))
  )
}

export interface CheckedEntry {
  readonly entry: EntryBody | null
  readonly heads: Heads
  /** Codes with the position: "entry-changed 41", "entry-order 41", "entry-signature 41", "entry-missing 41". */
  readonly faults: readonly string[]
}

const parsed = (body: string): EntryBody | null => {
  try {
    return parseEntry(body)
  } catch (error) {
    if (isFault(error)) return null
    throw error
  }
}

/** Checks one stored entry against the heads before it; goes on from what is stored, so that one fault is one fault. */
export const checkEntry = (row: Row, heads: Heads, trust: Trust): CheckedEntry => {
  const position = row["position"] as number
  const hash = row["hash"] as Sha256Hex
  const faults: string[] = []
  if (position !== heads.position + 1) faults.push(`entry-missing ${heads.position + 1}`)
  const body = row["body"] as string
  const entry = parsed(body)
  if (entry === null) return { entry, heads: { ...heads, position }, faults: [...faults, `entry-changed ${position}`] }
  const sealed = sealEntry(entry)
  if (sealed.body !== body || sealed.hash !== hash || entry.vault !== trust.vaultId) {
    faults.push(`entry-changed ${position}`)
  }
  if (!inOrder(entry, heads)) faults.push(`entry-order ${position}`)
  const verifier = trust.verifiers.get(entry.holder)
  const signature = row["signature"] as Uint8Array
  if (verifier?.(signedBytes(hash), signature) !== true) faults.push(`entry-signature ${position}`)
  return { entry, heads: advance({ ...heads, position: position - 1 }, entry, hash), faults }
}

/** Checks the entries after `from`, without the rows: what unlocking does from the head it has seen. */
export const checkChainFrom = (db: Db, from: Heads, trust: Trust): readonly string[] => {
  let heads = from
  const faults: string[] = []
  for (let rows = entriesAfter(db, heads.position); rows.length > 0; rows = entriesAfter(db, heads.position)) {
    for (const row of rows) {
      const checked = checkEntry(row, heads, trust)
      heads = checked.heads
      faults.push(...checked.faults)
    }
  }
  return faults
}

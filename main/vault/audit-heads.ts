import { Fault } from "../../shared/faults.ts"
import type { Sha256Hex } from "../../shared/model/ids.ts"
import { type ChainId, type EntryBody, parseEntry } from "./audit-entry.ts"
import type { Db } from "./db.ts"
import { sql } from "./sql.ts"

/** Where a chain ends. */
export interface ChainHead {
  readonly sequence: number
  readonly hash: Sha256Hex
}

/** All chains' ends after the entry at `position`. */
export interface Heads {
  readonly position: number
  /** Hash of the newest entry of all; it names the heads of every other chain. */
  readonly newest: Sha256Hex | ""
  readonly chains: ReadonlyMap<ChainId, ChainHead>
}

export const noHeads: Heads = { position: 0, newest: "", chains: new Map() }

/** The heads after one more entry. */
export const advance = (heads: Heads, entry: Pick<EntryBody, "chain" | "sequence">, hash: Sha256Hex): Heads => ({
  position: heads.position + 1,
  newest: hash,
  chains: new Map([...heads.chains, [entry.chain, { sequence: entry.sequence, hash }]]),
})

/** The heads of all chains but one, as an entry of that chain names them. */
export const seenBy = (heads: Heads, chain: ChainId): Record<string, Sha256Hex> =>
  Object.fromEntries([...heads.chains].filter(([id]) => id !== chain).map(([id, head]) => [id, head.hash]))

const headOf = (db: Db, hash: string): ChainHead & { chain: ChainId } => {
  const row = db.one(sql`SELECT body, hash FROM audit_entries WHERE hash = ${hash}`)
  if (row === undefined) throw new Fault("audit-broken", { part: "seen" })
  const entry = parseEntry(row["body"] as string)
  return { chain: entry.chain, sequence: entry.sequence, hash: row["hash"] as Sha256Hex }
}

/** The heads as they stood after the entry at `position`: that entry names all others. @throws Fault "audit-broken" */
export const headsAt = (db: Db, position: number): Heads => {
  const row = db.one(sql`SELECT body, hash FROM audit_entries WHERE position = ${position}`)
  if (row === undefined) throw new Fault("audit-broken", { part: "position", position })
  const entry = parseEntry(row["body"] as string)
  const hash = row["hash"] as Sha256Hex
  const others = Object.values(entry.seen).map((seen) => headOf(db, seen))
  const chains = [{ chain: entry.chain, sequence: entry.sequence, hash }, ...others]
  return { position, newest: hash, chains: new Map(chains.map(({ chain, ...head }) => [chain, head])) }
}

/** The heads now. */
export const currentHeads = (db: Db): Heads => {
  const last = db.one(sql`SELECT max(position) AS position FROM audit_entries`)?.["position"]
  return typeof last === "number" ? headsAt(db, last) : noHeads
}

import type { RandomBytes } from "../crypto/random.ts"
import { Fault } from "../../shared/faults.ts"
import type { HolderId, Instant, VaultId } from "../../shared/model/ids.ts"
import { type ChainId, type EntryBody, sealEntry, signedBytes } from "./audit-entry.ts"
import { advance, type Heads, seenBy } from "./audit-heads.ts"
import type { Db } from "./db.ts"
import { rowHash, saltBytes } from "./row-hash.ts"
import { sql } from "./sql.ts"
import type { Touched, Written } from "./write-tx.ts"

/** Who acts, on which device, in which vault. */
export interface Acting {
  readonly vaultId: VaultId
  readonly chain: ChainId
  readonly holderId: HolderId
  /** Signs with the acting holder's key: Ed25519. */
  readonly sign: (message: Uint8Array) => Uint8Array
}

interface Writing {
  readonly db: Db
  readonly acting: Acting
  readonly now: Instant
  readonly random: RandomBytes
}

/** Hashes the row as it now stands under a fresh salt, and keeps the salt for verification. */
const coverRow = ({ db, random }: Writing, { table, id }: Touched, position: number): EntryBody["rows"][number] => {
  // Subtle: `table` comes from our own closed lists, never from a caller.
  const row = db.one({ text: `SELECT * FROM ${table} WHERE id = ?`, values: [id] })
  if (row === undefined) return [table, id, null]
  const salt = random(saltBytes)
  db.run(
    sql`INSERT INTO audit_salts (table_name, row_id, position, salt) VALUES (${table}, ${id}, ${position}, ${salt})`,
  )
  return [table, id, rowHash(table, row, salt)]
}

/** Rows by the line that takes them: the one appended next after they were written last, or the last line. */
const rowsByLine = ({ touched, lines }: Written): readonly Touched[][] => {
  const groups: Touched[][] = lines.map(() => [])
  for (const row of touched) groups[Math.min(row.line, lines.length - 1)]?.push(row)
  return groups
}

/**
 * Appends the transaction's entries, inside the transaction; gives the heads as they will be once it has committed.
 * @throws Fault "internal" when covered rows were written and nothing was said
 */
export const writeEntries = (writing: Writing, written: Written, heads: Heads): Heads => {
  const { db, acting, now } = writing
  const { touched, lines } = written
  if (touched.length > 0 && lines.length === 0)
    throw new Fault("internal", { reason: "a write without an audit entry" })
  const groups = rowsByLine(written)
  return lines.reduce((before, line, index) => {
    const position = before.position + 1
    const last = before.chains.get(acting.chain)
    const entry: EntryBody = {
      version: 1,
      vault: acting.vaultId,
      chain: acting.chain,
      sequence: (last?.sequence ?? 0) + 1,
      previous: last?.hash ?? "",
      seen: seenBy(before, acting.chain),
      at: now,
      holder: acting.holderId,
      verb: line.verb,
      subjectKind: line.subjectKind,
      subjectId: line.subjectId,
      rows: (groups[index] ?? []).map((row) => coverRow(writing, row, position)),
    }
    const { body, hash } = sealEntry(entry)
    const signature = acting.sign(signedBytes(hash))
    db.run(
      sql`INSERT INTO audit_entries (position, body, hash, signature) VALUES (${position}, ${body}, ${hash}, ${signature})`,
    )
    return advance(before, entry, hash)
  }, heads)
}

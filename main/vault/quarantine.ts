import type { BlobStore } from "./blobs.ts"
import { sql } from "./sql.ts"
import type { ReadTx } from "./tx.ts"

/** Blobs that a record refers to, also a removed one: undoing the removal must find its content. */
const referenced = (tx: ReadTx): ReadonlySet<string> => {
  const rows = tx.all(
    sql`SELECT blob_id FROM evidence
        UNION SELECT json_extract(before, '$.blob_id') FROM history WHERE table_name = 'evidence' AND after IS NULL`,
  )
  return new Set(rows.map((row) => row["blob_id"] as string))
}

/**
 * Sets aside the blobs that no record refers to (a kill came between writing one and recording it, or the database is
 * an older copy). Nothing is deleted. Gives how many.
 */
export const quarantineStrays = async (tx: ReadTx, blobs: BlobStore): Promise<number> => {
  const known = referenced(tx)
  let count = 0
  for await (const id of blobs.list()) {
    if (known.has(id)) continue
    await blobs.quarantine(id)
    count += 1
  }
  return count
}

/** What was read from an item's pages for redaction: outside the audit chain, since it can be read again. */
import type { EvidenceId } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"

export const find = (tx: ReadTx, key: string): string | undefined => {
  const row = tx.one(sql`SELECT value FROM redaction_readings WHERE key = ${key}`)
  return row === undefined ? undefined : String(row["value"])
}

export interface Reading {
  readonly key: string
  readonly evidenceId: EvidenceId
  readonly renderer: string
  readonly value: string
}

/** Keeps a reading; those of the item by other renderers go, since nobody will ask for them. */
export const keep = (tx: WriteTx, { key, evidenceId, renderer, value }: Reading): void => {
  tx.run(sql`DELETE FROM redaction_readings WHERE evidence_id = ${evidenceId} AND renderer <> ${renderer}`)
  tx.run(
    sql`INSERT OR REPLACE INTO redaction_readings (key, evidence_id, renderer, value)
        VALUES (${key}, ${evidenceId}, ${renderer}, ${value})`,
  )
}

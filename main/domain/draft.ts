import type { Output } from "../../shared/contract/contract.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"

/** Unfinished forms. Outside the audit chain: they are nobody's statement yet. */
export const list = (tx: ReadTx): Output<"draft.list">["drafts"] =>
  tx
    .all(sql`SELECT key, json FROM drafts ORDER BY key`)
    .map((row) => ({ key: String(row["key"]), json: String(row["json"]) }))

export const save = (tx: WriteTx, key: string, json: string): void => {
  tx.run(sql`INSERT INTO drafts (key, json, changed_at) VALUES (${key}, ${json}, ${tx.now})
             ON CONFLICT (key) DO UPDATE SET json = excluded.json, changed_at = excluded.changed_at`)
}

export const remove = (tx: WriteTx, key: string): void => {
  tx.run(sql`DELETE FROM drafts WHERE key = ${key}`)
}

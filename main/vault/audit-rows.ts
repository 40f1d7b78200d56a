import type { Sha256Hex } from "../../shared/model/ids.ts"
import type { Db } from "./db.ts"
import { rowHash } from "./row-hash.ts"
import { sql } from "./sql.ts"
import { coveredTables } from "./tables.ts"
import type { Row } from "./tx.ts"

/** What the chain last said of a row. `hash` null: removed. */
export interface Newest {
  readonly hash: Sha256Hex | null
  readonly position: number
}

/** The tables whose rows the chain covers; the history is one of them. */
export const chainedTables: readonly string[] = [...coveredTables, "history"]

/** A few hundred rows at a time, by id. */
export const rowsAfter = (db: Db, table: string, id: string, limit = 500): Row[] =>
  // Subtle: `table` comes from our own closed list, never from a caller.
  db.all({ text: `SELECT * FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`, values: [id, limit] })

/**
 * Whether an entry after `position` wrote the row: then what verification knows of it is out of date.
 * Subtle: a salt alone says nothing, since nobody signed it; somebody could plant one and so hide a forged row.
 */
export const writtenSince = (db: Db, table: string, id: string, position: number): boolean =>
  db.one(
    sql`SELECT 1 FROM audit_salts s JOIN audit_entries e ON e.position = s.position
        WHERE s.table_name = ${table} AND s.row_id = ${id} AND s.position > ${position}`,
  ) !== undefined

/** "row-added", "row-changed", or null when the live row is what its newest entry says. */
export const checkRow = (db: Db, table: string, row: Row, newest: Newest | undefined): string | null => {
  const id = row["id"] as string
  if (newest === undefined || newest.hash === null) return `row-added ${table} ${id}`
  const salted = db.one(
    sql`SELECT salt FROM audit_salts WHERE table_name = ${table} AND row_id = ${id} AND position = ${newest.position}`,
  )
  const salt = salted?.["salt"]
  const honest = salt instanceof Uint8Array && rowHash(table, row, salt) === newest.hash
  return honest ? null : `row-changed ${table} ${id}`
}

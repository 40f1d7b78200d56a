import { Fault } from "../../shared/faults.ts"
import type { HolderId, Instant } from "../../shared/model/ids.ts"
import { sql } from "./sql.ts"
import type { ReadTx, Row, SqlValue } from "./tx.ts"

/** One change of one record: the changed columns before and after; `after` is null where it was removed. */
export interface Change {
  readonly at: Instant
  readonly by: HolderId
  readonly before: Row
  readonly after: Row | null
}

type Stored = string | number | null | { readonly base64: string }

const stored = (value: SqlValue): Stored => {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString("base64") }
  return typeof value === "bigint" ? Number(value) : value
}

/** A row as the history keeps it: JSON, bytes as base64. */
export const rowToJson = (row: Row): string =>
  JSON.stringify(Object.fromEntries(Object.entries(row).map(([column, value]) => [column, stored(value)])))

export const rowFromJson = (json: string): Row => {
  const parsed = JSON.parse(json) as Readonly<Record<string, Stored>>
  return Object.fromEntries(
    Object.entries(parsed).map(([column, value]) => [
      column,
      typeof value === "object" && value !== null ? Buffer.from(value.base64, "base64") : value,
    ]),
  )
}

/** Every change of a record, oldest first. Adding it is not a change: the row says when and by whom. */
export const changesOf = (tx: ReadTx, table: string, id: string): Change[] =>
  tx
    .all(
      sql`SELECT at, by, before, after FROM history WHERE table_name = ${table} AND row_id = ${id} ORDER BY at, rowid`,
    )
    .map((row) => ({
      at: row["at"] as Instant,
      by: row["by"] as HolderId,
      before: rowFromJson(row["before"] as string),
      after: row["after"] === null ? null : rowFromJson(row["after"] as string),
    }))

/** The row as it stood when it was last removed. @throws Fault "not-found" */
export const lastRemoved = (tx: ReadTx, table: string, id: string): Row => {
  const row = tx.one(
    sql`SELECT before FROM history WHERE table_name = ${table} AND row_id = ${id} AND after IS NULL
        ORDER BY at DESC, rowid DESC LIMIT 1`,
  )
  if (row === undefined) throw new Fault("not-found", { kind: table })
  return rowFromJson(row["before"] as string)
}

/*
 * Row hash = SHA-256 ( salt ‖ UTF-8 of the canonical JSON of [table, {column: value, …}] )
 *
 * Every stored column stands in it, but those that are NULL: so a column that a later migration adds (it must allow
 * NULL) leaves older hashes true, while a value that is set, changed or cleared shows. Blobs stand as {"hex": "…"}.
 */
import type { Sha256Hex } from "../../shared/model/ids.ts"
import { sha256Hex } from "../crypto/hash.ts"
import { canonicalJson } from "./canonical.ts"
import type { Row } from "./tx.ts"

export const saltBytes = 16

const cell = (value: Row[string]): unknown => {
  if (value instanceof Uint8Array) return { hex: Buffer.from(value).toString("hex") }
  return typeof value === "bigint" ? Number(value) : value
}

/** The salted hash of a row as it is stored: all its columns, in any order. */
export const rowHash = (table: string, row: Row, salt: Uint8Array): Sha256Hex => {
  const cells = Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([column, value]) => [column, cell(value)]),
  )
  return sha256Hex(Buffer.concat([salt, Buffer.from(canonicalJson([table, cells]), "utf8")]))
}

import { setImmediate as giveWay } from "node:timers/promises"
import type { Sha256Hex } from "../../shared/model/ids.ts"
import { checkEntry, entriesAfter, type Trust } from "./audit-chain.ts"
import { type Heads, noHeads } from "./audit-heads.ts"
import { chainedTables, checkRow, type Newest, rowsAfter, writtenSince } from "./audit-rows.ts"
import type { Db } from "./db.ts"

export interface AuditVerdict {
  readonly passed: boolean
  readonly entries: number
  readonly rows: number
  readonly head: Sha256Hex | ""
  /** Codes and ids: "row-changed evidence 1b9d…", "entry-signature 41". */
  readonly faults: readonly string[]
}

type NewestRows = Map<string, Newest>

/** Every entry in order: hashes, order, signatures. Gathers what was last said of each row. */
const verifyEntries = async (db: Db, trust: Trust, newest: NewestRows): Promise<{ heads: Heads; faults: string[] }> => {
  let heads = noHeads
  const faults: string[] = []
  for (let batch = entriesAfter(db, 0); batch.length > 0; batch = entriesAfter(db, heads.position)) {
    for (const row of batch) {
      const checked = checkEntry(row, heads, trust)
      heads = checked.heads
      faults.push(...checked.faults)
      for (const [table, id, hash] of checked.entry?.rows ?? []) {
        newest.set(`${table} ${id}`, { hash, position: heads.position })
      }
    }
    await giveWay()
  }
  return { heads, faults }
}

/** Every live row of a table against its newest entry; takes the rows that it met out of `newest`. */
const verifyTable = async (db: Db, table: string, newest: NewestRows, position: number) => {
  const faults: string[] = []
  let rows = 0
  let last = ""
  for (let batch = rowsAfter(db, table, last); batch.length > 0; batch = rowsAfter(db, table, last)) {
    for (const row of batch) {
      last = row["id"] as string
      const fault = checkRow(db, table, row, newest.get(`${table} ${last}`))
      newest.delete(`${table} ${last}`)
      rows += 1
      // A row written while we were reading is covered by a newer entry, which the next verification will meet.
      if (fault !== null && !writtenSince(db, table, last, position)) faults.push(fault)
    }
    await giveWay()
  }
  return { rows, faults }
}

/** What the chain says is there, and was met in no table. */
const missingRows = (db: Db, newest: NewestRows, position: number): string[] =>
  [...newest]
    .filter(([key, { hash }]) => {
      const [table = "", id = ""] = key.split(" ")
      return hash !== null && !writtenSince(db, table, id, position)
    })
    .map(([key]) => `row-removed ${key}`)

/**
 * The whole chain: every hash, every signature, the order of all entries, and every live row against its newest entry.
 * Gives way to other calls as it goes; rows that these write meanwhile are left to the next time.
 */
export const verifyAudit = async (db: Db, trust: Trust): Promise<AuditVerdict> => {
  const newest: NewestRows = new Map()
  const { heads, faults } = await verifyEntries(db, trust, newest)
  let rows = 0
  for (const table of chainedTables) {
    const checked = await verifyTable(db, table, newest, heads.position)
    rows += checked.rows
    faults.push(...checked.faults)
  }
  faults.push(...missingRows(db, newest, heads.position))
  return { passed: faults.length === 0, entries: heads.position, rows, head: heads.newest, faults }
}

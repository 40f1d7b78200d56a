import { randomUuid } from "../crypto/random.ts"
import type { RandomBytes } from "../crypto/random.ts"
import { Fault } from "../../shared/faults.ts"
import type { HolderId, Instant } from "../../shared/model/ids.ts"
import { sortKey } from "../../shared/sort-key.ts"
import type { Db } from "./db.ts"
import { lastRemoved, rowToJson } from "./history.ts"
import { readTx } from "./read-tx.ts"
import { joinSql, type Sql, sql, type SqlValue } from "./sql.ts"
import { type CoveredTable, coveredTables, outsideTables, sortColumns } from "./tables.ts"
import type { AuditLine, Row, WriteTx } from "./tx.ts"

/** A row that was written; `line` is how many audit lines stood when it was written last. */
export interface Touched {
  readonly table: string
  readonly id: string
  readonly line: number
}

/** What a transaction leaves for the audit chain. */
export interface Written {
  readonly touched: readonly Touched[]
  readonly lines: readonly AuditLine[]
}

export interface WriteTxParts {
  readonly db: Db
  readonly now: Instant
  readonly holderId: HolderId
  readonly random: RandomBytes
}

type Values = Readonly<Record<string, SqlValue>>

const names = new Set<string>(coveredTables)
const outside = new Set<string>(outsideTables)
const target = /^\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+(\w+)/i

/** A name of our own schema as SQL text. */
const name = (text: string): Sql => {
  if (!/^[a-z_][a-z0-9_]*$/.test(text)) throw new Fault("internal", { reason: "column or table name" })
  return { text: `"${text}"`, values: [] }
}

const covered = (table: CoveredTable): Sql => {
  if (!names.has(table)) throw new Fault("internal", { reason: "table is not covered" })
  return name(table)
}

const sorted = (table: CoveredTable, values: Values): Values => {
  const keys = Object.entries(sortColumns[table] ?? {})
    .filter(([, source]) => typeof values[source] === "string")
    .map(([column, source]) => [column, sortKey(values[source] as string)] as const)
  return { ...values, ...Object.fromEntries(keys) }
}

const same = (left: SqlValue | undefined, right: SqlValue): boolean => {
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right) === 0
  return typeof right === "bigint" ? left === Number(right) : left === right
}

const insertRow = (db: Db, table: string, row: Values): void => {
  const columns = joinSql(Object.keys(row).map(name))
  db.run(sql`INSERT INTO ${name(table)} (${columns}) VALUES (${joinSql(Object.values(row))})`)
}

/** Makes the transaction's own tools, and says at the end what they wrote. */
export const openWriteTx = ({ db, now, holderId, random }: WriteTxParts): { tx: WriteTx; written: () => Written } => {
  const lines: AuditLine[] = []
  const touched = new Map<string, Touched>()
  const read = readTx(db)

  const touch = (table: string, id: string): void => {
    const key = `${table}/${id}`
    touched.delete(key)
    touched.set(key, { table, id, line: lines.length })
  }

  const remember = (table: CoveredTable, rowId: string, before: Row, after: Row | null): void => {
    const id = randomUuid(random)
    const [was, is] = [rowToJson(before), after === null ? null : rowToJson(after)]
    insertRow(db, "history", { id, table_name: table, row_id: rowId, at: now, by: holderId, before: was, after: is })
    touch("history", id)
  }

  const stored = (table: CoveredTable, id: string): Row => {
    const row = db.one(sql`SELECT * FROM ${covered(table)} WHERE id = ${id}`)
    if (row === undefined) throw new Fault("not-found", { kind: table })
    return row
  }

  const insert = (table: CoveredTable, row: Values): void => {
    const { id } = row
    if (typeof id !== "string" || id === "") throw new Fault("internal", { reason: "a row without an id" })
    covered(table)
    const who = { created_at: now, created_by: holderId, changed_at: now, changed_by: holderId }
    insertRow(db, table, { ...sorted(table, row), ...who })
    touch(table, id)
  }

  const update = (table: CoveredTable, id: string, patch: Values): void => {
    const old = stored(table, id)
    const changed = Object.entries(sorted(table, patch)).filter(([column, value]) => !same(old[column], value))
    if (changed.length === 0) return
    const after = { ...Object.fromEntries(changed), changed_at: now, changed_by: holderId }
    const before = Object.fromEntries(Object.keys(after).map((column) => [column, old[column] ?? null]))
    const sets = Object.entries(after).map(([column, value]) => sql`${name(column)} = ${value}`)
    db.run(sql`UPDATE ${covered(table)} SET ${joinSql(sets)} WHERE id = ${id}`)
    remember(table, id, before, after)
    touch(table, id)
  }

  const remove = (table: CoveredTable, id: string): void => {
    const old = stored(table, id)
    db.run(sql`DELETE FROM ${covered(table)} WHERE id = ${id}`)
    remember(table, id, old, null)
    touch(table, id)
  }

  const restore = (table: CoveredTable, id: string): void => {
    covered(table)
    insertRow(db, table, { ...lastRemoved(read, table, id), changed_at: now, changed_by: holderId })
    touch(table, id)
  }

  const run = (statement: Sql): number => {
    const table = target.exec(statement.text)?.[1]
    if (table === undefined || !outside.has(table)) throw new Fault("internal", { reason: "run on a covered table" })
    return db.run(statement)
  }

  const writtenSoFar = (): ReturnType<WriteTx["touched"]> =>
    [...touched.values()].flatMap(({ table, id }) => (names.has(table) ? [{ table: table as CoveredTable, id }] : []))

  const append = (line: AuditLine): void => void lines.push(line)
  const tx = { ...read, now, holderId, insert, update, remove, restore, run, append, touched: writtenSoFar }
  return { tx, written: () => ({ touched: [...touched.values()], lines }) }
}

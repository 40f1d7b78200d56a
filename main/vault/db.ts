import { existsSync } from "node:fs"
import SqlCipher from "@signalapp/sqlcipher"
import { Fault } from "../../shared/faults.ts"
import type { Sql, SqlValue } from "./sql.ts"
import { databaseFault } from "./sqlcipher-errors.ts"
import type { Row } from "./tx.ts"

/** The one door to SQLCipher. Synchronous; every failure is a Fault. */
export interface Db {
  one(statement: Sql): Row | undefined
  all(statement: Sql): Row[]
  /** The number of rows changed. */
  run(statement: Sql): number
  /** Several statements without values: migrations, BEGIN, COMMIT. */
  exec(text: string): void
  /** Rows of a pragma. */
  pragma(text: string): Row[]
  /** Closing twice is closing once. */
  close(): void
}

/**
 * In this order, before anything else is read (vault-format: Database).
 * Subtle: EXCLUSIVE must stand before WAL, else SQLite makes a `-shm` file and lets a second process in.
 * synchronous=FULL since the build's default for WAL, NORMAL, loses acknowledged rows when the power goes.
 */
const pragmas = [
  "locking_mode = EXCLUSIVE",
  "journal_mode = WAL",
  "synchronous = FULL",
  "fullfsync = 1",
  "checkpoint_fullfsync = 1",
  "temp_store = MEMORY",
  "cache_size = -65536",
  "foreign_keys = ON",
  "trusted_schema = OFF",
] as const

/** A bound value as the addon takes it. Subtle: it would store an empty blob as NULL, and a large bigint inexactly. */
const bound = (value: SqlValue): string | number | null | Uint8Array<ArrayBuffer> => {
  if (typeof value === "bigint") {
    const number = Number(value)
    if (!Number.isSafeInteger(number)) throw new Fault("internal", { reason: "integer out of range" })
    return number
  }
  if (value instanceof Uint8Array) {
    if (value.length === 0) throw new Fault("internal", { reason: "empty blob" })
    return value as Uint8Array<ArrayBuffer>
  }
  return value
}

const attempt = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw databaseFault(error)
  }
}

const wrap = (native: SqlCipher): Db => {
  let open = true
  return {
    one: (statement) => attempt(() => native.prepare(statement.text).get(statement.values.map(bound))),
    all: (statement) => attempt(() => native.prepare(statement.text).all(statement.values.map(bound))),
    run: (statement) => attempt(() => native.prepare(statement.text).run(statement.values.map(bound)).changes),
    exec: (text) => attempt(() => native.exec(text)),
    pragma: (text) => attempt(() => native.pragma(text)),
    close: () => {
      if (open) attempt(() => native.close())
      open = false
    },
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

/** FTS5 keeps the words of removed rows unless told: asked for at every open, written only when it is not yet so. */
const secureDeleteIndexes = (db: Db): void => {
  const tables = db.all({
    text: "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'",
    values: [],
  })
  for (const { name } of tables) {
    if (typeof name !== "string" || !/^\w+$/.test(name)) throw new Fault("database-damaged", { part: "schema" })
    const set = db.one({ text: `SELECT v FROM ${name}_config WHERE k = 'secure-delete'`, values: [] })
    if (set?.["v"] !== 1) db.exec(`INSERT INTO ${name} (${name}, rank) VALUES ('secure-delete', 1)`)
  }
}

/**
 * Opens the database with its raw 32-byte key and takes the exclusive lock.
 * `create` makes an empty one; without it a missing file is damage, not a reason to make a new one.
 * @throws Fault "vault-in-use" (another process), "database-damaged" (missing, or does not decrypt), "io-error"
 */
export const openDatabase = (path: string, key: Uint8Array, options: { create: boolean }): Db => {
  if (key.length !== 32) throw new Fault("internal", { reason: "database key length" })
  if (!options.create && !existsSync(path)) throw new Fault("database-damaged", { part: "file", missing: true })
  const native = attempt(() => new SqlCipher(path, { cacheStatements: true }))
  const db = wrap(native)
  try {
    // Subtle: SQLCipher writes its own error lines to stderr unless told not to; the Fault says it.
    db.pragma("cipher_log_level = NONE")
    db.pragma(`key = "x'${hex(key)}'"`)
    for (const pragma of pragmas) db.pragma(pragma)
    // The first write lock is taken here, so that a second process is told at once and not at its first write.
    db.exec("BEGIN IMMEDIATE; COMMIT")
    secureDeleteIndexes(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

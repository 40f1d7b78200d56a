import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openDatabase } from "../../../main/vault/db.ts"
import { migrate } from "../../../main/vault/migrate.ts"
import { sql } from "../../../main/vault/sql.ts"

const key = new Uint8Array(32).fill(7)
let folder = ""
let path = ""

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-db-"))
  path = join(folder, "vault.db")
})
afterEach(() => rmSync(folder, { recursive: true }))

const value = (rows: readonly object[]) => Object.values(rows[0] ?? {})[0] as unknown

test("every pragma of the format holds on an open database, and no -shm file is made", () => {
  const db = openDatabase(path, key, { create: true })
  db.exec("CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('x')")
  const wanted = {
    locking_mode: "exclusive",
    journal_mode: "wal",
    synchronous: 2,
    fullfsync: 1,
    checkpoint_fullfsync: 1,
    temp_store: 2,
    cache_size: -65536,
    foreign_keys: 1,
    trusted_schema: 0,
  }
  for (const [name, expected] of Object.entries(wanted))
    expect([name, value(db.pragma(name))]).toEqual([name, expected])
  expect(readdirSync(folder).toSorted()).toEqual(["vault.db", "vault.db-wal"])
  db.close()
})

test("what is stored cannot be read in the file or its log", () => {
  const db = openDatabase(path, key, { create: true })
  db.exec("CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('canary-Сейткали')")
  const bytes = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  for (const file of bytes()) expect(file.includes("canary") || file.includes("CREATE")).toBe(false)
  db.close()
  for (const file of bytes()) expect(file.includes("canary") || file.includes("SQLite")).toBe(false)
})

test("another process on the same database is refused as in use", () => {
  const db = openDatabase(path, key, { create: true })
  const script = `
    import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, "../../../main/vault/db.ts"))}
    try { openDatabase(process.argv[1], new Uint8Array(32).fill(7), { create: false }); console.log("opened") }
    catch (fault) { console.log(fault.code) }`
  const other = () => execFileSync(process.execPath, ["--input-type=module", "-e", script, path], { encoding: "utf8" })
  expect(other().trim()).toBe("vault-in-use")
  db.close()
  expect(other().trim()).toBe("opened")
})

test("a wrong key, a missing file and a truncated file are damage", () => {
  const db = openDatabase(path, key, { create: true })
  migrate(db)
  db.close()
  const damaged = expect.objectContaining({ code: "database-damaged" })
  const other = new Uint8Array(32).fill(8)
  expect(() => openDatabase(path, other, { create: false })).toThrow(damaged)
  expect(() => openDatabase(join(folder, "none.db"), key, { create: false })).toThrow(damaged)
  writeFileSync(path, readFileSync(path).subarray(0, 1000))
  expect(() => openDatabase(path, key, { create: false })).toThrow(damaged)
})

test("the word index forgets removed words at once, also where an older program had not asked for it", () => {
  const db = openDatabase(path, key, { create: true })
  db.exec("CREATE VIRTUAL TABLE words USING fts5 (text)")
  const setting = sql`SELECT v FROM words_config WHERE k = 'secure-delete'`
  expect(db.one(setting)).toBeUndefined()
  db.close()
  const again = openDatabase(path, key, { create: false })
  expect(again.one(setting)).toEqual({ v: 1 })
  again.close()
})

test("an empty blob and an inexact integer are refused rather than stored as something else", () => {
  const db = openDatabase(path, key, { create: true })
  db.exec("CREATE TABLE t (a ANY) STRICT")
  const internal = expect.objectContaining({ code: "internal" })
  expect(() => db.run(sql`INSERT INTO t VALUES (${new Uint8Array(0)})`)).toThrow(internal)
  expect(() => db.run(sql`INSERT INTO t VALUES (${2n ** 60n})`)).toThrow(internal)
  expect(db.all(sql`SELECT * FROM t`)).toEqual([])
  db.close()
})

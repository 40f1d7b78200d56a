import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type Db, openDatabase } from "../../../main/vault/db.ts"
import { databaseVersion, migrate, newestVersion } from "../../../main/vault/migrate.ts"
import { migrations } from "../../../main/vault/migrations/list.ts"
import { sql } from "../../../main/vault/sql.ts"
import { coveredTables, outsideTables, sortColumns } from "../../../main/vault/tables.ts"

let folder = ""
let db: Db

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-migrate-"))
  db = openDatabase(join(folder, "vault.db"), new Uint8Array(32).fill(7), { create: true })
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

const columnsOf = (table: string) => db.pragma(`table_info(${table})`).map((column) => column["name"])

test("an empty database is brought to the newest version, and a second run changes nothing", () => {
  migrate(db)
  expect(databaseVersion(db)).toBe(newestVersion)
  const schema = db.all(sql`SELECT name, sql FROM sqlite_schema ORDER BY name`)
  migrate(db)
  expect(db.all(sql`SELECT name, sql FROM sqlite_schema ORDER BY name`)).toEqual(schema)
})

test("a database of a newer program is refused and left as it is", () => {
  migrate(db)
  db.pragma(`user_version = ${newestVersion + 1}`)
  expect(() => migrate(db)).toThrow(expect.objectContaining({ code: "vault-newer" }))
  expect(databaseVersion(db)).toBe(newestVersion + 1)
})

test("a migration that fails half-way leaves the version before it, whole", () => {
  const broken = "CREATE TABLE extra (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)"
  expect(() => migrate(db, [...migrations, broken])).toThrow()
  expect(databaseVersion(db)).toBe(migrations.length)
  expect(columnsOf("extra")).toEqual([])
  expect(db.pragma("foreign_keys")).toEqual([{ foreign_keys: 1 }])
})

test("a migration that leaves dangling references is undone", () => {
  const dangling = "INSERT INTO case_counters VALUES ('00000000-0000-4000-8000-000000000000', 1)"
  expect(() => migrate(db, [...migrations, dangling])).toThrow(expect.objectContaining({ code: "database-damaged" }))
  expect(databaseVersion(db)).toBe(migrations.length)
})

test("every migration stands in the list, in order, and imports nothing", () => {
  const path = join(import.meta.dirname, "../../../main/vault/migrations")
  const files = readdirSync(path)
    .filter((name) => name !== "list.ts")
    .toSorted()
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(migrations.map((_, index) => index + 1))
  for (const name of files) expect(readFileSync(join(path, name), "utf8")).not.toMatch(/^import /m)
})

test("every table is STRICT and known as covered, outside or the chain's own", () => {
  migrate(db)
  const own = ["history", "audit_entries", "audit_salts"]
  const known = new Set<string>([...coveredTables, ...outsideTables, ...own])
  const tables = db
    .pragma("table_list")
    .filter(({ name, type }) => type === "table" && !String(name).startsWith("sqlite_"))
  for (const { name, strict } of tables) {
    expect([name, strict]).toEqual([name, 1])
    expect(known.has(String(name)), String(name)).toBe(true)
  }
  expect(tables.length).toBe(known.size - 1)
})

test("every covered table carries who and when, and its sort columns", () => {
  migrate(db)
  for (const table of coveredTables) {
    const sorts = Object.entries(sortColumns[table] ?? {}).flat()
    const wanted = ["id", "created_at", "created_by", "changed_at", "changed_by", ...sorts]
    expect([table, columnsOf(table)]).toEqual([table, expect.arrayContaining(wanted)])
  }
})

test.each([
  ["incidents", "date_earliest"],
  ["incidents", "title_sort"],
  ["actors", "label_sort"],
  ["evidence", "number"],
  ["evidence", "title_sort"],
  ["evidence", "size_bytes"],
  ["evidence", "received_at"],
  ["evidence", "kind"],
])("a list of %s by %s is an index scan without sorting", (table, column) => {
  migrate(db)
  for (const direction of ["", "DESC"]) {
    const text = `EXPLAIN QUERY PLAN SELECT * FROM ${table} WHERE case_id = 'x' ORDER BY ${column} ${direction} LIMIT 50`
    const plan = db.all({ text, values: [] }).map((step) => String(step["detail"]))
    expect(plan.join("\n")).toMatch(/USING INDEX/)
    expect(plan.join("\n")).not.toMatch(/TEMP B-TREE/)
  }
})

test("words of a page are found, follow its changes and leave the index with it", () => {
  migrate(db)
  db.pragma("foreign_keys = OFF")
  const find = (word: string) => db.all(sql`SELECT rowid FROM text_index WHERE text_index MATCH ${word}`).length
  db.run(
    sql`INSERT INTO page_text (evidence_id, page, source, text) VALUES ('e', 1, 'file', 'Қарақат Сейткали қамауда')`,
  )
  expect(find("сейткали")).toBe(1)
  db.run(sql`UPDATE page_text SET text = 'босатылды'`)
  expect([find("сейткали"), find("босатылды")]).toEqual([0, 1])
  db.run(sql`DELETE FROM page_text`)
  expect(find("босатылды")).toBe(0)
})

test("a column that a later migration adds to a covered table allows NULL: older row hashes leave it out", () => {
  migrate(db, migrations.slice(0, 1))
  const before = new Map(coveredTables.map((table) => [table, new Set(columnsOf(table))]))
  migrate(db)
  for (const table of coveredTables) {
    const known = before.get(table)
    if (known === undefined || known.size === 0) continue
    const added = db.pragma(`table_info(${table})`).filter(({ name }) => !known.has(name))
    for (const { name, notnull, dflt_value } of added)
      expect([table, name, notnull, dflt_value]).toEqual([table, name, 0, null])
  }
})

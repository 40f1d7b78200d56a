import { existsSync, readFileSync } from "node:fs"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openDatabase } from "../../../main/vault/db.ts"
import { databaseVersion } from "../../../main/vault/migrate.ts"
import { migrations } from "../../../main/vault/migrations/list.ts"
import { sql } from "../../../main/vault/sql.ts"
import { copyPath, openUpToDate } from "../../../main/vault/upgrade.ts"
import { addTestCase, makeTestRecords, type TestRecords } from "../../support/records.ts"

let vault: TestRecords
beforeEach(() => {
  vault = makeTestRecords()
  addTestCase(vault, "Before")
  vault.db.close()
})
afterEach(() => vault.dispose())

const next = [...migrations, "ALTER TABLE cases ADD COLUMN lead TEXT"]
const version = migrations.length
const writable = { readOnly: false }

test("before a migration a copy of the older database is kept, which still opens", async () => {
  const before = readFileSync(vault.path)
  const db = await openUpToDate(vault.path, vault.key, writable, next)
  expect(databaseVersion(db)).toBe(version + 1)
  expect(db.all(sql`SELECT title, lead FROM cases`)).toEqual([{ title: "Before", lead: null }])
  db.close()
  const kept = copyPath(vault.path, version)
  expect(readFileSync(kept).equals(before)).toBe(true)
  const old = openDatabase(kept, vault.key, { create: false })
  expect([databaseVersion(old), old.all(sql`SELECT title FROM cases`)]).toEqual([version, [{ title: "Before" }]])
  old.close()
})

test("an up-to-date database is opened as it is, without a copy", async () => {
  const db = await openUpToDate(vault.path, vault.key, writable)
  db.close()
  expect(existsSync(copyPath(vault.path, version))).toBe(false)
})

test("a failing migration leaves the older database, open for the older program", async () => {
  await expect(openUpToDate(vault.path, vault.key, writable, [...migrations, "NONSENSE"])).rejects.toThrow()
  const db = openDatabase(vault.path, vault.key, { create: false })
  expect(databaseVersion(db)).toBe(version)
  db.close()
})

test("a newer database, an empty one, and one to be read only are not migrated", async () => {
  const fault = (code: string) => expect.objectContaining({ code })
  await expect(openUpToDate(vault.path, vault.key, { readOnly: true }, next)).rejects.toThrow(fault("vault-read-only"))
  await expect(openUpToDate(vault.path, vault.key, writable, [])).rejects.toThrow(fault("vault-newer"))
  const empty = `${vault.path}.empty`
  openDatabase(empty, vault.key, { create: true }).close()
  await expect(openUpToDate(empty, vault.key, writable)).rejects.toThrow(fault("database-damaged"))
})

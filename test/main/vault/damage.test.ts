import { readFileSync, writeFileSync } from "node:fs"
import { afterEach, beforeEach, expect, test } from "vitest"
import { append } from "../../../main/vault/audit.ts"
import { trustOf } from "../../../main/vault/audit-chain.ts"
import { verifyAudit } from "../../../main/vault/audit-verify.ts"
import { openDatabase } from "../../../main/vault/db.ts"
import { sql } from "../../../main/vault/sql.ts"
import { verifyDatabase } from "../../../main/vault/vault-verify.ts"
import { isFault } from "../../../shared/faults.ts"
import { addTestCase, makeTestRecords, type TestRecords } from "../../support/records.ts"

const pageBytes = 4096
const clearFaults = ["database-damaged", "io-error"]

let vault: TestRecords
beforeEach(() => {
  vault = makeTestRecords()
})
afterEach(() => {
  vault.db.close()
  vault.dispose()
})

const flip = (bytes: Uint8Array, offset: number): void => {
  bytes[offset] = (bytes[offset] ?? 0) ^ 0x40
}

/** What a person is told of the file as it now lies there: the fault of opening, or what verification found. */
const told = (): readonly string[] => {
  try {
    const db = openDatabase(vault.path, vault.key, { create: false })
    try {
      return verifyDatabase(db).faults
    } finally {
      db.close()
    }
  } catch (error) {
    if (!isFault(error)) throw error
    return [error.code]
  }
}

test("a flipped byte in any page of a vault's database fails clearly or is found, and the honest file passes", () => {
  addTestCase(vault)
  vault.db.close()
  const honest = readFileSync(vault.path)
  expect(told()).toEqual([])
  const pages = honest.length / pageBytes
  expect(pages).toBeGreaterThan(50)
  for (let page = 0; page < pages; page += 1) {
    const bytes = Buffer.from(honest)
    flip(bytes, page * pageBytes + ((page * 613) % pageBytes))
    writeFileSync(vault.path, bytes)
    const faults = told()
    expect(faults.length, `page ${page + 1}`).toBeGreaterThan(0)
  }
  writeFileSync(vault.path, honest)
  expect(told()).toEqual([])
})

test("a flip of every single byte of a page is found, also in pages that are free", () => {
  // Free pages: reading the tables never meets them, only the check of every page does.
  vault.db.exec("CREATE TABLE filler (bytes BLOB) STRICT")
  vault.db.exec(`INSERT INTO filler VALUES (zeroblob(${pageBytes * pageBytes})); DELETE FROM filler`)
  const before = vault.db.pragma("page_count")[0]?.["page_count"]
  vault.db.close()
  const bytes = readFileSync(vault.path)
  const first = bytes.length / pageBytes - pageBytes
  expect(first).toBeGreaterThan(1)
  expect(before).toBe(bytes.length / pageBytes)
  // Every byte of a page at once, each in a page of its own: the page's code is the same for all.
  for (let offset = 0; offset < pageBytes; offset += 1) flip(bytes, (first + offset) * pageBytes + offset)
  writeFileSync(vault.path, bytes)
  const db = openDatabase(vault.path, vault.key, { create: false })
  expect(verifyDatabase(db).faults.filter((found) => found.startsWith("database-page"))).toHaveLength(pageBytes)
  db.close()
})

test("a flip in the first page, salt included, refuses to open", () => {
  vault.db.close()
  const honest = readFileSync(vault.path)
  for (let offset = 0; offset < pageBytes; offset += offset < 32 ? 1 : 127) {
    const bytes = Buffer.from(honest)
    flip(bytes, offset)
    writeFileSync(vault.path, bytes)
    expect([offset, ...told()]).toEqual([offset, "database-damaged"])
  }
})

test("a file cut at a page's end is found", () => {
  addTestCase(vault)
  vault.db.close()
  const honest = readFileSync(vault.path)
  for (const pages of [1, 7, honest.length / pageBytes - 1]) {
    writeFileSync(vault.path, honest.subarray(0, pages * pageBytes))
    expect(told().length, `${pages} pages`).toBeGreaterThan(0)
  }
})

test("an older page pasted back, which SQLCipher takes for honest, is found by the audit chain", async () => {
  const id = addTestCase(vault)
  const summarise = (summary: string) =>
    vault.records.write((tx) => {
      tx.update("cases", id, { summary })
      append(tx, { verb: "case.changed", subjectKind: "case", subjectId: id })
    })
  // Not an indexed column: an index that no longer fits would give the paste away.
  summarise("Witness saw three men")
  vault.db.close()
  const older = readFileSync(vault.path)
  vault = { ...vault, ...vault.open() }
  summarise("Witness saw four men")
  vault.db.close()
  const newer = readFileSync(vault.path)
  let undone = 0
  for (let start = 0; start < older.length; start += pageBytes) {
    const page = older.subarray(start, start + pageBytes)
    if (newer.subarray(start, start + pageBytes).equals(page)) continue
    const bytes = Buffer.from(newer)
    page.copy(bytes, start)
    writeFileSync(vault.path, bytes)
    undone += Number(await pastedIsFound(id))
  }
  expect(undone).toBeGreaterThan(0)
})

/** Whether the pasted page undid the edit behind the back of both integrity checks; whatever it did must be found. */
const pastedIsFound = async (id: string): Promise<boolean> => {
  const db = (() => {
    try {
      return openDatabase(vault.path, vault.key, { create: false })
    } catch (error) {
      expect(isFault(error) && clearFaults.includes(error.code)).toBe(true)
      return null
    }
  })()
  if (db === null) return false
  try {
    const blind = verifyDatabase(db).faults.length === 0
    const summary = db.one(sql`SELECT summary FROM cases WHERE id = ${id}`)?.["summary"]
    const verdict = await verifyAudit(db, trustOf(db, vault.acting.vaultId, vault.holder)).catch(
      (error: unknown) => error,
    )
    const found = !blind || isFault(verdict) || !(verdict as { passed: boolean }).passed
    expect(found).toBe(true)
    return blind && summary === "Witness saw three men"
  } finally {
    db.close()
  }
}

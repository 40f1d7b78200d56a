import { afterEach, beforeEach, expect, test } from "vitest"
import { ed25519Signer } from "../../../main/crypto/sign.ts"
import { append } from "../../../main/vault/audit.ts"
import { checkChainFrom } from "../../../main/vault/audit-chain.ts"
import { canonicalJson } from "../../../main/vault/canonical.ts"
import { EntryBody } from "../../../main/vault/audit-entry.ts"
import { currentHeads, headsAt, noHeads } from "../../../main/vault/audit-heads.ts"
import { auditPage } from "../../../main/vault/audit-log.ts"
import { verifyAudit } from "../../../main/vault/audit-verify.ts"
import { openRecords } from "../../../main/vault/records.ts"
import type { Sql } from "../../../main/vault/sql.ts"
import { sql } from "../../../main/vault/sql.ts"
import { addTestCase, makeTestRecords, seededRandom, steppingClock, type TestRecords } from "../../support/records.ts"

let vault: TestRecords
beforeEach(() => {
  vault = makeTestRecords()
})
afterEach(() => {
  vault.db.close()
  vault.dispose()
})

const verify = () => verifyAudit(vault.db, vault.trust())
const rename = (id: string, title: string) =>
  vault.records.write((tx) => {
    tx.update("cases", id, { title })
    append(tx, { verb: "case.changed", subjectKind: "case", subjectId: id })
  })
/** Past the transaction, as somebody with the database key would. */
const tamper = (statement: Sql) => {
  vault.db.pragma("foreign_keys = OFF")
  vault.db.run(statement)
}

test("an honest vault passes, with every row looked at", async () => {
  const id = addTestCase(vault)
  rename(id, "Renamed")
  const verdict = await verify()
  expect(verdict).toMatchObject({ passed: true, faults: [], entries: 3, head: vault.records.heads().newest })
  // The holder, the case and one change of it.
  expect(verdict.rows).toBe(3)
})

test("entries hold ids, verbs and hashes, and nothing of what was written", () => {
  addTestCase(vault, "Canary-Ажар")
  const [row] = vault.db.all(sql`SELECT body FROM audit_entries ORDER BY position DESC`)
  const body = row?.["body"] as string
  expect(body).not.toMatch(/Canary|Ажар/)
  expect(canonicalJson(EntryBody.parse(JSON.parse(body)))).toBe(body)
})

test("equal rows have unequal hashes, since each is salted", () => {
  addTestCase(vault, "Same")
  addTestCase(vault, "Same")
  const hashes = vault.db
    .all(sql`SELECT json_extract(body, '$.rows[0][2]') AS hash FROM audit_entries`)
    .map((row) => row["hash"])
  expect(new Set(hashes).size).toBe(hashes.length)
})

test.each([
  ["a changed value", (id: string) => sql`UPDATE cases SET title = 'Other' WHERE id = ${id}`, "row-changed cases"],
  ["a cleared value", () => sql`UPDATE holders SET signing_key = x'00'`, "row-changed holders"],
  ["a removed row", (id: string) => sql`DELETE FROM cases WHERE id = ${id}`, "row-removed cases"],
  ["a removed history", () => sql`DELETE FROM history`, "row-removed history"],
  ["a changed history", () => sql`UPDATE history SET before = '{}'`, "row-changed history"],
  ["a changed salt", () => sql`UPDATE audit_salts SET salt = x'00' WHERE table_name = 'cases'`, "row-changed cases"],
  [
    "an added row",
    () => sql`INSERT INTO notes VALUES ('n', 'case', 'c', 'planted', 'a', 'b', 'c', 'd')`,
    "row-added notes n",
  ],
])("verification finds %s", async (_name, statement, fault) => {
  const id = addTestCase(vault)
  rename(id, "Renamed")
  tamper(statement(id))
  const verdict = await verify()
  expect(verdict.passed).toBe(false)
  expect(verdict.faults.join("\n")).toContain(fault)
})

test("a removed row that is put back past the log is found", async () => {
  const id = addTestCase(vault)
  vault.records.write((tx) => {
    tx.remove("cases", id)
    append(tx, { verb: "case.removed", subjectKind: "case", subjectId: id })
  })
  expect((await verify()).passed).toBe(true)
  tamper(sql`INSERT INTO cases (id, title, title_sort, created_at, created_by, changed_at, changed_by)
    VALUES (${id}, 't', 't', 'a', 'b', 'c', 'd')`)
  expect((await verify()).faults).toEqual([`row-added cases ${id}`])
})

test("an older state of a row put back is found, though it once was true", async () => {
  const id = addTestCase(vault, "Old")
  const old = vault.db.one(sql`SELECT * FROM cases WHERE id = ${id}`)
  rename(id, "New")
  tamper(
    sql`UPDATE cases SET title = 'Old', title_sort = 'old', changed_at = ${old?.["changed_at"] ?? null} WHERE id = ${id}`,
  )
  expect(vault.db.one(sql`SELECT * FROM cases WHERE id = ${id}`)).toEqual(old)
  expect((await verify()).faults).toEqual([`row-changed cases ${id}`])
})

test.each([
  [
    "a changed entry",
    () => sql`UPDATE audit_entries SET body = replace(body, 'case.added', 'case.closed') WHERE position = 2`,
    "entry-changed 2",
  ],
  [
    "a broken signature",
    () => sql`UPDATE audit_entries SET signature = zeroblob(64) WHERE position = 3`,
    "entry-signature 3",
  ],
  ["a removed entry", () => sql`DELETE FROM audit_entries WHERE position = 2`, "entry-missing 2"],
  [
    "entries that are not JSON of ours",
    () => sql`UPDATE audit_entries SET body = json_set(body, '$.more', 1)`,
    "entry-changed 1",
  ],
])("verification finds %s", async (_name, statement, fault) => {
  addTestCase(vault, "One")
  addTestCase(vault, "Two")
  tamper(statement())
  expect((await verify()).faults).toContain(fault)
})

test("entries that changed places are found", async () => {
  addTestCase(vault, "One")
  addTestCase(vault, "Two")
  for (const [from, to] of [
    [2, 99],
    [3, 2],
    [99, 3],
  ] as const) {
    tamper(sql`UPDATE audit_salts SET position = ${to} WHERE position = ${from}`)
    tamper(sql`UPDATE audit_entries SET position = ${to} WHERE position = ${from}`)
  }
  expect((await verify()).faults).toEqual(expect.arrayContaining(["entry-order 2", "entry-order 3"]))
})

test("an entry of another holder's making does not pass for ours", async () => {
  const id = addTestCase(vault)
  const forger = { ...vault.acting, sign: ed25519Signer(new Uint8Array(32).fill(9)) }
  const records = openRecords({
    db: vault.db,
    acting: forger,
    clock: steppingClock(),
    random: seededRandom("forger"),
    heads: currentHeads(vault.db),
    committed: () => undefined,
  })
  records.write((tx) => {
    tx.update("cases", id, { title: "Forged" })
    append(tx, { verb: "case.changed", subjectKind: "case", subjectId: id })
  })
  expect((await verify()).faults).toEqual(["entry-signature 3"])
})

test("a column added by a later migration leaves older entries true, and setting it shows", async () => {
  const id = addTestCase(vault)
  vault.db.exec("ALTER TABLE cases ADD COLUMN lead TEXT")
  expect((await verify()).passed).toBe(true)
  tamper(sql`UPDATE cases SET lead = 'x' WHERE id = ${id}`)
  expect((await verify()).faults).toEqual([`row-changed cases ${id}`])
})

test("a second device writes a chain of its own that names the first, and the order of all entries is signed", async () => {
  addTestCase(vault, "One")
  const acting = { ...vault.acting, chain: vault.newId() as typeof vault.acting.chain }
  const parts = {
    db: vault.db,
    heads: currentHeads(vault.db),
    clock: steppingClock(),
    random: seededRandom("second"),
    committed: () => undefined,
  }
  const second = openRecords({ ...parts, acting })
  const draw = (title: string) =>
    second.write((tx) => {
      tx.insert("cases", { id: vault.newId(), title })
      append(tx, { verb: "case.added", subjectKind: "case", subjectId: "x" })
    })
  draw("Two")
  draw("Three")
  const bodies = vault.db
    .all(sql`SELECT body FROM audit_entries ORDER BY position`)
    .map((row) => EntryBody.parse(JSON.parse(row["body"] as string)))
  expect(bodies.map((body) => [body.sequence, Object.keys(body.seen).length])).toEqual([
    [1, 0],
    [2, 0],
    [1, 1],
    [2, 1],
  ])
  expect((await verify()).passed).toBe(true)
  expect(headsAt(vault.db, 4)).toEqual(second.heads())
})

test("writing while verification goes on is not mistaken for tampering", async () => {
  const ids = ["One", "Two", "Three"].map((title) => addTestCase(vault, title))
  const running = verify()
  rename(ids[1]!, "Renamed meanwhile")
  addTestCase(vault, "Added meanwhile")
  expect((await running).faults).toEqual([])
})

test("from a head that was seen, only the entries after it are checked", () => {
  addTestCase(vault, "One")
  addTestCase(vault, "Two")
  tamper(sql`UPDATE audit_entries SET signature = zeroblob(64) WHERE position = 2`)
  expect(checkChainFrom(vault.db, headsAt(vault.db, 2), vault.trust())).toEqual([])
  expect(checkChainFrom(vault.db, noHeads, vault.trust())).toEqual(["entry-signature 2"])
})

test("the log shows entries newest first, or those of one record", () => {
  const id = addTestCase(vault)
  addTestCase(vault)
  rename(id, "Renamed")
  const all = auditPage(vault.db, 0, 10)
  expect([all.total, all.entries.map((entry) => entry.verb)]).toEqual([
    4,
    ["case.changed", "case.added", "case.added", "vault.created"],
  ])
  expect(auditPage(vault.db, 0, 1, id)).toMatchObject({ total: 2, entries: [{ subjectId: id, rows: 2, sequence: 4 }] })
})

test("a planted salt of an entry that is not there hides no forged row", async () => {
  const id = addTestCase(vault)
  tamper(sql`UPDATE cases SET title = 'forged' WHERE id = ${id}`)
  tamper(sql`INSERT INTO audit_salts VALUES ('cases', ${id}, 999999, randomblob(16))`)
  expect(await verify()).toMatchObject({ passed: false, faults: [`row-changed cases ${id}`] })
})

test("a cut end of the log shows by the rows that it had covered, though their salts are still there", async () => {
  const id = addTestCase(vault)
  tamper(sql`DELETE FROM audit_entries WHERE position > 1`)
  expect((await verify()).faults).toContain(`row-added cases ${id}`)
})

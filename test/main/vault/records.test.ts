import { afterEach, beforeEach, expect, test } from "vitest"
import { append } from "../../../main/vault/audit.ts"
import { changesOf } from "../../../main/vault/history.ts"
import { joinSql, sql } from "../../../main/vault/sql.ts"
import type { WriteTx } from "../../../main/vault/tx.ts"
import { addTestCase, makeTestRecords, type TestRecords } from "../../support/records.ts"

let vault: TestRecords
beforeEach(() => {
  vault = makeTestRecords()
})
afterEach(() => {
  vault.db.close()
  vault.dispose()
})

const internal = expect.objectContaining({ code: "internal" })
const line = (subjectId: string) => ({ verb: "case.changed", subjectKind: "case", subjectId })
const caseRow = (id: string) => vault.records.read((tx) => tx.one(sql`SELECT * FROM cases WHERE id = ${id}`))
const entryCount = () => vault.records.heads().position

test("a row says who added it and when, and carries its sort key", () => {
  const id = addTestCase(vault, "Дело 7")
  expect(caseRow(id)).toMatchObject({
    title: "Дело 7",
    title_sort: "дело 000000000007",
    created_by: vault.acting.holderId,
    changed_at: caseRow(id)?.["created_at"],
  })
})

test("a throw rolls back rows, history and audit entries together", () => {
  const id = addTestCase(vault)
  const before = { row: caseRow(id), entries: entryCount() }
  const failing = (tx: WriteTx) => {
    tx.update("cases", id, { title: "Other" })
    append(tx, line(id))
    throw new Error("in the middle")
  }
  expect(() => vault.records.write(failing)).toThrow("in the middle")
  expect({ row: caseRow(id), entries: entryCount() }).toEqual(before)
  expect(vault.records.read((tx) => changesOf(tx, "cases", id))).toEqual([])
  expect(vault.records.read((tx) => tx.one(sql`SELECT count(*) AS n FROM audit_entries`))).toEqual({
    n: before.entries,
  })
})

test("a write of covered rows without an audit entry is refused and undone", () => {
  const id = vault.newId()
  expect(() => vault.records.write((tx) => tx.insert("cases", { id, title: "Silent" }))).toThrow(internal)
  expect(caseRow(id)).toBeUndefined()
})

test("work outside the chain needs no entry and leaves the head as it is", () => {
  const before = entryCount()
  vault.records.write((tx) => tx.run(sql`INSERT INTO drafts VALUES ('incident', '{}', ${tx.now})`))
  expect(entryCount()).toBe(before)
})

test.each([
  sql`UPDATE cases SET title = 'x'`,
  sql`DELETE FROM audit_entries`,
  sql`INSERT INTO history (id) VALUES ('x')`,
  sql`INSERT OR REPLACE INTO evidence (id) VALUES ('x')`,
  sql`DROP TABLE drafts`,
])("run refuses what the chain covers: $text", (statement) => {
  expect(() => vault.records.write((tx) => tx.run(statement))).toThrow(internal)
})

test("reading refuses a statement that writes", () => {
  const read = (text: string) => () => vault.records.read((tx) => tx.all({ text, values: [] }))
  expect(read("DELETE FROM cases")).toThrow(internal)
  expect(read("WITH x AS (SELECT 1) DELETE FROM cases")).toThrow(internal)
  expect(read("INSERT INTO drafts VALUES ('a', 'b', 'c') RETURNING key")).toThrow(internal)
})

test("a transaction that waits, or that stands inside another, is refused", () => {
  expect(() => vault.records.write(() => Promise.resolve(1))).toThrow(internal)
  expect(() => vault.records.write(() => vault.records.write(() => 1))).toThrow(internal)
  expect(vault.records.write(() => 2)).toBe(2)
})

test("the history holds who changed what from what to what", () => {
  const id = addTestCase(vault, "First")
  vault.records.write((tx) => {
    tx.update("cases", id, { title: "Second", reference: "" })
    append(tx, line(id))
  })
  const [change] = vault.records.read((tx) => changesOf(tx, "cases", id))
  expect(change).toMatchObject({
    by: vault.acting.holderId,
    before: { title: "First", title_sort: "first" },
    after: { title: "Second", title_sort: "second" },
  })
  expect(change?.before).not.toHaveProperty("reference")
})

test("an update that changes nothing leaves no trace and needs no entry", () => {
  const id = addTestCase(vault, "Same")
  const before = caseRow(id)
  vault.records.write((tx) => tx.update("cases", id, { title: "Same" }))
  expect(caseRow(id)).toEqual(before)
})

test("a removed row comes back as it was, bytes included", () => {
  const id = vault.newId()
  const holder = { id, label: "Second device", signing_key: new Uint8Array([1, 2, 3]), removed_on: null }
  const write = (work: (tx: WriteTx) => void) =>
    vault.records.write((tx) => {
      work(tx)
      append(tx, { verb: "holder.changed", subjectKind: "holder", subjectId: id })
    })
  const row = () => vault.records.read((tx) => tx.one(sql`SELECT * FROM holders WHERE id = ${id}`))
  write((tx) => tx.insert("holders", holder))
  const before = row()
  write((tx) => tx.remove("holders", id))
  expect(row()).toBeUndefined()
  write((tx) => tx.restore("holders", id))
  expect(row()).toEqual({ ...before, changed_at: expect.anything() })
})

test("a row that others refer to is not removed", () => {
  const id = addTestCase(vault)
  const incident = vault.newId()
  vault.records.write((tx) => {
    tx.insert("incidents", { id: incident, case_id: id, title: "Search of the office" })
    append(tx, line(id))
  })
  const remove = (tx: WriteTx) => {
    tx.remove("cases", id)
    append(tx, line(id))
  }
  expect(() => vault.records.write(remove)).toThrow(expect.objectContaining({ code: "record-in-use" }))
  expect(caseRow(id)).toBeDefined()
})

test("changing or removing what is not there is not found", () => {
  const notFound = expect.objectContaining({ code: "not-found" })
  expect(() => vault.records.write((tx) => tx.update("cases", "x", { title: "y" }))).toThrow(notFound)
  expect(() => vault.records.write((tx) => tx.remove("cases", "x"))).toThrow(notFound)
  expect(() => vault.records.write((tx) => tx.restore("cases", "x"))).toThrow(notFound)
})

test("each line of the log takes the rows written before it, the last also those after", () => {
  const [first, second] = [vault.newId(), vault.newId()]
  vault.records.write((tx) => {
    tx.insert("cases", { id: first, title: "One" })
    append(tx, line(first))
    tx.insert("cases", { id: second, title: "Two" })
    append(tx, line(second))
    tx.update("cases", second, { title: "Two and a half" })
  })
  const position = joinSql([entryCount() - 1, entryCount()])
  const bodies = vault.records
    .read((tx) => tx.all(sql`SELECT body FROM audit_entries WHERE position IN (${position}) ORDER BY position`))
    .map((row) => JSON.parse(row["body"] as string) as { rows: [string, string, string][] })
  expect(bodies.map((body) => body.rows.map(([table, id]) => (table === "history" ? table : id)))).toEqual([
    [first],
    ["history", second],
  ])
})

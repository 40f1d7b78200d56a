import { noFilter } from "../../../shared/model/filter.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { list, listQuery } from "../../../main/domain/evidence-list.ts"
import { pageStatement } from "../../../main/domain/list.ts"
import { receive } from "../../../main/domain/evidence.ts"
import { sql } from "../../../main/vault/sql.ts"
import type { ListInput } from "../../../shared/contract/list.ts"
import type { BlobId, CaseId, CustodyId, EvidenceId, JobId, Sha256Hex } from "../../../shared/model/ids.ts"
import { addTestCase, makeTestRecords, type TestRecords } from "../../support/records.ts"

let made: TestRecords
let caseId: CaseId
beforeAll(() => {
  made = makeTestRecords("evidence-list")
  caseId = addTestCase(made) as CaseId
  const files = ["Протокол 10.pdf", "протокол 2.pdf", "Әкімдік жауабы.docx", "Жалоба.docx", "scan.png"]
  const received = files.map((name, index) => ({
    id: made.newId() as EvidenceId,
    custodyId: made.newId() as CustodyId,
    jobId: made.newId() as JobId,
    name,
    folder: "",
    kind: name.endsWith("pdf") ? ("pdf" as const) : ("document" as const),
    mediaType: "application/pdf",
    sizeBytes: 1000 - index,
    sha256: String(index).repeat(64) as Sha256Hex,
    duplicateHmac: new Uint8Array(32).fill(index),
    blobId: made.newId() as BlobId,
    blobCommitmentHex: "00",
    fileModifiedAt: "",
    receivedAt: "2026-01-01T00:00:00.000Z",
    provenance: { receivedFrom: "", receivedOn: "", how: "" },
  }))
  made.records.write((tx) => receive(tx, caseId, received))
})
afterAll(() => {
  made.db.close()
  made.dispose()
})

const input = (more: Partial<ListInput>): ListInput => ({
  caseId,
  query: "",
  filter: noFilter,
  group: "",
  sort: "",
  descending: false,
  offset: 0,
  limit: 10,
  ...more,
}) // prettier-ignore
const titles = (more: Partial<ListInput>) =>
  made.records.read((tx) => list(tx, input(more))).rows.map((row) => row.title)

test("references count up in the order of coming in", () => {
  const { rows } = made.records.read((tx) => list(tx, input({})))
  expect(rows.map((row) => row.reference)).toEqual(["E-001", "E-002", "E-003", "E-004", "E-005"])
})

test("titles sort by alphabet and by number, forwards and backwards", () => {
  const sorted = ["scan.png", "Әкімдік жауабы.docx", "Жалоба.docx", "протокол 2.pdf", "Протокол 10.pdf"]
  expect(titles({ sort: "title" })).toEqual(sorted)
  expect(titles({ sort: "title", descending: true })).toEqual(sorted.toReversed())
})

test("a query narrows by words of the title, by the file's name and by reference", () => {
  expect(titles({ query: "ПРОТОКОЛ" })).toHaveLength(2)
  expect(titles({ query: "протокол 10" })).toEqual(["Протокол 10.pdf"])
  expect(titles({ query: "e-4" })).toEqual(["Жалоба.docx"])
  expect(made.records.read((tx) => list(tx, input({ query: "жауабы" })))).toMatchObject({ total: 1, all: 5 })
})

test("a page is cut out of the whole, whose size is told", () => {
  const { rows, total } = made.records.read((tx) => list(tx, input({ offset: 3, limit: 1 })))
  expect([rows.map((row) => row.reference), total]).toEqual([["E-004"], 5])
})

test("an order that the list does not have is refused", () => {
  expect(() => titles({ sort: "sha256; DROP TABLE evidence" })).toThrow(expect.objectContaining({ code: "bad-input" }))
})

test.each(Object.keys(listQuery.orders).flatMap((sort) => [[sort, false] as const, [sort, true] as const]))(
  "the order %j (descending: %j) is one index scan",
  (sort, descending) => {
    const { text, values } = pageStatement(listQuery, input({ sort, descending }))
    const plan = made.db.all({ text: `EXPLAIN QUERY PLAN ${text}`, values }).map((row) => String(row["detail"]))
    expect(plan.join("; ")).toMatch(/^SEARCH t USING (COVERING )?INDEX \S+ \(case_id=\?\)$/)
  },
)

test("looking for the same content in a case uses its index", () => {
  const plan = made.db.all(
    sql`EXPLAIN QUERY PLAN SELECT id, number FROM evidence WHERE duplicate_hmac = ${new Uint8Array(32)} AND case_id = ${caseId}`,
  )
  expect(String(plan[0]?.["detail"])).toContain("evidence_duplicate")
})

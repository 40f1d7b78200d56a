import { expect, onTestFinished, test } from "vitest"
import * as renderings from "../../../main/domain/rendering.ts"
import * as plans from "../../../main/domain/redaction.ts"
import { sql } from "../../../main/vault/sql.ts"
import type { EvidenceId } from "../../../shared/model/ids.ts"
import { addTestCase, makeTestRecords } from "../../support/records.ts"

const made = (pdf: string, pageCount: number) => ({
  pdf: Buffer.from(pdf),
  sha256: pdf,
  renderedBy: "typeset" as const,
  hidden: [{ kind: "comment" as const, count: 2, texts: ["one"] }],
  pageCount,
})

test("a rendering is kept as it was made, and another one takes boxes and acceptance only from pages that are no more", () => {
  const test = makeTestRecords()
  onTestFinished(() => test.dispose())
  const { records, newId } = test
  const caseId = addTestCase(test)
  const id = newId() as EvidenceId
  const facts = { number: 1, title: "a", original_name: "a", kind: "document", media_type: "x", size_bytes: 1 }
  const hashes = {
    sha256: "0".repeat(64),
    blob_id: newId(),
    blob_commitment: "0".repeat(64),
    received_at: "2026-03-01T09:00:00.000Z",
  }
  records.write((tx) => {
    tx.insert("evidence", { id, case_id: caseId, ...facts, ...hashes, duplicate_hmac: new Uint8Array(32) })
    tx.append({ verb: "evidence.added", subjectKind: "evidence", subjectId: id })
    const plan = plans.make(tx, { id: newId(), evidenceId: id, audience: "Court", pageCount: 3 })
    for (const page of [1, 3]) {
      tx.insert("redaction_accepted_pages", { id: newId(), plan_id: plan.id, page })
      const box = { page, x: 1, y: 1, width: 9, height: 9, origin: "hand", decision: "accepted", reason: "other" }
      tx.insert("redaction_boxes", { id: newId(), plan_id: plan.id, ...box })
    }
    renderings.keep(tx, id, made("first", 3))
  })
  expect(records.read((tx) => renderings.facts(tx, id))).toEqual({
    ...{ sha256: "first", renderedBy: "typeset" },
    hidden: [{ kind: "comment", count: 2, texts: ["one"] }],
  })
  records.write((tx) => renderings.keep(tx, id, made("second", 2)))
  expect(Buffer.from(records.read((tx) => renderings.pdf(tx, id)) ?? []).toString()).toBe("second")
  const left = (table: "boxes" | "pages") =>
    records.read((tx) =>
      tx.all(
        table === "boxes" ? sql`SELECT page FROM redaction_boxes` : sql`SELECT page FROM redaction_accepted_pages`,
      ),
    )
  expect([left("boxes"), left("pages")]).toEqual([[{ page: 1 }], [{ page: 1 }]])
  expect(records.read((tx) => plans.find(tx, id, "Court"))?.pageCount).toBe(2)
})

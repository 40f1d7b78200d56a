import { randomUuid } from "../../main/crypto/random.ts"
import * as actors from "../../main/domain/actor.ts"
import * as cases from "../../main/domain/case.ts"
import * as incidents from "../../main/domain/incident.ts"
import { append } from "../../main/vault/audit.ts"
import { verifyAudit } from "../../main/vault/audit-verify.ts"
import type { Sql } from "../../main/vault/sql.ts"
import type { Input } from "../../shared/contract/contract.ts"
import { contract } from "../../shared/contract/contract.ts"
import type { EvidenceKind } from "../../shared/model/evidence.ts"
import type { ActorId, CaseId, EvidenceId, IncidentId } from "../../shared/model/ids.ts"
import { makeTestRecords, seededRandom } from "./records.ts"

/** A real database with one case, and short ways to add to it. */
export const makeTestCase = (seed = "case") => {
  const made = makeTestRecords(seed)
  const { records } = made
  const random = seededRandom(`${seed} ids`)
  const newId = (): string => randomUuid(random)
  const addCase = (title: string) =>
    records.write((tx) => cases.add(tx, { id: newId() as CaseId, title, reference: "", summary: "" }))
  const { id: caseId } = addCase("Обыск на улице Абая")
  const addIncident = (title: string, more: Partial<Input<"incident.add">> = {}) => {
    const input = contract["incident.add"].input.parse({ caseId, title, ...more })
    return records.write((tx) => incidents.add(tx, { ...input, id: newId() as IncidentId }))
  }
  const addActor = (name: string, more: Partial<Input<"actor.add">> = {}) => {
    const input = contract["actor.add"].input.parse({ caseId, names: [{ text: name }], ...more })
    return records.write((tx) => actors.add(tx, { ...input, id: newId() as ActorId, newId }))
  }
  /** A row as the import writes it, without a file behind it. */
  const addEvidence = (title: string, number: number, kind: EvidenceKind = "pdf"): EvidenceId => {
    const id = newId() as EvidenceId
    records.write((tx) => {
      tx.insert("evidence", {
        id,
        case_id: caseId,
        number,
        title,
        kind,
        media_type: "application/pdf",
        original_name: `${title}.pdf`,
        size_bytes: 10,
        sha256: "00".repeat(32),
        duplicate_hmac: random(32),
        blob_id: newId(),
        blob_commitment: "00".repeat(32),
        received_at: tx.now,
      })
      tx.run({
        text: "INSERT INTO evidence_reading (evidence_id, state, page_count) VALUES (?, 'read', 3)",
        values: [id],
      })
      append(tx, { verb: "evidence.added", subjectKind: "evidence", subjectId: id })
    })
    return id
  }
  /** How SQLite would answer a statement, one step a line. */
  const plan = (statement: Sql): string =>
    made.db
      .all({ text: `EXPLAIN QUERY PLAN ${statement.text}`, values: statement.values })
      .map((row) => String(row["detail"]))
      .join("\n")
  const verify = () => verifyAudit(made.db, made.trust())
  return { ...made, plan, verify, random, newId, caseId, addCase, addIncident, addActor, addEvidence }
}

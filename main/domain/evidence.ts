import type { Parsed } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import type { Evidence, EvidenceKind, Provenance } from "../../shared/model/evidence.ts"
import type { BlobId, CaseId, CustodyId, EvidenceId, Instant, JobId, Sha256Hex } from "../../shared/model/ids.ts"
import { append } from "../vault/audit.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"
import { bitIfGiven, given } from "./columns.ts"
import * as custody from "./custody.ts"
import { referenceOf, show } from "./evidence-row.ts"
import * as readingQueue from "./reading-queue.ts"

/** A sealed file with what is known of it: what `receive` makes a record of. */
export interface ReceivedFile {
  readonly id: EvidenceId
  readonly custodyId: CustodyId
  readonly jobId: JobId
  readonly caseId: CaseId
  readonly name: string
  readonly folder: string
  readonly kind: EvidenceKind
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: Sha256Hex
  /** HMAC-SHA-256 of the content's SHA-256 under the duplicate-finding key. */
  readonly duplicateHmac: Uint8Array
  readonly blobId: BlobId
  readonly blobCommitmentHex: string
  /** An instant, or "". */
  readonly fileModifiedAt: string
  readonly receivedAt: Instant
  readonly provenance: Provenance
}

export interface Received {
  readonly evidenceId: EvidenceId
  readonly reference: string
  /** True: the case held the same content already, and nothing was written; the blob is not needed. */
  readonly duplicate: boolean
}

/** The last number given in the case. */
const lastNumber = (tx: ReadTx, caseId: CaseId): number =>
  Number(tx.one(sql`SELECT evidence FROM case_counters WHERE case_id = ${caseId}`)?.["evidence"] ?? 0)

/** No later item gets a number up to this one. */
export const keepNumber = (tx: WriteTx, caseId: CaseId, number: number): void => {
  tx.run(sql`INSERT INTO case_counters (case_id, evidence) VALUES (${caseId}, ${number})
             ON CONFLICT (case_id) DO UPDATE SET evidence = excluded.evidence`)
}

const findSame = (tx: ReadTx, caseId: CaseId, duplicateHmac: Uint8Array): Received | undefined => {
  const row = tx.one(
    sql`SELECT id, number FROM evidence WHERE duplicate_hmac = ${duplicateHmac} AND case_id = ${caseId} ORDER BY number`,
  )
  if (row === undefined) return undefined
  return { evidenceId: row["id"] as EvidenceId, reference: referenceOf(Number(row["number"])), duplicate: true }
}

const longestTitle = 500

const receiveOne = (tx: WriteTx, file: ReceivedFile, number: number, who: string): void => {
  tx.insert("evidence", {
    id: file.id,
    case_id: file.caseId,
    number,
    title: file.name.slice(0, longestTitle),
    kind: file.kind,
    media_type: file.mediaType,
    original_name: file.name,
    original_folder: file.folder,
    size_bytes: file.sizeBytes,
    sha256: file.sha256,
    duplicate_hmac: file.duplicateHmac,
    blob_id: file.blobId,
    blob_commitment: file.blobCommitmentHex,
    file_modified_at: file.fileModifiedAt,
    received_at: file.receivedAt,
    received_from: file.provenance.receivedFrom,
    received_on: file.provenance.receivedOn,
    received_how: file.provenance.how,
  })
  const { receivedFrom: from, how } = file.provenance
  custody.record(tx, { id: file.custodyId, evidenceId: file.id, verb: "received", from, how, sha256: file.sha256 }, who)
  append(tx, { verb: "evidence.received", subjectKind: "evidence", subjectId: file.id })
  readingQueue.add(tx, { jobId: file.jobId, evidenceId: file.id, caseId: file.caseId, label: file.name })
}

/**
 * Makes durable blobs evidence of one case: their records, first custody entries, lines in the audit log and places in
 * the reading queue, all in `tx`. One answer for each file, in their order; what the case held already is not written.
 */
export const receive = (tx: WriteTx, caseId: CaseId, files: readonly Omit<ReceivedFile, "caseId">[]): Received[] => {
  const before = lastNumber(tx, caseId)
  const who = custody.actingHolder(tx)
  let number = before
  const received = files.map((file) => {
    const same = findSame(tx, caseId, file.duplicateHmac)
    if (same !== undefined) return same
    number += 1
    receiveOne(tx, { ...file, caseId }, number, who)
    return { evidenceId: file.id, reference: referenceOf(number), duplicate: false }
  })
  if (number > before) keepNumber(tx, caseId, number)
  return received
}

/** As `receive`, of one item made here from another of the case. @throws Fault "not-found" */
export const derive = (tx: WriteTx, caseId: CaseId, from: EvidenceId, file: Omit<ReceivedFile, "caseId">): Received => {
  storedFile(tx, from)
  const [received] = receive(tx, caseId, [file])
  if (received === undefined) throw new Fault("internal", { step: "derive" })
  if (!received.duplicate) tx.update("evidence", received.evidenceId, { derived_from: from })
  return received
}

/** Changes what a person may change of an item; the file itself never changes. @throws Fault "not-found" */
export const update = (tx: WriteTx, { id, patch }: Parsed<"evidence.update">): Evidence => {
  const { title, description, graphic } = patch
  tx.update("evidence", id, given({ title, description, graphic: bitIfGiven(graphic) }))
  append(tx, { verb: "evidence.changed", subjectKind: "evidence", subjectId: id })
  return show(tx, id)
}

/** Where an item's bytes are, and what they must be. */
export interface StoredFile {
  readonly caseId: CaseId
  readonly kind: EvidenceKind
  readonly mediaType: string
  readonly originalName: string
  readonly blob: { id: BlobId; commitmentHex: string; sizeBytes: number; sha256: Sha256Hex }
}

/** @throws Fault "not-found" */
export const storedFile = (tx: ReadTx, id: EvidenceId): StoredFile => {
  const row = tx.one(
    sql`SELECT case_id, kind, media_type, original_name, blob_id, blob_commitment, size_bytes, sha256
        FROM evidence WHERE id = ${id}`,
  )
  if (row === undefined) throw new Fault("not-found", { kind: "evidence" })
  return {
    caseId: row["case_id"] as CaseId,
    kind: row["kind"] as EvidenceKind,
    mediaType: String(row["media_type"]),
    originalName: String(row["original_name"]),
    blob: {
      id: row["blob_id"] as BlobId,
      commitmentHex: String(row["blob_commitment"]),
      sizeBytes: Number(row["size_bytes"]),
      sha256: row["sha256"] as Sha256Hex,
    },
  }
}

/** Says that the original is about to leave: written before its first byte does. @throws Fault "not-found" */
export const exportBegins = (tx: WriteTx, id: EvidenceId): void => {
  storedFile(tx, id)
  append(tx, { verb: "evidence.export-begun", subjectKind: "evidence", subjectId: id })
}

/** Says that the original has left, as a file called `name`. */
export const exported = (tx: WriteTx, act: { id: EvidenceId; custodyId: CustodyId; name: string }): void => {
  const { sha256 } = storedFile(tx, act.id).blob
  custody.record(tx, { id: act.custodyId, evidenceId: act.id, verb: "exported", to: act.name, sha256 })
  append(tx, { verb: "evidence.exported", subjectKind: "evidence", subjectId: act.id })
}

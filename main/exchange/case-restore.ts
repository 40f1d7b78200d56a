import { Fault } from "../../shared/faults.ts"
import type { CaseJson, EvidenceJson } from "../../shared/model/case-json.ts"
import type { FieldValues, RecordRef } from "../../shared/model/field.ts"
import type { CaseId, EvidenceId, JobId } from "../../shared/model/ids.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import { bit } from "../domain/columns.ts"
import { readDates } from "../domain/dates.ts"
import { keepNumber } from "../domain/evidence.ts"
import * as readingQueue from "../domain/reading-queue.ts"
import { columnsOf } from "../domain/record.ts"
import { refuseCircles } from "../domain/record-circles.ts"
import { patched } from "../domain/record-fields.ts"
import { sync } from "../domain/record-refs.ts"
import { append } from "../vault/audit.ts"
import type { BlobRef } from "../vault/blobs.ts"
import { sql, type SqlValue } from "../vault/sql.ts"
import type { CoveredTable } from "../vault/tables.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"
import { at, refused } from "./case-check.ts"

/** A file of the document that is sealed already. */
export interface KeptFile {
  readonly ref: BlobRef
  readonly duplicateHmac: Uint8Array
}

export interface Restored {
  readonly files: ReadonlyMap<string, KeptFile>
  readonly newId: () => string
}

const isTaken = (tx: ReadTx, table: CoveredTable, id: string): boolean =>
  // Subtle: `table` comes from our own closed list.
  tx.one({ text: `SELECT 1 AS found FROM ${table} WHERE id = ?`, values: [id] }) !== undefined

type Columns = Readonly<Record<string, SqlValue>> & { readonly id: string }

/** A row under the id that it had. @throws Fault "case-json-refused" where the vault has that id already */
const insert = (tx: WriteTx, table: CoveredTable, row: Columns, place: string): void => {
  if (isTaken(tx, table, row.id)) throw refused(`${place}.id`, "taken")
  tx.insert(table, row)
}

const fieldColumn = (fields: Record<string, unknown>): string | null =>
  Object.keys(fields).length === 0 ? null : JSON.stringify(fields)

/** A term that is here already must mean the same. */
const restoreTerms = (tx: WriteTx, { terms }: CaseJson): void => {
  terms.forEach(({ id, list, code, parent, en, ru, kk, retired }, index) => {
    const known = tx.one(sql`SELECT en, ru, kk FROM list_terms WHERE list = ${list} AND code = ${code}`)
    const place = `terms.${index}`
    if (known === undefined)
      insert(tx, "list_terms", { id, list, code, parent, en, ru, kk, retired: bit(retired) }, place)
    else if (known["en"] !== en || known["ru"] !== ru || known["kk"] !== kk) throw refused(place, "taken")
  })
}

const restoreIncidents = (tx: WriteTx, caseId: string, { incidents }: CaseJson): void => {
  incidents.forEach(({ dates, placePrecision, rights, fields, ...row }, index) => {
    const place = `incidents.${index}`
    const { edtf, earliest, latest } = at(`${place}.dates`, () => readDates(dates))
    const columns = {
      ...row,
      case_id: caseId,
      dates_edtf: edtf,
      date_earliest: earliest,
      date_latest: latest,
      place_precision: placePrecision,
      rights: JSON.stringify(rights),
      fields: fieldColumn(fields),
    }
    insert(tx, "incidents", columns, place)
  })
}

const restoreActors = (tx: WriteTx, caseId: string, { actors }: CaseJson): void => {
  actors.forEach(({ names, identifiers, fields, ...row }, index) => {
    const place = `actors.${index}`
    const label = names[0]?.text ?? ""
    const own = { case_id: caseId, label, protected: bit(row.protected), fields: fieldColumn(fields) }
    insert(tx, "actors", { ...row, ...own }, place)
    const partOf = { actor_id: row.id }
    names.forEach((part, position) => insert(tx, "actor_names", { ...part, ...partOf, position }, place))
    identifiers.forEach((part, position) => insert(tx, "actor_identifiers", { ...part, ...partOf, position }, place))
  })
}

const evidenceColumns = (item: EvidenceJson, { ref, duplicateHmac }: KeptFile): Columns => ({
  id: item.id,
  number: item.number,
  title: item.title,
  kind: item.kind,
  media_type: item.mediaType,
  original_name: item.originalName,
  original_folder: item.originalFolder,
  size_bytes: ref.sizeBytes,
  sha256: ref.sha256,
  duplicate_hmac: duplicateHmac,
  blob_id: ref.id,
  blob_commitment: ref.commitmentHex,
  file_modified_at: item.fileModifiedAt,
  received_at: item.receivedAt,
  received_from: item.receivedFrom,
  received_on: item.receivedOn,
  received_how: item.receivedHow,
  graphic: bit(item.graphic),
  confidentiality: item.confidentiality,
  derived_from: item.derivedFrom,
  description: item.description,
  fields: fieldColumn(item.fields),
})

const restoreEvidence = (tx: WriteTx, caseId: CaseId, document: CaseJson, { files, newId }: Restored): void => {
  document.evidence.forEach((item, index) => {
    const file = files.get(item.id)
    if (file === undefined) throw new Fault("case-file-missing", { number: item.number })
    insert(tx, "evidence", { ...evidenceColumns(item, file), case_id: caseId }, `evidence.${index}`)
    const [jobId, evidenceId] = [newId() as JobId, item.id as EvidenceId]
    readingQueue.add(tx, { jobId, evidenceId, caseId, label: item.originalName })
  })
  const last = document.evidence.reduce((most, { number }) => Math.max(most, number), 0)
  if (last > 0) keepNumber(tx, caseId, last)
  document.custody.forEach(({ evidenceId, fromWhom, toWhom, ...row }, index) => {
    const ends = { evidence_id: evidenceId, from_whom: fromWhom, to_whom: toWhom }
    insert(tx, "custody", { ...row, ...ends }, `custody.${index}`)
  })
}

const restoreRelations = (tx: WriteTx, { involvements, anchors, links, notes }: CaseJson): void => {
  involvements.forEach(({ id, incidentId, actorId, role, note, fields }, index) => {
    const columns = { id, incident_id: incidentId, actor_id: actorId, role, note, fields: fieldColumn(fields) }
    insert(tx, "involvements", columns, `involvements.${index}`)
  })
  const evidenceOf = new Map(anchors.map(({ id, evidenceId }) => [id, evidenceId]))
  anchors.forEach(({ id, evidenceId, place }, index) => {
    insert(tx, "anchors", { id, evidence_id: evidenceId, place: JSON.stringify(place) }, `anchors.${index}`)
  })
  links.forEach(({ id, anchorId, target, relation, comment, fields }, index) => {
    const ends = { anchor_id: anchorId, evidence_id: evidenceOf.get(anchorId) ?? "" }
    const to = { target_kind: target.kind, target_id: target.id }
    insert(tx, "links", { id, ...ends, ...to, relation, comment, fields: fieldColumn(fields) }, `links.${index}`)
  })
  notes.forEach(({ id, subjectKind, subjectId, text }, index) => {
    insert(tx, "notes", { id, subject_kind: subjectKind, subject_id: subjectId, text }, `notes.${index}`)
  })
}

const restoreRecords = (tx: WriteTx, caseId: string, { records }: CaseJson): void => {
  records.forEach(({ id, kind, parent, confidentiality, fields }, index) => {
    const place = `records.${index}`
    const whole = { case_id: caseId, kind, parent_kind: parent?.kind ?? "", parent_id: parent?.id ?? "" }
    const derived = at(`${place}.fields`, () => columnsOf(kindOf(kind), fields as FieldValues))
    insert(tx, "records", { id, ...whole, confidentiality, ...derived }, place)
  })
}

type Judged = RecordRef & { readonly fields: Record<string, unknown>; readonly place: string }

const judgedRows = (document: CaseJson): Judged[] => {
  const rows = (
    kind: RecordRef["kind"],
    list: "incidents" | "actors" | "evidence" | "involvements" | "links",
  ): Judged[] => document[list].map(({ id, fields }, index) => ({ kind, id, fields, place: `${list}.${index}` }))
  return [
    { kind: "case", id: document.case.id, fields: document.case.fields, place: "case" },
    ...rows("incident", "incidents"),
    ...rows("actor", "actors"),
    ...rows("evidence", "evidence"),
    ...rows("involvement", "involvements"),
    ...rows("link", "links"),
    ...document.records.map(({ kind, id, fields }, index) => ({ kind, id, fields, place: `records.${index}` })),
  ]
}

/** Once all rows stand: are the terms known, do the dates read, is what is pointed at here? Then circles. */
const judge = (tx: WriteTx, caseId: CaseId, document: CaseJson): void => {
  const rows = judgedRows(document)
  for (const { kind, id, fields, place } of rows)
    at(`${place}.fields`, () => {
      patched({ tx, caseId }, kindOf(kind).fields, {}, fields as FieldValues)
      sync(tx, { kind, id })
    })
  for (const { kind, id, place } of rows) at(place, () => refuseCircles(tx, { kind, id }))
}

/**
 * Writes a whole case as the document says it; nothing of it stays when anything does not fit.
 * @throws Fault "case-exists", "case-json-refused" (place, reason), "case-file-missing" (number)
 */
export const restore = (tx: WriteTx, document: CaseJson, parts: Restored): void => {
  const { fields, ...row } = document.case
  const caseId = row.id as CaseId
  if (isTaken(tx, "cases", caseId)) throw new Fault("case-exists")
  insert(tx, "cases", { ...row, fields: fieldColumn(fields) }, "case")
  restoreTerms(tx, document)
  restoreIncidents(tx, caseId, document)
  restoreActors(tx, caseId, document)
  restoreEvidence(tx, caseId, document, parts)
  restoreRelations(tx, document)
  restoreRecords(tx, caseId, document)
  judge(tx, caseId, document)
  append(tx, { verb: "case.imported", subjectKind: "case", subjectId: caseId })
}

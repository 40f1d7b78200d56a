import type { Dangling, RecordLabel } from "../../shared/contract/record.ts"
import { Fault } from "../../shared/faults.ts"
import type { FieldValue, RecordKind, RecordRef } from "../../shared/model/field.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { append } from "../vault/audit.ts"
import { sql } from "../vault/sql.ts"
import type { CoveredTable } from "../vault/tables.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"
import { update } from "./record.ts"
import { pointersTo, sync } from "./record-refs.ts"
import { find, fieldsOf, mustFind, type StoredRecord, tableOf } from "./record-store.ts"

/** Rows of other tables that are nothing without a record of these kinds, children before what they hang on. */
const ownRows: Partial<Record<RecordKind, readonly (readonly [CoveredTable, string])[]>> = {
  actor: [
    ["actor_names", "actor_id"],
    ["actor_identifiers", "actor_id"],
    ["pseudonyms", "actor_id"],
  ],
  evidence: [["custody", "evidence_id"]],
}

/** What may not go while it stands in something that was decided or sent. */
const holding: Partial<Record<RecordKind, readonly (readonly [string, string])[]>> = {
  actor: [["redaction_boxes", "actor_id"]],
  evidence: [
    ["redaction_plans", "evidence_id"],
    ["evidence", "derived_from"],
  ],
  case: [
    ["incidents", "case_id"],
    ["actors", "case_id"],
    ["evidence", "case_id"],
    ["records", "case_id"],
    ["dossiers", "case_id"],
  ],
}

const labelOf = ({ kind, id, title, state, fields }: StoredRecord): RecordLabel => ({
  kind,
  id,
  title,
  state,
  type: typeof fields["type"] === "string" ? fields["type"] : "",
})

const idsBy = (tx: ReadTx, table: string, column: string, id: string): string[] =>
  tx.all({ text: `SELECT id FROM ${table} WHERE ${column} = ?`, values: [id] }).map((row) => String(row["id"]))

const linkIds = (tx: ReadTx, { kind, id }: RecordRef): string[] =>
  [
    ...tx.all(sql`SELECT id FROM links WHERE target_kind = ${kind} AND target_id = ${id}`),
    ...(kind === "evidence" ? tx.all(sql`SELECT id FROM links WHERE evidence_id = ${id}`) : []),
  ].map((row) => String(row["id"]))

const involvementIds = (tx: ReadTx, { kind, id }: RecordRef): string[] => {
  if (kind === "incident") return idsBy(tx, "involvements", "incident_id", id)
  return kind === "actor" ? idsBy(tx, "involvements", "actor_id", id) : []
}

/** Its parts, and their parts; the record itself is not among them. */
const partsOf = (tx: ReadTx, ref: RecordRef): RecordRef[] => {
  const direct: RecordRef[] = [
    ...pointersTo(tx, ref.id).flatMap(({ from, field }) => (field === "parent" ? [from] : [])),
    ...involvementIds(tx, ref).map((id): RecordRef => ({ kind: "involvement", id })),
  ]
  const once = direct.filter(({ id }, index) => direct.findIndex((other) => other.id === id) === index)
  return once.flatMap((part) => [...partsOf(tx, part), part])
}

/** What hangs on a record: shown before it is removed. @throws Fault "not-found" */
export const dangling = (tx: ReadTx, ref: RecordRef): Dangling => {
  mustFind(tx, ref)
  const parts = partsOf(tx, ref)
  const going = new Set([ref.id, ...parts.map(({ id }) => id)])
  const loses = [ref, ...parts].flatMap((gone) =>
    pointersTo(tx, gone.id)
      .filter(({ from, field }) => field !== "parent" && !going.has(from.id))
      .flatMap(({ from, field }) => {
        const record = find(tx, from)
        return record === undefined ? [] : [{ record: labelOf(record), field }]
      }),
  )
  const goes = parts.flatMap((part) => find(tx, part) ?? []).map(labelOf)
  return { goes, loses, links: [ref, ...parts].flatMap((gone) => linkIds(tx, gone)).length }
}

/** @throws Fault "legal-hold" */
export const refuseHeld = (tx: ReadTx, caseId: CaseId): void => {
  const row = tx.one(sql`SELECT fields FROM cases WHERE id = ${caseId}`)
  const fields = fieldsOf(typeof row?.["fields"] === "string" ? row["fields"] : null)
  if (fields["legalHold"] === "yes") throw new Fault("legal-hold", { kind: "case" })
}

const without = (value: FieldValue | undefined, id: string): FieldValue | null => {
  if (!Array.isArray(value)) return null
  const left = (value as readonly RecordRef[]).filter((ref) => ref.id !== id)
  return left.length === 0 ? null : left
}

/** Takes the record out of the fields that name it. What stays is judged again when it is next changed. */
const letGo = (tx: WriteTx, id: string, going: ReadonlySet<string>): void => {
  for (const { from, field } of pointersTo(tx, id)) {
    if (field === "parent" || going.has(from.id)) continue
    const record = find(tx, from)
    if (record !== undefined) update(tx, from, { [field]: without(record.fields[field], id) })
  }
}

const removeLinks = (tx: WriteTx, ref: RecordRef): void => {
  for (const id of linkIds(tx, ref)) {
    const anchorId = String(tx.one(sql`SELECT anchor_id FROM links WHERE id = ${id}`)?.["anchor_id"] ?? "")
    tx.remove("links", id)
    sync(tx, { kind: "link", id })
    if (tx.one(sql`SELECT 1 AS found FROM links WHERE anchor_id = ${anchorId}`) === undefined)
      tx.remove("anchors", anchorId)
  }
}

const removeOne = (tx: WriteTx, ref: RecordRef): void => {
  for (const [table, column] of holding[ref.kind] ?? [])
    if (idsBy(tx, table, column, ref.id).length > 0) throw new Fault("record-in-use", { kind: ref.kind })
  removeLinks(tx, ref)
  for (const id of idsBy(tx, "notes", "subject_id", ref.id)) tx.remove("notes", id)
  for (const [table, column] of ownRows[ref.kind] ?? [])
    for (const id of idsBy(tx, table, column, ref.id)) tx.remove(table, id)
  tx.remove(tableOf(ref.kind), ref.id)
  sync(tx, ref)
}

/** Takes a record away with its parts and passages, and says how many records went. @throws Fault "record-in-use" */
export const takeAway = (tx: WriteTx, ref: RecordRef): number => {
  const all = [...partsOf(tx, ref), ref]
  const going = new Set(all.map(({ id }) => id))
  for (const { id } of all) letGo(tx, id, going)
  for (const gone of all) removeOne(tx, gone)
  return all.length
}

/**
 * Removes a record with its parts and passages; what named it names it no longer. All of it stays in the history, and
 * one undo brings it back. The reason is kept as a note on the case. Sealed files stay: see SECURITY.md.
 * @throws Fault "not-found", "legal-hold", "record-in-use"
 */
export const remove = (tx: WriteTx, ref: RecordRef, reason: { text: string; noteId: string }): number => {
  const { caseId } = mustFind(tx, ref)
  refuseHeld(tx, caseId)
  const gone = takeAway(tx, ref)
  if (ref.kind !== "case")
    tx.insert("notes", { id: reason.noteId, subject_kind: "removal", subject_id: ref.id, text: reason.text })
  append(tx, { verb: `${ref.kind}.removed`, subjectKind: ref.kind, subjectId: ref.id })
  return gone
}

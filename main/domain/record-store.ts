import { z } from "zod"
import { Fault } from "../../shared/faults.ts"
import {
  type BaseKind,
  baseKinds,
  type FieldValues,
  type PlainKind,
  type RecordKind,
  type RecordRef,
  recordKinds,
} from "../../shared/model/field.ts"
import { CaseId, Instant } from "../../shared/model/ids.ts"
import { type Sql, sql } from "../vault/sql.ts"
import type { CoveredTable } from "../vault/tables.ts"
import type { ReadTx, Row } from "../vault/tx.ts"

/** Any record, whichever table holds it, as the rules of the model see it. */
export interface StoredRecord {
  readonly id: string
  readonly kind: RecordKind
  readonly caseId: CaseId
  readonly parent: RecordRef | null
  readonly title: string
  readonly dates: { readonly edtf: string; readonly earliest: string; readonly latest: string }
  readonly state: string
  readonly fields: FieldValues
  readonly createdAt: Instant
  readonly createdBy: string
  readonly changedAt: Instant
  readonly changedBy: string
}

export const isBase = (kind: RecordKind): kind is BaseKind => (baseKinds as readonly string[]).includes(kind)

const tables: Readonly<Record<BaseKind, CoveredTable>> = {
  case: "cases",
  incident: "incidents",
  actor: "actors",
  evidence: "evidence",
  involvement: "involvements",
  link: "links",
}

export const tableOf = (kind: RecordKind): CoveredTable => (isBase(kind) ? tables[kind] : "records")

/** The kind of a row of `records` is its own to say. */
export const kindOfTable = (table: string): BaseKind | undefined => baseKinds.find((kind) => tables[kind] === table)

const who = sql`t.fields, t.created_at, t.created_by, t.changed_at, t.changed_by`
const noDates = sql`'' AS dates_edtf, '' AS date_earliest, '' AS date_latest, '' AS state`

/** Every table under the same column names. */
const selects: Readonly<Record<BaseKind | "record", Sql>> = {
  case: sql`SELECT t.id, 'case' AS kind, t.id AS case_id, '' AS parent_kind, '' AS parent_id, t.title,
    '' AS dates_edtf, '' AS date_earliest, '' AS date_latest, t.status AS state, ${who} FROM cases t`,
  incident: sql`SELECT t.id, 'incident' AS kind, t.case_id, '' AS parent_kind, '' AS parent_id, t.title,
    t.dates_edtf, t.date_earliest, t.date_latest, t.verification AS state, ${who} FROM incidents t`,
  actor: sql`SELECT t.id, 'actor' AS kind, t.case_id, '' AS parent_kind, '' AS parent_id, t.label AS title,
    ${noDates}, ${who} FROM actors t`,
  evidence: sql`SELECT t.id, 'evidence' AS kind, t.case_id, '' AS parent_kind, '' AS parent_id,
    printf('E-%03d ', t.number) || t.title AS title, ${noDates}, ${who} FROM evidence t`,
  involvement: sql`SELECT t.id, 'involvement' AS kind, i.case_id, 'incident' AS parent_kind, t.incident_id AS parent_id,
    a.label AS title, i.dates_edtf, i.date_earliest, i.date_latest, t.role AS state, ${who}
    FROM involvements t JOIN incidents i ON i.id = t.incident_id JOIN actors a ON a.id = t.actor_id`,
  link: sql`SELECT t.id, 'link' AS kind, e.case_id, t.target_kind AS parent_kind, t.target_id AS parent_id,
    printf('E-%03d ', e.number) || e.title AS title, ${noDates}, ${who}
    FROM links t JOIN evidence e ON e.id = t.evidence_id`,
  record: sql`SELECT t.id, t.kind, t.case_id, t.parent_kind, t.parent_id, t.title,
    t.dates_edtf, t.date_earliest, t.date_latest, t.state, ${who} FROM records t`,
}

export const selectOf = (kind: RecordKind): Sql => selects[isBase(kind) ? kind : "record"]

const StoredRow = z.object({
  id: z.string(),
  kind: z.enum(recordKinds),
  case_id: CaseId,
  parent_kind: z.enum(["", ...recordKinds]),
  parent_id: z.string(),
  title: z.string(),
  dates_edtf: z.string(),
  date_earliest: z.string(),
  date_latest: z.string(),
  state: z.string(),
  fields: z.string().nullable(),
  created_at: Instant,
  created_by: z.string(),
  changed_at: Instant,
  changed_by: z.string(),
})

/** Fields were checked against their declaration when they were written; the chain covers the row. */
export const fieldsOf = (json: string | null): FieldValues =>
  json === null || json === "" ? {} : (JSON.parse(json) as FieldValues)

export const toStored = (source: Row): StoredRecord => {
  const row = StoredRow.parse(source)
  return {
    id: row.id,
    kind: row.kind,
    caseId: row.case_id,
    parent: row.parent_kind === "" ? null : { kind: row.parent_kind, id: row.parent_id },
    title: row.title,
    dates: { edtf: row.dates_edtf, earliest: row.date_earliest, latest: row.date_latest },
    state: row.state,
    fields: fieldsOf(row.fields),
    createdAt: row.created_at,
    createdBy: row.created_by,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }
}

/** A record of that kind, or undefined. */
export const find = (tx: ReadTx, { kind, id }: RecordRef): StoredRecord | undefined => {
  const row = tx.one(sql`${selectOf(kind)} WHERE t.id = ${id}`)
  if (row === undefined) return undefined
  const stored = toStored(row)
  return stored.kind === kind ? stored : undefined
}

/** @throws Fault "not-found" */
export const mustFind = (tx: ReadTx, ref: RecordRef): StoredRecord => {
  const stored = find(tx, ref)
  if (stored === undefined) throw new Fault("not-found", { kind: ref.kind })
  return stored
}

/** What kind a row of `records` is. */
export const plainKindOf = (tx: ReadTx, id: string): PlainKind | undefined =>
  tx.one(sql`SELECT kind FROM records WHERE id = ${id}`)?.["kind"] as PlainKind | undefined

import { z } from "zod"
import type { Output, Parsed } from "../../shared/contract/contract.ts"
import type { ListInput } from "../../shared/contract/list.ts"
import { Fault } from "../../shared/faults.ts"
import type { CaseId, IncidentId } from "../../shared/model/ids.ts"
import { Incident } from "../../shared/model/incident.ts"
import { append } from "../vault/audit.ts"
import { sql, type SqlValue } from "../vault/sql.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { given } from "./columns.ts"
import { readDates } from "./dates.ts"
import { type ListQuery, page } from "./list.ts"

const columns = sql`t.*,
  (SELECT count(DISTINCT evidence_id) FROM links WHERE target_kind = 'incident' AND target_id = t.id) AS evidence,
  (SELECT count(DISTINCT actor_id) FROM involvements WHERE incident_id = t.id) AS actors`

const Rights = z.array(z.string())

const toIncident = (row: Row): Incident =>
  Incident.parse({
    id: row["id"],
    caseId: row["case_id"],
    title: row["title"],
    dates: { edtf: row["dates_edtf"], earliest: row["date_earliest"], latest: row["date_latest"] },
    place: row["place"],
    placePrecision: row["place_precision"],
    narrative: row["narrative"],
    rights: Rights.parse(JSON.parse(String(row["rights"]))),
    verification: row["verification"],
    createdAt: row["created_at"],
    changedAt: row["changed_at"],
    counts: { evidence: row["evidence"], actors: row["actors"] },
  })

/** The list of a case: usually by date, the undated first. */
export const incidentList: ListQuery = {
  columns,
  from: sql`incidents t`,
  caseId: sql`t.case_id`,
  orders: {
    "": [sql`t.date_earliest`, sql`t.date_latest`, sql`t.id`],
    dates: [sql`t.date_earliest`, sql`t.date_latest`, sql`t.id`],
    title: [sql`t.title_sort`, sql`t.id`],
    place: [sql`t.place`, sql`t.id`],
    verification: [sql`t.verification`, sql`t.id`],
    changedAt: [sql`t.changed_at`, sql`t.id`],
  },
  kind: "incident",
}

/** @throws Fault "not-found" */
export const show = (tx: ReadTx, id: IncidentId): Incident => {
  const row = tx.one(sql`SELECT ${columns} FROM incidents t WHERE t.id = ${id}`)
  if (row === undefined) throw new Fault("not-found", { kind: "incident" })
  return toIncident(row)
}

/** The case that an incident belongs to. @throws Fault "not-found" */
export const caseOf = (tx: ReadTx, id: IncidentId): CaseId => {
  const row = tx.one(sql`SELECT case_id FROM incidents WHERE id = ${id}`)
  if (row === undefined) throw new Fault("not-found", { kind: "incident" })
  return row["case_id"] as CaseId
}

/** @throws Fault "not-found", "bad-input" */
export const list = (tx: ReadTx, input: ListInput): Output<"incident.list"> => {
  cases.mustExist(tx, input.caseId)
  const { rows, total, all } = page(tx, incidentList, input)
  return { rows: rows.map(toIncident), total, all }
}

const dateColumns = (text: string): Record<string, SqlValue> => {
  const { edtf, earliest, latest } = readDates(text)
  return { dates_edtf: edtf, date_earliest: earliest, date_latest: latest }
}

/** @throws Fault "not-found", "date-unreadable" */
export const add = (tx: WriteTx, input: Parsed<"incident.add"> & { readonly id: IncidentId }): Incident => {
  cases.mustExist(tx, input.caseId)
  const { id, caseId, title, place, placePrecision, narrative, rights, verification } = input
  tx.insert("incidents", {
    id,
    case_id: caseId,
    title,
    ...dateColumns(input.dates),
    place,
    place_precision: placePrecision,
    narrative,
    rights: JSON.stringify(rights),
    verification,
  })
  append(tx, { verb: "incident.added", subjectKind: "incident", subjectId: id })
  return show(tx, id)
}

/** @throws Fault "not-found", "date-unreadable" */
export const update = (tx: WriteTx, { id, patch }: Parsed<"incident.update">): Incident => {
  const { title, dates, place, placePrecision, narrative, rights, verification } = patch
  tx.update("incidents", id, {
    ...given({ title, place, place_precision: placePrecision, narrative, verification }),
    ...(dates === undefined ? {} : dateColumns(dates)),
    ...(rights === undefined ? {} : { rights: JSON.stringify(rights) }),
  })
  append(tx, { verb: "incident.changed", subjectKind: "incident", subjectId: id })
  return show(tx, id)
}

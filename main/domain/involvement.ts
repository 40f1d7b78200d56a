import { Involvement } from "../../shared/contract/incident.ts"
import type { Parsed } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { append } from "../vault/audit.ts"
import { joinSql, sql } from "../vault/sql.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import * as actors from "./actor.ts"
import * as incidents from "./incident.ts"

const select = sql`SELECT v.id, v.actor_id, v.incident_id, v.role, v.note, a.label, a.protected, i.title
  FROM involvements v JOIN actors a ON a.id = v.actor_id JOIN incidents i ON i.id = v.incident_id`

const toInvolvement = (row: Row): Involvement =>
  Involvement.parse({
    id: row["id"],
    actorId: row["actor_id"],
    incidentId: row["incident_id"],
    role: row["role"],
    note: row["note"],
    actorLabel: row["label"],
    actorProtected: row["protected"] === 1,
    incidentLabel: row["title"],
  })

const show = (tx: ReadTx, id: string): Involvement => {
  const row = tx.one(sql`${select} WHERE v.id = ${id}`)
  if (row === undefined) throw new Fault("not-found", { kind: "involvement" })
  return toInvolvement(row)
}

/** Of an incident, of an actor, or of both; of neither, none. In the order in which they were recorded. */
export const list = (tx: ReadTx, { incidentId, actorId }: Parsed<"involvement.list">): Involvement[] => {
  const ends = [
    ...(incidentId === undefined ? [] : [sql`v.incident_id = ${incidentId}`]),
    ...(actorId === undefined ? [] : [sql`v.actor_id = ${actorId}`]),
  ]
  if (ends.length === 0) return []
  return tx.all(sql`${select} WHERE ${joinSql(ends, " AND ")} ORDER BY v.created_at, v.id`).map(toInvolvement)
}

/** The case that it belongs to. @throws Fault "not-found" */
export const caseOf = (tx: ReadTx, id: string): CaseId => incidents.caseOf(tx, show(tx, id).incidentId)

/** Saying the same role twice changes its note and adds nothing. @throws Fault "not-found", "bad-input" (two cases) */
export const add = (tx: WriteTx, input: Parsed<"involvement.add"> & { readonly id: string }): Involvement => {
  const { incidentId, actorId, role, note } = input
  if (incidents.caseOf(tx, incidentId) !== actors.caseOf(tx, actorId))
    throw new Fault("bad-input", { field: "actorId" })
  const known = list(tx, { incidentId, actorId }).find((other) => other.role === role)
  if (known === undefined)
    tx.insert("involvements", { id: input.id, incident_id: incidentId, actor_id: actorId, role, note })
  else tx.update("involvements", known.id, { note })
  const id = known?.id ?? input.id
  append(tx, { verb: "involvement.added", subjectKind: "involvement", subjectId: id })
  return show(tx, id)
}

/** @throws Fault "not-found" */
export const remove = (tx: WriteTx, id: string): void => {
  tx.remove("involvements", id)
  append(tx, { verb: "involvement.removed", subjectKind: "involvement", subjectId: id })
}

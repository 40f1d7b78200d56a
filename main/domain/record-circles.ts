import { Fault } from "../../shared/faults.ts"
import type { RecordRef } from "../../shared/model/field.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"

/** Relations of incidents that must not lead back: nothing is part of itself, or follows itself. */
const oneWay = ["part-of", "followed-by"]

const acyclicFields = (ref: RecordRef): string[] =>
  Object.entries(kindOf(ref.kind).fields)
    .filter(([, field]) => field.type === "ref" && field.acyclic === true)
    .map(([name]) => name)

/** Subtle: UNION, not UNION ALL, so that a circle that stands already ends the walk. */
const leadsBack = (tx: ReadTx, id: string, field: string): boolean =>
  tx.one(sql`WITH RECURSIVE walk (id) AS (
      SELECT to_id FROM record_refs WHERE from_id = ${id} AND field = ${field}
      UNION SELECT r.to_id FROM walk w JOIN record_refs r ON r.from_id = w.id AND r.field = ${field})
    SELECT 1 AS found FROM walk WHERE id = ${id}`) !== undefined

const relationLeadsBack = (tx: ReadTx, incidentId: string, type: string): boolean =>
  tx.one(sql`WITH RECURSIVE walk (id) AS (
      SELECT json_extract(fields, '$.to.id') FROM records
        WHERE parent_id = ${incidentId} AND kind = 'relation' AND state = ${type}
      UNION SELECT json_extract(r.fields, '$.to.id') FROM walk w JOIN records r
        ON r.parent_id = w.id AND r.kind = 'relation' AND r.state = ${type})
    SELECT 1 AS found FROM walk WHERE id = ${incidentId}`) !== undefined

/** Called inside the transaction, after the write: a circle rolls it back. @throws Fault "record-circle" */
export const refuseCircles = (tx: ReadTx, ref: RecordRef): void => {
  const circular = acyclicFields(ref).some((field) => leadsBack(tx, ref.id, field))
  const relation =
    ref.kind === "relation" ? tx.one(sql`SELECT parent_id, state FROM records WHERE id = ${ref.id}`) : undefined
  const related =
    relation !== undefined &&
    oneWay.includes(String(relation["state"])) &&
    relationLeadsBack(tx, String(relation["parent_id"]), String(relation["state"]))
  if (circular || related) throw new Fault("record-circle", { kind: ref.kind })
}

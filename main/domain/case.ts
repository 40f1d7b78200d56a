import { Fault } from "../../shared/faults.ts"
import { Case, type caseStatuses } from "../../shared/model/case.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { append } from "../vault/audit.ts"
import { type Sql, sql } from "../vault/sql.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import { given } from "./columns.ts"

const selectCases = sql`SELECT c.id, c.title, c.reference, c.summary, c.status, c.created_at, c.changed_at,
  (SELECT count(*) FROM incidents WHERE case_id = c.id) AS incidents,
  (SELECT count(*) FROM evidence WHERE case_id = c.id) AS evidence,
  (SELECT count(*) FROM actors WHERE case_id = c.id) AS actors FROM cases c`

const toCase = (row: Row): Case =>
  Case.parse({
    id: row["id"],
    title: row["title"],
    reference: row["reference"],
    summary: row["summary"],
    status: row["status"],
    createdAt: row["created_at"],
    changedAt: row["changed_at"],
    counts: { incidents: row["incidents"], evidence: row["evidence"], actors: row["actors"] },
  })

/** By title, in the order of the Kazakh alphabet. */
const caseOrder: Sql = sql`ORDER BY c.title_sort, c.id`

export const list = (tx: ReadTx): Case[] => tx.all(sql`${selectCases} ${caseOrder}`).map(toCase)

/** @throws Fault "not-found" */
export const show = (tx: ReadTx, id: CaseId): Case => {
  const row = tx.one(sql`${selectCases} WHERE c.id = ${id}`)
  if (row === undefined) throw new Fault("not-found", { kind: "case" })
  return toCase(row)
}

/** @throws Fault "not-found" */
export const mustExist = (tx: ReadTx, id: CaseId): void => {
  if (tx.one(sql`SELECT 1 AS found FROM cases WHERE id = ${id}`) === undefined) {
    throw new Fault("not-found", { kind: "case" })
  }
}

export interface NewCase {
  readonly id: CaseId
  readonly title: string
  readonly reference: string
  readonly summary: string
}

export const add = (tx: WriteTx, { id, title, reference, summary }: NewCase): Case => {
  tx.insert("cases", { id, title, reference, summary })
  append(tx, { verb: "case.added", subjectKind: "case", subjectId: id })
  return show(tx, id)
}

export interface CasePatch {
  readonly title?: string | undefined
  readonly reference?: string | undefined
  readonly summary?: string | undefined
  readonly status?: (typeof caseStatuses)[number] | undefined
}

/** @throws Fault "not-found" */
export const update = (tx: WriteTx, id: CaseId, { title, reference, summary, status }: CasePatch): Case => {
  tx.update("cases", id, given({ title, reference, summary, status }))
  append(tx, { verb: "case.changed", subjectKind: "case", subjectId: id })
  return show(tx, id)
}

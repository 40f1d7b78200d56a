import { AuditEntry } from "../../shared/model/audit.ts"
import { parseEntry } from "./audit-entry.ts"
import type { Db } from "./db.ts"
import { sql } from "./sql.ts"
import type { Row } from "./tx.ts"

export interface AuditPage {
  readonly entries: AuditEntry[]
  readonly total: number
}

const shown = (row: Row): AuditEntry => {
  const { at, holder, verb, subjectKind, subjectId, rows } = parseEntry(row["body"] as string)
  const { position: sequence, hash } = row
  const named = { holderId: holder, holder: row["label"] ?? "" }
  return AuditEntry.parse({ sequence, at, ...named, verb, subjectKind, subjectId, rows: rows.length, hash })
}

/** A page of the log, newest first; of one record when `subjectId` is given. @throws Fault "audit-broken" */
export const auditPage = (db: Db, offset: number, limit: number, subjectId?: string): AuditPage => {
  const where = subjectId === undefined ? sql`` : sql`WHERE subject_id = ${subjectId}`
  const total = db.one(sql`SELECT count(*) AS total FROM audit_entries ${where}`)?.["total"] as number
  const rows = db.all(
    sql`SELECT position, body, hash,
        (SELECT label FROM holders WHERE holders.id = json_extract(body, '$.holder')) AS label
        FROM audit_entries ${where} ORDER BY position DESC LIMIT ${limit} OFFSET ${offset}`,
  )
  return { entries: rows.map(shown), total }
}

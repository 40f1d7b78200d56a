import { z } from "zod"
import { CaseId, EvidenceId, JobId } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"

/*
 * Which items still have to be read. One row of `jobs` per item, written with the item itself: what was taken in is
 * read sooner or later, also after a crash. A row goes when its item was read, or cannot be.
 */

/** How often a reading may be begun: a file that brings the whole program down must not do so at every unlock. */
export const attemptsAtMost = 3

const QueueRow = z.object({ id: JobId, evidence_id: EvidenceId, case_id: CaseId, label: z.string(), attempts: z.int() })

export interface QueuedReading {
  readonly jobId: JobId
  readonly evidenceId: EvidenceId
  readonly caseId: CaseId
  readonly label: string
  readonly attempts: number
}

export const add = (tx: WriteTx, reading: Omit<QueuedReading, "attempts">): void => {
  const { jobId, evidenceId, caseId, label } = reading
  tx.run(sql`INSERT INTO evidence_reading (evidence_id, state) VALUES (${evidenceId}, 'waiting')
             ON CONFLICT (evidence_id) DO UPDATE SET state = 'waiting', fault = ''`)
  tx.run(sql`INSERT INTO jobs (id, kind, state, case_id, evidence_id, label, created_at, changed_at)
             VALUES (${jobId}, 'read', 'queued', ${caseId}, ${evidenceId}, ${label}, ${tx.now}, ${tx.now})`)
}

/** The next item to read, or undefined when all is read. */
export const next = (tx: ReadTx): QueuedReading | undefined => {
  const row = tx.one(
    sql`SELECT id, evidence_id, case_id, label, attempts FROM jobs WHERE kind = 'read' AND state = 'queued'
        ORDER BY priority, created_at, rowid LIMIT 1`,
  )
  return row === undefined ? undefined : readingOf(QueueRow.parse(row))
}

const readingOf = (row: z.infer<typeof QueueRow>): QueuedReading => ({
  jobId: row.id,
  evidenceId: row.evidence_id,
  caseId: row.case_id,
  label: row.label,
  attempts: row.attempts,
})

/** How many wait. */
export const count = (tx: ReadTx): number =>
  Number(tx.one(sql`SELECT COUNT(*) AS count FROM jobs WHERE kind = 'read' AND state = 'queued'`)?.["count"])

/** Counted before the first byte is parsed, so that it is remembered when nothing else can be. */
export const begin = (tx: WriteTx, { jobId, evidenceId }: QueuedReading): void => {
  tx.run(sql`UPDATE jobs SET attempts = attempts + 1, changed_at = ${tx.now} WHERE id = ${jobId}`)
  tx.run(sql`UPDATE evidence_reading SET state = 'reading' WHERE evidence_id = ${evidenceId}`)
}

/** A page more is kept: what comes next is not the same attempt. */
export const advanced = (tx: WriteTx, { jobId }: QueuedReading): void => {
  tx.run(sql`UPDATE jobs SET attempts = 1, changed_at = ${tx.now} WHERE id = ${jobId}`)
}

/** Stopped by the person, which is no fault of the item: it waits as if it had not been begun. */
export const rest = (tx: WriteTx, { jobId, evidenceId, attempts }: QueuedReading): void => {
  tx.run(sql`UPDATE jobs SET attempts = ${attempts} WHERE id = ${jobId}`)
  tx.run(sql`UPDATE evidence_reading SET state = 'waiting' WHERE evidence_id = ${evidenceId}`)
}

/** Takes the item out of the queue; what came of it stands in evidence_reading. */
export const finish = (tx: WriteTx, jobId: JobId): void => {
  tx.run(sql`DELETE FROM jobs WHERE id = ${jobId}`)
}

/** At unlock: what was being read when the program ended waits again. */
export const resume = (tx: WriteTx): void => {
  tx.run(sql`UPDATE evidence_reading SET state = 'waiting' WHERE state = 'reading'`)
}

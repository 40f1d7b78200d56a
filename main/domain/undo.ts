import { Fault } from "../../shared/faults.ts"
import type { CaseId, EvidenceId, JobId } from "../../shared/model/ids.ts"
import { append } from "../vault/audit.ts"
import { rowFromJson } from "../vault/history.ts"
import { sql, type SqlValue } from "../vault/sql.ts"
import { type CoveredTable, coveredTables } from "../vault/tables.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import * as readingQueue from "./reading-queue.ts"
import { sync } from "./record-refs.ts"
import { kindOfTable, plainKindOf } from "./record-store.ts"

/** A row that an act wrote, in the order of writing; rows of `history` stand where the change was made. */
export interface Written {
  readonly table: string
  readonly id: string
}

interface Step {
  readonly table: CoveredTable
  readonly id: string
  /** What stood before; null where the row was not there. */
  readonly before: Row | null
  /** What the act left; null where it removed the row, undefined where it was added whole. */
  readonly after: Row | null | undefined
}

const isCovered = (table: string): table is CoveredTable => (coveredTables as readonly string[]).includes(table)

const stampColumns = ["changed_at", "changed_by"]

const changeOf = (tx: ReadTx, historyId: string): Step => {
  const row = tx.one(sql`SELECT table_name, row_id, before, after FROM history WHERE id = ${historyId}`)
  if (row === undefined) throw new Fault("undo-stale")
  return {
    table: row["table_name"] as CoveredTable,
    id: String(row["row_id"]),
    before: rowFromJson(String(row["before"])),
    after: row["after"] === null ? null : rowFromJson(String(row["after"])),
  }
}

/** The steps of an act in order: each change from the history, each added row without one. */
const stepsOf = (tx: ReadTx, written: readonly Written[]): Step[] => {
  const changes = written.filter(({ table }) => table === "history").map(({ id }) => changeOf(tx, id))
  const changed = new Set(changes.map(({ table, id }) => `${table}/${id}`))
  const added = written
    .filter(({ table, id }) => isCovered(table) && !changed.has(`${table}/${id}`))
    .map(({ table, id }): Step => ({ table: table as CoveredTable, id, before: null, after: undefined }))
  // Subtle: what was added is what others may hang on, so it goes last when all is taken back.
  return [...added, ...changes]
}

const stands = (tx: ReadTx, { table, id }: Step): Row | undefined =>
  // Subtle: `table` comes from our own closed list.
  tx.one({ text: `SELECT * FROM ${table} WHERE id = ?`, values: [id] })

const isSame = (left: SqlValue | undefined, right: SqlValue | undefined): boolean =>
  left instanceof Uint8Array && right instanceof Uint8Array
    ? Buffer.compare(left, right) === 0
    : (left ?? null) === (right ?? null)

/** Nobody changed the row since: else the act can no longer be taken back without losing that. */
const mustBeUnchanged = (now: Row | undefined, { after }: Step): void => {
  if (after === null ? now !== undefined : now === undefined) throw new Fault("undo-stale")
  for (const [column, value] of Object.entries(after ?? {}))
    if (!stampColumns.includes(column) && !isSame(now?.[column], value)) throw new Fault("undo-stale")
}

const withoutStamps = (row: Row): Record<string, SqlValue> =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !stampColumns.includes(column)))

const takeBack = (tx: WriteTx, step: Step): void => {
  const { table, id, before, after } = step
  mustBeUnchanged(stands(tx, step), step)
  if (before === null) tx.remove(table, id)
  else if (after === null) tx.restore(table, id)
  else tx.update(table, id, withoutStamps(before))
}

/** What was read of a removed item went with it: it is read again. */
const readAgain = (tx: WriteTx, evidenceId: EvidenceId, jobId: JobId): void => {
  const row = tx.one(sql`SELECT e.case_id, e.original_name FROM evidence e WHERE e.id = ${evidenceId}
    AND NOT EXISTS (SELECT 1 FROM evidence_reading r WHERE r.evidence_id = e.id)`)
  if (row === undefined) return
  readingQueue.add(tx, { jobId, evidenceId, caseId: row["case_id"] as CaseId, label: String(row["original_name"]) })
}

const resync = (tx: WriteTx, { table, id }: Step, newId: () => string): void => {
  if (table === "evidence") readAgain(tx, id as EvidenceId, newId() as JobId)
  const kind = kindOfTable(table) ?? plainKindOf(tx, id)
  if (kind !== undefined) sync(tx, { kind, id })
  else if (table === "records") {
    tx.run(sql`DELETE FROM record_refs WHERE from_id = ${id}`)
    tx.run(sql`DELETE FROM record_tags WHERE id = ${id}`)
  }
}

interface TakenBack {
  readonly written: readonly Written[]
  /** Said of it in the log, such as "incident.undone". */
  readonly verb: string
  readonly subjectId: string
  readonly newId: () => string
}

/**
 * Takes an act back: its steps in reverse order, each only if nobody changed the row since. The transaction that does
 * it can be taken back likewise: that is redo.
 * @throws Fault "undo-stale"
 */
export const undo = (tx: WriteTx, { written, verb, subjectId, newId }: TakenBack): void => {
  const steps = stepsOf(tx, written).reverse()
  for (const step of steps) takeBack(tx, step)
  for (const step of steps) resync(tx, step, newId)
  append(tx, { verb, subjectKind: verb.split(".", 1)[0] ?? "", subjectId })
}

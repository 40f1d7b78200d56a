import type { HolderId, Instant } from "../../shared/model/ids.ts"
import type { Sql, SqlValue } from "./sql.ts"
import type { CoveredTable } from "./tables.ts"

export type { SqlValue } from "./sql.ts"

/** A row as SQLite gives it: column → value. Parse it before use. */
export type Row = Readonly<Record<string, SqlValue>>

/** Reading. Statements must be SELECT (or WITH … SELECT); anything else throws Fault "internal". */
export interface ReadTx {
  /** The first row, or undefined. */
  one(statement: Sql): Row | undefined
  all(statement: Sql): Row[]
}

/**
 * Writing. Synchronous: all of it commits, or a throw rolls all of it back.
 * `insert`, `update` and `remove` are for the tables of the audit chain (`coveredTables`). They fill created_at,
 * created_by, changed_at and changed_by and the sort columns themselves, keep the history, and oblige the
 * transaction to `append` at least one audit entry.
 */
export interface WriteTx extends ReadTx {
  readonly now: Instant
  readonly holderId: HolderId
  /** `row.id` is a random UUID. */
  insert(table: CoveredTable, row: Readonly<Record<string, SqlValue>>): void
  /** Changes what differs; nothing at all when nothing differs. @throws Fault "not-found" */
  update(table: CoveredTable, id: string, patch: Readonly<Record<string, SqlValue>>): void
  /** Takes the row away; its last state stays in the history. @throws Fault "not-found", "record-in-use" */
  remove(table: CoveredTable, id: string): void
  /** Brings the last removed row of that id back as it was. @throws Fault "not-found" */
  restore(table: CoveredTable, id: string): void
  /** INSERT, UPDATE, DELETE or REPLACE on a table outside the chain (`outsideTables`). Gives the rows changed. */
  run(statement: Sql): number
  /** Rows of the chain's tables written so far, each where it was written last; rows of the history are left out. */
  touched(): { readonly table: CoveredTable; readonly id: string }[]
  /** See `audit.append`, which is how it is called. */
  append(line: AuditLine): void
}

/** One line of the audit log: what was done to what. Ids and verbs only, never content. */
export interface AuditLine {
  /** Noun and past tense, such as "incident.added". */
  readonly verb: string
  readonly subjectKind: string
  readonly subjectId: string
}

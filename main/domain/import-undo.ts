import type { KeptRecord } from "../../shared/contract/exchange.ts"
import { Fault } from "../../shared/faults.ts"
import { append } from "../vault/audit.ts"
import { rowFromJson } from "../vault/history.ts"
import { sql, type SqlValue } from "../vault/sql.ts"
import type { CoveredTable } from "../vault/tables.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import * as imports from "./imports.ts"
import { find, kindOfTable, plainKindOf } from "./record-store.ts"
import { sync } from "./record-refs.ts"
import { refuseHeld } from "./record-remove.ts"

/** Tables whose rows are nothing without a record: the column that names it. */
const owners: Partial<Record<CoveredTable, string>> = { actor_names: "actor_id", actor_identifiers: "actor_id" }

interface Part {
  readonly table: CoveredTable
  readonly id: string
}

/** One record that came in, with the rows it is made of; the record's own row is first. */
interface Unit {
  readonly id: string
  readonly parts: readonly Part[]
}

const rowOf = (tx: ReadTx, { table, id }: Part): Row | undefined =>
  // Subtle: `table` comes from our own closed list.
  tx.one({ text: `SELECT * FROM ${table} WHERE id = ?`, values: [id] })

/** Units in the order in which they were written. Rows that somebody took away since belong to none. */
const unitsOf = (tx: ReadTx, rows: imports.RowIds): Map<string, Unit> => {
  const units = new Map<string, { id: string; parts: Part[] }>()
  const entries = Object.entries(rows) as [CoveredTable, readonly string[]][]
  for (const [table, ids] of entries)
    for (const id of ids) {
      const part = { table, id }
      const owner = owners[table]
      const row = rowOf(tx, part)
      if (row === undefined) continue
      const unitId = owner === undefined ? id : String(row[owner])
      const unit = units.get(unitId) ?? { id: unitId, parts: [] }
      if (owner === undefined) unit.parts.unshift(part)
      else unit.parts.push(part)
      units.set(unitId, unit)
    }
  return units
}

const stamps = new Set(["changed_at", "changed_by"])

const isSame = (left: SqlValue | undefined, right: SqlValue | undefined): boolean =>
  left instanceof Uint8Array && right instanceof Uint8Array
    ? Buffer.compare(left, right) === 0
    : (left ?? null) === (right ?? null)

/** The row says something else than when it came in. What was changed and changed back is as it came. */
const isEdited = (tx: ReadTx, part: Part, importedAt: string): boolean => {
  const changes = tx.all(sql`SELECT before FROM history
    WHERE table_name = ${part.table} AND row_id = ${part.id} AND at > ${importedAt} ORDER BY at DESC, rowid DESC`)
  if (changes.length === 0) return false
  const now = rowOf(tx, part)
  let then: Row = now ?? {}
  for (const change of changes) then = { ...then, ...rowFromJson(String(change["before"])) }
  return Object.entries(then).some(([column, value]) => !stamps.has(column) && !isSame(now?.[column], value))
}

/** What may hang on a record: table and column by which it does. */
const hanging: readonly (readonly [CoveredTable, string])[] = [
  ["actor_names", "actor_id"],
  ["actor_identifiers", "actor_id"],
  ["involvements", "actor_id"],
  ["involvements", "incident_id"],
  ["pseudonyms", "actor_id"],
  ["redaction_boxes", "actor_id"],
  ["links", "target_id"],
  ["notes", "subject_id"],
]

const hangers: readonly string[] = [
  ...hanging.map(([table, column]) => `SELECT id FROM ${table} WHERE ${column} = ?`),
  "SELECT from_id AS id FROM record_refs WHERE to_id = ?",
]
const hangersText = hangers.join(" UNION ALL ")

/** Somebody has since said something of the record: it is not only the import's any more. */
const isUsed = (tx: ReadTx, { id }: Unit, going: ReadonlySet<string>): boolean =>
  tx.all({ text: hangersText, values: hangers.map(() => id) }).some((row) => !going.has(String(row["id"])))

interface Judged {
  readonly going: readonly Unit[]
  readonly kept: readonly KeptRecord[]
}

const kept = (tx: ReadTx, { id, parts }: Unit, why: KeptRecord["why"]): KeptRecord => {
  const kind = kindOfTable(parts[0]?.table ?? "") ?? plainKindOf(tx, id) ?? null
  return { kind, id, title: kind === null ? "" : (find(tx, { kind, id })?.title ?? ""), why }
}

const judge = (tx: ReadTx, units: ReadonlyMap<string, Unit>, importedAt: string): Judged => {
  const edited = [...units.values()].filter(({ parts }) => parts.some((part) => isEdited(tx, part, importedAt)))
  const stays = new Map<Unit, KeptRecord["why"]>(edited.map((unit) => [unit, "edited"]))
  for (;;) {
    const left = [...units.values()].filter((unit) => !stays.has(unit))
    const going = new Set(left.flatMap(({ parts }) => parts.map(({ id }) => id)))
    const used = left.filter((unit) => isUsed(tx, unit, going))
    // What stays may hang on what would go: then that stays too, and so on.
    for (const unit of used) stays.set(unit, "used")
    if (used.length === 0) return { going: left, kept: [...stays].map(([unit, why]) => kept(tx, unit, why)) }
  }
}

const takeAway = (tx: WriteTx, { parts }: Unit): void => {
  const [own, ...children] = parts
  for (const { table, id } of children.reverse()) tx.remove(table, id)
  if (own === undefined) return
  const { table, id } = own
  const kind = kindOfTable(table) ?? plainKindOf(tx, id)
  tx.remove(table, id)
  if (kind !== undefined) sync(tx, { kind, id })
}

/** What an undo of the import would take back, and what would stay. @throws Fault "not-found", "nothing-to-undo" */
export const judged = (tx: ReadTx, id: string): Judged => {
  const { at, undoneAt } = imports.show(tx, id)
  if (undoneAt !== null) throw new Fault("nothing-to-undo")
  return judge(tx, unitsOf(tx, imports.rowIds(tx, id)), at)
}

/**
 * Takes a whole import back, in one act: every record that is as it came in and on which nothing hangs. All of it stays in
 * the history; the act can be taken back likewise.
 * @throws Fault "not-found", "nothing-to-undo", "legal-hold"
 */
export const undo = (tx: WriteTx, id: string): Judged => {
  refuseHeld(tx, imports.show(tx, id).caseId)
  const done = judged(tx, id)
  for (const unit of [...done.going].reverse()) takeAway(tx, unit)
  tx.update("imports", id, { undone_at: tx.now, undone: done.going.length })
  append(tx, { verb: "import.undone", subjectKind: "import", subjectId: id })
  return done
}

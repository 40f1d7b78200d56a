import { Fault } from "../../shared/faults.ts"
import { type FieldValue, isUnsaid, type RecordRef } from "../../shared/model/field.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import { append } from "../vault/audit.ts"
import { type Sql, sql } from "../vault/sql.ts"
import type { CoveredTable } from "../vault/tables.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import { refuseCircles } from "./record-circles.ts"
import { mergedAnswers, type Pair, type Sides } from "./record-merge-answers.ts"
import { movePseudonyms, relabelBoxes } from "./record-merge-names.ts"
import { pointersTo, sync } from "./record-refs.ts"
import { refuseHeld, takeAway } from "./record-remove.ts"
import { find, isBase, mustFind, tableOf } from "./record-store.ts"
import { update } from "./record.ts"

const rowsBy = (tx: ReadTx, statement: Sql): Row[] => tx.all(statement)

/** Parts that say how the two hang together: of one record they say nothing. */
const tiesBetween = (tx: ReadTx, { keep, lose }: Pair): RecordRef[] =>
  [keep, lose].flatMap((from) => {
    const other = from === keep ? lose : keep
    return pointersTo(tx, other)
      .filter(({ from: { kind }, field }) => (kind === "relation" || kind === "affiliation") && field === "to")
      .flatMap(({ from: ref }) => (find(tx, ref)?.parent?.id === from ? [ref] : []))
  })

const exchange = (value: FieldValue | undefined, { kind, keep, lose }: Pair): FieldValue | null => {
  if (value === undefined || isUnsaid(value)) return null
  if (!Array.isArray(value)) return { kind, id: keep }
  const refs = (value as readonly RecordRef[]).map((ref) => (ref.id === lose ? { kind, id: keep } : ref))
  return refs.filter((ref, index) => refs.findIndex(({ id }) => id === ref.id) === index)
}

/** Records that name the lost one name the kept one; its parts become parts of that. Changed ones are given back. */
const movePointers = (tx: WriteTx, pair: Pair): RecordRef[] => {
  const moved: RecordRef[] = []
  for (const { from, field } of pointersTo(tx, pair.lose)) {
    const record = find(tx, from)
    // An involvement has its ends in columns of its own: `moveInvolvements`.
    if (record === undefined || (field === "parent" && isBase(from.kind))) continue
    if (from.id === pair.keep || from.id === pair.lose) continue
    if (field === "parent") tx.update("records", from.id, { parent_id: pair.keep })
    else update(tx, from, { [field]: exchange(record.fields[field], pair) })
    sync(tx, from)
    moved.push(from)
  }
  return moved
}

/** What the two said of each other in their own fields falls away. */
const withoutEachOther = (tx: WriteTx, pair: Pair): void => {
  for (const [id, other] of [
    [pair.keep, pair.lose],
    [pair.lose, pair.keep],
  ] as const) {
    const record = mustFind(tx, { kind: pair.kind, id })
    for (const name of Object.keys(kindOf(pair.kind).fields)) {
      const value = record.fields[name]
      if (value === undefined || isUnsaid(value) || typeof value !== "object") continue
      if (!JSON.stringify(value).includes(other)) continue
      const left = Array.isArray(value) ? (value as readonly RecordRef[]).filter((ref) => ref.id !== other) : []
      update(tx, { kind: pair.kind, id }, { [name]: left.length === 0 ? null : left })
    }
  }
}

const isBare = (tx: ReadTx, row: Row): boolean =>
  row["fields"] === null && pointersTo(tx, String(row["id"])).length === 0

/** The same role in the same incident, said twice with the same note, is said once; any other both times. */
const moveInvolvements = (tx: WriteTx, { kind, keep, lose }: Pair): void => {
  const column = kind === "actor" ? "actor_id" : "incident_id"
  const of = (id: string): Row[] =>
    rowsBy(tx, { text: `SELECT * FROM involvements WHERE ${column} = ? ORDER BY created_at, id`, values: [id] })
  const alike = (left: Row, right: Row): boolean =>
    left["role"] === right["role"] &&
    (left["note"] === right["note"] || right["note"] === "") &&
    (kind === "actor" ? left["incident_id"] === right["incident_id"] : left["actor_id"] === right["actor_id"])
  const known = of(keep)
  for (const row of of(lose)) {
    const id = String(row["id"])
    if (isBare(tx, row) && known.some((other) => alike(other, row))) tx.remove("involvements", id)
    else tx.update("involvements", id, { [column]: keep })
    sync(tx, { kind: "involvement", id })
  }
}

const moveParts = (tx: WriteTx, table: "actor_names" | "actor_identifiers", { keep, lose }: Pair): void => {
  const of = (id: string): Row[] =>
    rowsBy(tx, { text: `SELECT * FROM ${table} WHERE actor_id = ? ORDER BY position`, values: [id] })
  const known = of(keep)
  const same = (left: Row, right: Row): boolean =>
    left["text"] === right["text"] && (table === "actor_names" || left["kind"] === right["kind"])
  let position = known.length
  for (const row of of(lose)) {
    const id = String(row["id"])
    if (known.some((other) => same(other, row))) tx.remove(table, id)
    else tx.update(table, id, { actor_id: keep, position: position++ })
  }
}

const moveRows = (tx: WriteTx, table: CoveredTable, column: string, statement: Sql, keep: string): string[] =>
  rowsBy(tx, statement).map((row) => {
    const id = String(row["id"])
    tx.update(table, id, { [column]: keep })
    return id
  })

const moveLinksAndNotes = (tx: WriteTx, { kind, keep, lose }: Pair): void => {
  const linked = sql`SELECT id FROM links WHERE target_kind = ${kind} AND target_id = ${lose}`
  for (const id of moveRows(tx, "links", "target_id", linked, keep)) sync(tx, { kind: "link", id })
  moveRows(tx, "notes", "subject_id", sql`SELECT id FROM notes WHERE subject_id = ${lose}`, keep)
}

export interface Merge extends Pair {
  /** Whose answer stays where both gave one; the kept record's where nothing is said. */
  readonly sides: Sides
  readonly noteId: string
}

/**
 * Makes one of two records that are the same: all that was known of `lose` is known of `keep`, in one act that one undo
 * takes back. What is not kept stays in the history of `keep`.
 * @throws Fault "not-found", "bad-input" (itself, or another case), "legal-hold", "record-circle"
 */
export const merge = (tx: WriteTx, { noteId, sides, ...pair }: Merge): void => {
  const { kind, keep, lose } = pair
  const kept = mustFind(tx, { kind, id: keep })
  const lost = mustFind(tx, { kind, id: lose })
  if (keep === lose || kept.caseId !== lost.caseId) throw new Fault("bad-input", { field: "lose" })
  refuseHeld(tx, kept.caseId)
  for (const tie of tiesBetween(tx, pair)) if (find(tx, tie) !== undefined) takeAway(tx, tie)
  withoutEachOther(tx, pair)
  const answers = mergedAnswers(tx, pair, sides)
  if (kind === "actor") {
    relabelBoxes(tx, { ...pair, caseId: kept.caseId })
    movePseudonyms(tx, pair)
    moveParts(tx, "actor_names", pair)
    moveParts(tx, "actor_identifiers", pair)
  }
  const moved = movePointers(tx, pair)
  moveInvolvements(tx, pair)
  moveLinksAndNotes(tx, pair)
  // Subtle: read by the history of the kept record; it is no note that anybody wrote.
  tx.insert("notes", { id: noteId, subject_kind: "merged", subject_id: keep, text: lose })
  tx.update(tableOf(kind), keep, answers)
  tx.remove(tableOf(kind), lose)
  sync(tx, { kind, id: keep })
  sync(tx, { kind, id: lose })
  for (const ref of moved) refuseCircles(tx, ref)
  append(tx, { verb: `${kind}.merged`, subjectKind: kind, subjectId: keep })
}

import type { FieldChange as ShownChange } from "../../shared/contract/record.ts"
import type { RecordRef } from "../../shared/model/field.ts"
import { changesOf } from "../vault/history.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, Row } from "../vault/tx.ts"
import { fieldsOf, tableOf } from "./record-store.ts"

type FieldChange = Omit<ShownChange, "byName">

/** Columns that repeat what others say. */
const derived = /(_sort|_earliest|_latest)$|^(changed_at|changed_by|created_at|created_by|fields)$/
/** Columns that say which row it is. */
const own = new Set(["id", "case_id"])
const repeated = new Set(["title", "dates_edtf", "state"])

const jsonOf = (row: Row): string | null => (typeof row["fields"] === "string" ? row["fields"] : null)

/** The columns and the declared fields of a row's image, as one. */
const answers = (row: Row, plain: boolean): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.entries(row).filter(([column]) => !derived.test(column) && !(plain && repeated.has(column))),
  ),
  ...fieldsOf(jsonOf(row)),
})

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== ""

/** What a record that was merged into this one said, where this one says otherwise now. */
const merged = (row: Row, now: Row, plain: boolean, { at, by }: Pick<FieldChange, "at" | "by">): FieldChange[] => {
  const [was, is] = [answers(row, plain), answers(now, plain)]
  return Object.keys(was)
    .filter((field) => !own.has(field) && isSaid(was[field]) && !same(was[field], is[field]))
    .map((field) => ({ at, by, what: "merged", field, from: was[field], to: is[field] ?? null }))
}

const idsOfMerged = (tx: ReadTx, id: string): string[] =>
  tx
    .all(sql`SELECT text FROM notes WHERE subject_id = ${id} AND subject_kind = 'merged' ORDER BY created_at`)
    .map((row) => String(row["text"]))

const changesIn = (tx: ReadTx, ref: RecordRef, now: Row | undefined): FieldChange[] => {
  const table = tableOf(ref.kind)
  const plain = table === "records"
  return changesOf(tx, table, ref.id).flatMap(({ at, by, before, after }): FieldChange[] => {
    if (after === null)
      return now === undefined
        ? [{ at, by, what: "removed", field: "", from: null, to: null }]
        : merged(before, now, plain, { at, by })
    const [was, is] = [answers(before, plain), answers(after, plain)]
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((field) => !same(was[field] ?? null, is[field] ?? null))
      .map((field) => ({ at, by, what: "changed", field, from: was[field] ?? null, to: is[field] ?? null }))
  })
}

/** Every change of every field, newest first; with what was said of records that were merged into this one. */
export const history = (tx: ReadTx, ref: RecordRef): FieldChange[] => {
  // Subtle: the table comes from our own closed list.
  const now = tx.one({ text: `SELECT * FROM ${tableOf(ref.kind)} WHERE id = ?`, values: [ref.id] }) ?? {}
  const others = idsOfMerged(tx, ref.id).flatMap((id) => changesIn(tx, { kind: ref.kind, id }, now))
  const all = [...changesIn(tx, ref, undefined), ...others]
  return all.toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0)).reverse()
}

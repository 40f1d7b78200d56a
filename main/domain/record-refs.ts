import { type Field, type FieldValue, isUnsaid, type RecordRef } from "../../shared/model/field.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"
import { find, type StoredRecord } from "./record-store.ts"

/** One thing that points at a record, by which field. "parent" where it is a part of it. */
export interface Pointer {
  readonly from: RecordRef
  readonly field: string
}

const refsIn = (field: Field, value: FieldValue | undefined): readonly RecordRef[] => {
  if (value === undefined || isUnsaid(value)) return []
  if (field.type === "ref") return [value as RecordRef]
  if (field.type === "refs") return value as readonly RecordRef[]
  return []
}

/** Every record that this one names, by field. */
export const refsOf = ({ kind, fields }: Pick<StoredRecord, "kind" | "fields">): { field: string; to: RecordRef }[] =>
  Object.entries(kindOf(kind).fields).flatMap(([name, field]) =>
    refsIn(field, fields[name]).map((to) => ({ field: name, to })),
  )

const tagsOf = ({ kind, fields }: StoredRecord): readonly string[] =>
  Object.entries(kindOf(kind).fields).flatMap(([name, field]) => {
    const value = fields[name]
    return field.type === "tags" && Array.isArray(value) ? (value as readonly string[]) : []
  })

/**
 * Writes anew what a record points at and is tagged with, or takes it away when the record is gone. Called after every
 * write of a record, undo included.
 */
export const sync = (tx: WriteTx, ref: RecordRef): void => {
  tx.run(sql`DELETE FROM record_refs WHERE from_id = ${ref.id}`)
  tx.run(sql`DELETE FROM record_tags WHERE id = ${ref.id}`)
  const record = find(tx, ref)
  if (record === undefined) return
  // Links and involvements have their ends in columns of their own.
  const parents = record.parent === null || ref.kind === "link" ? [] : [{ field: "parent", to: record.parent }]
  for (const { field, to } of [...parents, ...refsOf(record)])
    tx.run(sql`INSERT OR IGNORE INTO record_refs (from_kind, from_id, field, to_kind, to_id)
      VALUES (${ref.kind}, ${ref.id}, ${field}, ${to.kind}, ${to.id})`)
  for (const tag of new Set(tagsOf(record)))
    tx.run(sql`INSERT OR IGNORE INTO record_tags (case_id, tag, kind, id)
      VALUES (${record.caseId}, ${tag}, ${ref.kind}, ${ref.id})`)
}

/** What names this record, by field, in the order of kinds. Links and involvements are asked for by their own calls. */
export const pointersTo = (tx: ReadTx, id: string): Pointer[] =>
  tx
    .all(sql`SELECT from_kind, from_id, field FROM record_refs WHERE to_id = ${id} ORDER BY from_kind, field, from_id`)
    .map((row) => ({
      from: { kind: row["from_kind"], id: row["from_id"] } as RecordRef,
      field: String(row["field"]),
    }))

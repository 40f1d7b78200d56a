import type { FieldChange } from "../../shared/contract/record.ts"
import type { RecordRef } from "../../shared/model/field.ts"
import { changesOf } from "../vault/history.ts"
import type { ReadTx, Row } from "../vault/tx.ts"
import { fieldsOf, tableOf } from "./record-store.ts"

/** Columns that repeat what others say. */
const derived = /(_sort|_earliest|_latest)$|^(changed_at|changed_by|created_at|created_by|fields)$/
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

/** Every change of every field, newest first. */
export const history = (tx: ReadTx, ref: RecordRef): FieldChange[] => {
  const table = tableOf(ref.kind)
  const plain = table === "records"
  return changesOf(tx, table, ref.id)
    .flatMap(({ at, by, before, after }): FieldChange[] => {
      if (after === null) return [{ at, by, what: "removed", field: "", from: null, to: null }]
      const [was, is] = [answers(before, plain), answers(after, plain)]
      return [...new Set([...Object.keys(was), ...Object.keys(is)])]
        .filter((field) => !same(was[field] ?? null, is[field] ?? null))
        .map((field) => ({ at, by, what: "changed", field, from: was[field] ?? null, to: is[field] ?? null }))
    })
    .reverse()
}

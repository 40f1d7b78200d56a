import type { MergeKind } from "../../shared/contract/record.ts"
import type { Fields, FieldValue, FieldValues, RecordRef } from "../../shared/model/field.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import { sql } from "../vault/sql.ts"
import type { SqlValue } from "../vault/sql.ts"
import type { ReadTx, Row } from "../vault/tx.ts"
import { readDates } from "./dates.ts"
import { fieldsOf, mustFind } from "./record-store.ts"

/** The columns of a kind's own that are answers; of one record, each stands for one thing that was said. */
const ownAnswers: Readonly<Record<MergeKind, readonly string[]>> = {
  actor: ["kind", "description"],
  incident: ["title", "dates_edtf", "place", "narrative", "verification"],
}

/** Columns under the names that fronts know. */
const frontNames: Readonly<Record<string, string>> = { dates_edtf: "dates" }

/** What says nothing, so that the other's answer is taken without asking. */
const silent: Readonly<Record<string, SqlValue>> = { verification: "unverified" }

/** One question that both answered, differently. Values as they are stored. */
export interface Conflict {
  readonly field: string
  readonly keep: unknown
  readonly lose: unknown
}

export interface Pair {
  readonly kind: MergeKind
  readonly keep: string
  readonly lose: string
}

export type Sides = Readonly<Record<string, "keep" | "lose">>

const rowOf = (tx: ReadTx, { kind, id }: RecordRef): Row =>
  (kind === "actor"
    ? tx.one(sql`SELECT * FROM actors WHERE id = ${id}`)
    : tx.one(sql`SELECT * FROM incidents WHERE id = ${id}`)) ?? {}

const rightsOf = (row: Row): string[] =>
  typeof row["rights"] === "string" ? (JSON.parse(row["rights"]) as string[]) : []

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

const says = (column: string, value: SqlValue | undefined): boolean =>
  value !== undefined && value !== null && value !== "" && value !== silent[column]

/** Answers of which there may be several: both sides' are kept. */
const joins = (type: Fields[string]["type"]): boolean => type === "terms" || type === "refs" || type === "tags"

interface Both {
  readonly rows: readonly [keep: Row, lose: Row]
  readonly fields: readonly [keep: FieldValues, lose: FieldValues]
}

const bothOf = (tx: ReadTx, { kind, keep, lose }: Pair): Both => {
  mustFind(tx, { kind, id: keep })
  mustFind(tx, { kind, id: lose })
  const rows = [rowOf(tx, { kind, id: keep }), rowOf(tx, { kind, id: lose })] as const
  const [first, second] = rows.map(({ fields }) => fieldsOf(typeof fields === "string" ? fields : null))
  return { rows, fields: [first ?? {}, second ?? {}] }
}

/** What both say, each otherwise, in the order in which it is asked. @throws Fault "not-found" */
export const conflicts = (tx: ReadTx, pair: Pair): Conflict[] => {
  const {
    rows: [keep, lose],
    fields: [kept, lost],
  } = bothOf(tx, pair)
  const own = ownAnswers[pair.kind]
    .filter((name) => says(name, keep[name]) && says(name, lose[name]) && !same(keep[name], lose[name]))
    .map((name) => ({ field: frontNames[name] ?? name, keep: keep[name], lose: lose[name] }))
  const declared = Object.entries(kindOf(pair.kind).fields)
    .filter(([name, { type }]) => name in kept && name in lost && !(joins(type) && Array.isArray(kept[name])))
    .filter(([name]) => !same(kept[name], lost[name]))
    .map(([name]) => ({ field: name, keep: kept[name], lose: lost[name] }))
  return [...own, ...declared]
}

const joined = (left: readonly unknown[], right: readonly unknown[]): unknown[] => [
  ...left,
  ...right.filter((one) => !left.some((other) => same(other, one))),
]

const mergedFields = (declared: Fields, [kept, lost]: Both["fields"], sides: Sides): FieldValues => {
  const next = new Map<string, FieldValue>(Object.entries(lost))
  for (const [name, value] of Object.entries(kept)) {
    const other = next.get(name)
    const field = declared[name]
    if (field !== undefined && joins(field.type) && Array.isArray(value) && Array.isArray(other))
      next.set(name, joined(value as readonly unknown[], other as readonly unknown[]) as FieldValue)
    else if (other === undefined || sides[name] !== "lose") next.set(name, value)
  }
  return Object.fromEntries(next)
}

const mergedColumns = (kind: MergeKind, [keep, lose]: Both["rows"], sides: Sides): Record<string, SqlValue> => {
  const taken: Record<string, SqlValue> = {}
  for (const name of ownAnswers[kind]) {
    const wanted = says(name, lose[name]) && (!says(name, keep[name]) || sides[frontNames[name] ?? name] === "lose")
    if (wanted) taken[name] = lose[name] ?? null
  }
  if (typeof taken["dates_edtf"] === "string") {
    const { earliest, latest } = readDates(taken["dates_edtf"])
    Object.assign(taken, { date_earliest: earliest, date_latest: latest })
  }
  if ("place" in taken) taken["place_precision"] = lose["place_precision"] ?? "unknown"
  if (kind === "incident") taken["rights"] = JSON.stringify(joined(rightsOf(keep), rightsOf(lose)))
  // Whoever of the two is protected, the one person that they are is.
  if (kind === "actor" && lose["protected"] === 1) taken["protected"] = 1
  return taken
}

/** The columns of the record that stays. An answer that only one gave is kept; of two, the side that was chosen. */
export const mergedAnswers = (tx: ReadTx, pair: Pair, sides: Sides): Record<string, SqlValue> => {
  const { rows, fields } = bothOf(tx, pair)
  const merged = mergedFields(kindOf(pair.kind).fields, fields, sides)
  const columns = mergedColumns(pair.kind, rows, sides)
  return Object.keys(merged).length === 0 ? columns : { ...columns, fields: JSON.stringify(merged) }
}

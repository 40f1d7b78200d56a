import type { RecordView } from "../../shared/contract/record.ts"
import { Fault } from "../../shared/faults.ts"
import {
  type FieldValue,
  type FieldValues,
  isUnsaid,
  type Kind,
  type PlainKind,
  type RecordRef,
} from "../../shared/model/field.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import { append } from "../vault/audit.ts"
import type { ReadTx, SqlValue, WriteTx } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { readDates } from "./dates.ts"
import { type FieldPatch, patched } from "./record-fields.ts"
import { refuseCircles } from "./record-circles.ts"
import { refsOf, sync } from "./record-refs.ts"
import { find, isBase, mustFind, type StoredRecord, tableOf } from "./record-store.ts"

const saidText = (value: FieldValue | undefined): string => (typeof value === "string" ? value : "")

/** The first field that says something, cut to a line. A code stays a code: the window shows its words. */
const titleOf = (kind: Kind, fields: FieldValues): string =>
  kind.titleFrom
    .map((name) => saidText(fields[name]).split("\n", 1)[0]?.trim().slice(0, 300) ?? "")
    .find((text) => text !== "") ?? ""

const stateOf = (kind: Kind, fields: FieldValues): string => {
  const value = fields[kind.stateFrom]
  return isUnsaid(value) ? value.unsaid : saidText(value)
}

/** What lists of `records` sort and narrow by, repeated beside the fields. */
export const columnsOf = (kind: Kind, fields: FieldValues): Record<string, SqlValue> => {
  const dates = readDates(saidText(fields[kind.dateFrom]))
  return {
    title: titleOf(kind, fields),
    dates_edtf: dates.edtf,
    date_earliest: dates.earliest,
    date_latest: dates.latest,
    state: stateOf(kind, fields),
    fields: JSON.stringify(fields),
  }
}

/** What a record is called where another one names it. */
const labelsOf = (tx: ReadTx, record: StoredRecord): RecordView["labels"] => {
  const refs = [...refsOf(record).map(({ to }) => to), ...(record.parent === null ? [] : [record.parent])]
  return refs.flatMap((ref) => {
    const target = find(tx, ref)
    if (target === undefined) return []
    const { kind, id, title, state } = target
    return [{ kind, id, title, state, type: saidText(target.fields["type"]) }]
  })
}

export const toView = (tx: ReadTx, record: StoredRecord): RecordView => ({
  ...record,
  fields: { ...record.fields },
  labels: labelsOf(tx, record),
})

/** @throws Fault "not-found" */
export const show = (tx: ReadTx, ref: RecordRef): RecordView => toView(tx, mustFind(tx, ref))

/** A part must have its whole, of a kind that it can belong to, in the same case. */
const checkParent = (tx: ReadTx, kind: Kind, caseId: CaseId, parent: RecordRef | null): void => {
  if (parent === null) {
    if (kind.parents.length > 0) throw new Fault("bad-input", { field: "parent" })
    return
  }
  if (!kind.parents.includes(parent.kind)) throw new Fault("bad-input", { field: "parent" })
  if (mustFind(tx, parent).caseId !== caseId) throw new Fault("bad-input", { field: "parent" })
}

export interface NewRecord {
  readonly id: string
  readonly kind: PlainKind
  readonly caseId: CaseId
  readonly parent: RecordRef | null
  readonly fields: FieldPatch
}

/** @throws Fault "not-found", "bad-input", "date-unreadable", "record-circle" */
export const add = (tx: WriteTx, { id, kind: name, caseId, parent, fields: given }: NewRecord): RecordView => {
  cases.mustExist(tx, caseId)
  const kind = kindOf(name)
  checkParent(tx, kind, caseId, parent)
  const fields = patched({ tx, caseId }, kind.fields, {}, given)
  tx.insert("records", {
    id,
    case_id: caseId,
    kind: name,
    parent_kind: parent?.kind ?? "",
    parent_id: parent?.id ?? "",
    ...columnsOf(kind, fields),
  })
  sync(tx, { kind: name, id })
  refuseCircles(tx, { kind: name, id })
  append(tx, { verb: `${name}.added`, subjectKind: name, subjectId: id })
  return show(tx, { kind: name, id })
}

/**
 * Changes the declared fields of any record, those with a table of their own included. `expected`: the time of change
 * that the editor saw; a record that somebody changed since is not overwritten.
 * @throws Fault "not-found", "bad-input", "date-unreadable", "record-changed"
 */
export const update = (tx: WriteTx, ref: RecordRef, patch: FieldPatch, expected: string | null = null): RecordView => {
  const old = mustFind(tx, ref)
  if (expected !== null && expected !== old.changedAt) throw new Fault("record-changed", { kind: ref.kind })
  const kind = kindOf(ref.kind)
  const fields = patched({ tx, caseId: old.caseId }, kind.fields, old.fields, patch)
  const columns = isBase(ref.kind) ? { fields: JSON.stringify(fields) } : columnsOf(kind, fields)
  tx.update(tableOf(ref.kind), ref.id, columns)
  sync(tx, ref)
  refuseCircles(tx, ref)
  append(tx, { verb: `${ref.kind}.changed`, subjectKind: ref.kind, subjectId: ref.id })
  return show(tx, ref)
}

/** The case of a record. @throws Fault "not-found" */
export const caseOf = (tx: ReadTx, ref: RecordRef): CaseId => mustFind(tx, ref).caseId

import type { CustodySheet, SheetRow } from "../../shared/contract/custody.ts"
import { type FieldValues, isUnsaid, type LineValue, type RecordRef } from "../../shared/model/field.ts"
import type { EvidenceId } from "../../shared/model/ids.ts"
import { append } from "../vault/audit.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"
import { ofEvidence } from "./custody.ts"
import { readDates } from "./dates.ts"
import { refIn, saidIn } from "./grade.ts"
import { find, mustFind, selectOf, type StoredRecord, toStored } from "./record-store.ts"

type Warning = CustodySheet["warnings"][number]
type SheetRef = Pick<CustodySheet, "kind" | "id">

const empty: SheetRow = {
  on: "",
  verb: "",
  what: "",
  from: "",
  to: "",
  purpose: "",
  condition: "",
  seal: "",
  sha256: "",
  returned: "",
  warnings: [],
}

/** An answer in a word: its text, or why there is none. */
const answerIn = (fields: FieldValues | LineValue, name: string): string => {
  const value = fields[name]
  if (typeof value === "string") return value
  return value !== undefined && isUnsaid(value) ? value.unsaid : ""
}

const ofHandover = ({ fields }: StoredRecord): SheetRow => ({
  ...empty,
  on: saidIn(fields, "on"),
  verb: saidIn(fields, "verb"),
  from: saidIn(fields, "releasedBy"),
  to: saidIn(fields, "receivedBy"),
  purpose: saidIn(fields, "purpose"),
  condition: saidIn(fields, "condition"),
  seal: saidIn(fields, "seal"),
  sha256: saidIn(fields, "sha256"),
})

const handovers = (tx: ReadTx, id: string): SheetRow[] =>
  tx
    .all(
      sql`${selectOf("handover")} WHERE t.parent_id = ${id} AND t.kind = 'handover'
        ORDER BY t.date_earliest, t.date_latest, t.created_at, t.id`,
    )
    .map((row) => ofHandover(toStored(row)))

const inVault = (tx: ReadTx, id: string): SheetRow[] =>
  ofEvidence(tx, id as EvidenceId).map((entry) => ({
    ...empty,
    on: entry.at,
    verb: entry.verb,
    from: entry.from,
    to: entry.to === "" ? entry.who : entry.to,
    purpose: entry.how,
    condition: entry.condition,
    sha256: entry.sha256,
  }))

const isBroken = (condition: string): boolean => condition === "seal-broken"

/** Each step whose seal is another than the one before it, or broken. */
const withSeals = (rows: readonly SheetRow[], first: string): SheetRow[] => {
  let seal = first
  return rows.map((row) => {
    const differs = isBroken(row.condition) || (row.seal !== "" && seal !== "" && row.seal !== seal)
    if (row.seal !== "") seal = row.seal
    return differs ? { ...row, warnings: ["seal-differs"] } : row
  })
}

const lineRow = (line: LineValue): SheetRow => {
  const returned = answerIn(line, "returned")
  const after = answerIn(line, "returnedCondition")
  const warnings: Warning[] = [
    ...(returned === "yes" ? [] : (["not-returned"] as const)),
    ...(isBroken(after) ? (["seal-differs"] as const) : []),
    ...(answerIn(line, "disputed") === "yes" ? (["disputed"] as const) : []),
  ]
  return {
    ...empty,
    on: answerIn(line, "returnedOn"),
    what: [answerIn(line, "object"), answerIn(line, "marks")].filter((text) => text !== "").join(", "),
    purpose: answerIn(line, "remark"),
    condition: after === "" ? answerIn(line, "condition") : after,
    seal: answerIn(line, "seal"),
    returned,
    warnings,
  }
}

/** A search with neither a sanction shown nor anybody who gave it. */
const lacksSanction = (act: StoredRecord | undefined): boolean =>
  act !== undefined && act.fields["warrant"] !== "yes" && saidIn(act.fields, "warrantBy") === ""

const linesOf = ({ fields }: StoredRecord): readonly LineValue[] =>
  Array.isArray(fields["inventory"]) ? (fields["inventory"] as LineValue[]) : []

const seizedIn = (tx: ReadTx, { kind, fields }: StoredRecord): StoredRecord | undefined => {
  const ref = kind === "item" ? refIn(fields, "seizedIn") : undefined
  return ref && find(tx, ref)
}

const rowsOf = (tx: ReadTx, record: StoredRecord): SheetRow[] => {
  if (record.kind === "act") return linesOf(record).map(lineRow)
  const steps = withSeals(handovers(tx, record.id), saidIn(record.fields, "seal"))
  if (record.kind !== "evidence") return steps
  // The vault writes instants, people write EDTF: both begin with the day.
  const day = ({ on }: SheetRow): string => (on.includes("T") ? on.slice(0, 10) : readDates(on).earliest)
  return [...inVault(tx, record.id), ...steps].sort((left, right) => (day(left) < day(right) ? -1 : 1))
}

const warningsOf = (tx: ReadTx, record: StoredRecord, rows: readonly SheetRow[]): Warning[] => {
  const seizure = record.kind === "act" ? record : seizedIn(tx, record)
  const back = rows.some(({ verb }) => verb === "returned") || saidIn(record.fields, "disposition") !== ""
  const own: Warning[] = [
    ...(rows.length === 0 ? (["no-entries"] as const) : []),
    ...(lacksSanction(seizure) ? (["no-sanction"] as const) : []),
    ...(record.kind === "item" && seizure !== undefined && !back ? (["not-returned"] as const) : []),
  ]
  return [...new Set([...own, ...rows.flatMap(({ warnings }) => warnings)])]
}

const hashOf = (tx: ReadTx, { kind, id }: RecordRef): string =>
  kind === "evidence" ? String(tx.one(sql`SELECT sha256 FROM evidence WHERE id = ${id}`)?.["sha256"] ?? "") : ""

/** @throws Fault "not-found" */
export const sheet = (tx: ReadTx, { kind, id }: SheetRef): CustodySheet => {
  const record = mustFind(tx, { kind, id })
  const rows = rowsOf(tx, record)
  return {
    kind,
    id,
    caseId: record.caseId,
    title: record.title,
    marks: saidIn(record.fields, "marks"),
    seal: saidIn(record.fields, "seal"),
    held: saidIn(record.fields, kind === "evidence" ? "originalHeld" : "held"),
    sha256: hashOf(tx, record),
    rows,
    warnings: warningsOf(tx, record, rows),
  }
}

/** Said before the first byte is in the clear, so that no crash can hide that it was. @throws Fault "not-found" */
export const printBegins = (tx: WriteTx, { kind, id }: SheetRef): void => {
  mustFind(tx, { kind, id })
  append(tx, { verb: "custody.sheet-exported", subjectKind: kind, subjectId: id })
}

import type { CaseId, Language } from "../../shared/model/ids.ts"
import { listInput } from "../../shared/contract/list.ts"
import { termLists } from "../../shared/lists/all.ts"
import { identifierKinds, nameKinds } from "../../shared/model/actor.ts"
import { type Field, type FieldValue, isUnsaid, type PlaceValue } from "../../shared/model/field.ts"
import { fieldsOfTable, type TableField, type TableKind } from "../../shared/model/table-fields.ts"
import * as actors from "../domain/actor.ts"
import * as incidents from "../domain/incident.ts"
import { find } from "../domain/record-store.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { joinParts, unsaidCells } from "./cell-parts.ts"
import { escaped } from "./formulas.ts"

type Cells = Readonly<Record<string, string>>

/** A term's words, or its code where its list has the same words twice. */
const termCell = (list: keyof typeof termLists, code: string, language: Language): string => {
  const term = termLists[list].terms.find((one) => one.code === code)
  if (term === undefined) return code
  return termLists[list].terms.filter((one) => one[language] === term[language]).length > 1 ? code : term[language]
}

const placeCell = ({ text, latitude, longitude }: PlaceValue): string =>
  latitude === null || longitude === null ? text : `${text} (${latitude.toFixed(6)}, ${longitude.toFixed(6)})`.trim()

const cellOf = (field: Field, value: FieldValue | undefined, language: Language): string => {
  if (value === undefined) return ""
  if (isUnsaid(value)) return unsaidCells[value.unsaid]
  if (field.type === "term") return termCell(field.list, value as string, language)
  if (field.type === "terms")
    return joinParts((value as readonly string[]).map((code) => termCell(field.list, code, language)))
  if (field.type === "tags") return joinParts(value as readonly string[])
  if (field.type === "place") return placeCell(value as PlaceValue)
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

const incidentCells = (tx: ReadTx, caseId: CaseId, limit: number): { id: string; cells: Cells }[] =>
  incidents.list(tx, { ...listInput.parse({ caseId }), limit }).rows.map((one) => {
    const { id, title, dates, place, narrative, verification, rights } = one
    return { id, cells: { title, dates: dates.edtf, place, narrative, verification, rights: joinParts(rights) } }
  })

const actorCells = (tx: ReadTx, caseId: CaseId, limit: number): { id: string; cells: Cells }[] =>
  actors.list(tx, { ...listInput.parse({ caseId }), limit }).rows.map((one) => {
    const [first, ...others] = one.names
    const names = nameKinds.map((kind) => [kind, joinParts(others.filter((name) => name.kind === kind).map(textOf))])
    const numbers = identifierKinds.map((kind) => [
      kind,
      joinParts(one.identifiers.filter((each) => each.kind === kind).map(textOf)),
    ])
    const { id, kind, description } = one
    const own = { name: first?.text ?? "", kind, protected: one.protected ? "yes" : "no", description }
    return { id, cells: { ...own, ...(Object.fromEntries([...names, ...numbers]) as Cells) } }
  })

const textOf = ({ text }: { readonly text: string }): string => text

const rowsOf = (tx: ReadTx, kind: TableKind, caseId: CaseId): { id: string; cells: Cells }[] => {
  const most = 1_000_000
  if (kind === "incident") return incidentCells(tx, caseId, most)
  if (kind === "actor") return actorCells(tx, caseId, most)
  return tx
    .all(
      sql`SELECT id FROM records WHERE case_id = ${caseId} AND kind = ${kind} ORDER BY date_earliest, date_latest, id`,
    )
    .map((row) => ({ id: String(row["id"]), cells: {} }))
}

/** A heading that two fields share says nothing: then each is called by its name. */
const headingOf = (field: TableField, all: readonly TableField[], language: Language): string =>
  all.filter(({ label }) => label[language] === field.label[language]).length > 1 ? field.name : field.label[language]

const quoted = (cell: string): string => (/[",;|\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)

const line = (cells: readonly string[]): string => `${cells.map((cell) => quoted(escaped(cell))).join(",")}\r\n`

/**
 * Every record of a kind as CSV (RFC 4180), under headings in `language`, so that it can be taken in again: names,
 * identifiers and answers as they are, nothing redacted. What points at other records, and tables within a field, stay out.
 */
export const tableText = (
  tx: ReadTx,
  { kind, caseId, language }: { readonly kind: TableKind; readonly caseId: CaseId; readonly language: Language },
): { text: string; rows: number } => {
  const fields = fieldsOfTable(kind)
  const rows = rowsOf(tx, kind, caseId).map(({ id, cells }) => {
    const said = find(tx, { kind, id })?.fields ?? {}
    return fields.map(({ name, declared }) =>
      declared === undefined ? (cells[name] ?? "") : cellOf(declared, said[name], language),
    )
  })
  const used = fields.map((_, index) => index === 0 || rows.some((row) => row[index] !== ""))
  const kept = (row: readonly string[]): string[] => row.filter((_, index) => used[index])
  const head = fields.map((field) => headingOf(field, fields, language))
  return { text: [head, ...rows].map((row) => line(kept(row))).join(""), rows: rows.length }
}

import { Fault } from "../../shared/faults.ts"
import { termLists } from "../../shared/lists/all.ts"
import {
  type Field,
  type Fields,
  type FieldValue,
  type FieldValues,
  isUnsaid,
  type LineValue,
  type RecordRef,
} from "../../shared/model/field.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { readDates } from "./dates.ts"
import { find } from "./record-store.ts"

/** Where values are judged: the case that they may point into. */
interface Judged {
  readonly tx: ReadTx
  readonly caseId: CaseId
}

const refuse = (name: string): never => {
  throw new Fault("bad-input", { field: name })
}

const isTerm = (tx: ReadTx, list: keyof typeof termLists, code: string): boolean =>
  termLists[list].terms.some((term) => term.code === code) ||
  tx.one(sql`SELECT 1 AS found FROM list_terms WHERE list = ${list} AND code = ${code}`) !== undefined

const mustBeTerm = ({ tx }: Judged, list: keyof typeof termLists, code: string, name: string): string =>
  isTerm(tx, list, code) ? code : refuse(name)

/** What is pointed at must be there, and in the same case; a case may point nowhere but into itself. */
const mustPoint = ({ tx, caseId }: Judged, ref: RecordRef, name: string): RecordRef => {
  const target = find(tx, ref)
  if (target === undefined) throw new Fault("not-found", { kind: ref.kind, field: name })
  return target.caseId === caseId ? { kind: ref.kind, id: ref.id } : refuse(name)
}

const linesOf = (judged: Judged, of: Fields, lines: readonly LineValue[], name: string): readonly LineValue[] =>
  lines.map((line, index) => {
    const values = Object.entries(line).flatMap(([column, value]) => {
      const field = of[column]
      if (field === undefined) return refuse(`${name}.${index}.${column}`)
      const stored = valueOf(judged, field, value, `${name}.${index}.${column}`)
      return stored === undefined ? [] : [[column, stored] as const]
    })
    return Object.fromEntries(values) as LineValue
  })

/** As it is stored; undefined where it says nothing. @throws Fault "bad-input", "date-unreadable", "not-found" */
const valueOf = (judged: Judged, field: Field, value: FieldValue, name: string): FieldValue | undefined => {
  if (isUnsaid(value)) return value
  switch (field.type) {
    case "text":
    case "long":
      return value === "" ? undefined : value
    case "date": {
      const { edtf } = readDates(value as string)
      return edtf === "" ? undefined : edtf
    }
    case "term":
      return mustBeTerm(judged, field.list, value as string, name)
    case "terms": {
      const codes = [...new Set(value as readonly string[])]
      return codes.length === 0 ? undefined : codes.map((code) => mustBeTerm(judged, field.list, code, name))
    }
    case "ref":
      return mustPoint(judged, value as RecordRef, name)
    case "refs": {
      const refs = value as readonly RecordRef[]
      const once = refs.filter((ref, index) => refs.findIndex(({ id }) => id === ref.id) === index)
      return once.length === 0 ? undefined : once.map((ref) => mustPoint(judged, ref, name))
    }
    case "tags": {
      const tags = [...new Set(value as readonly string[])]
      return tags.length === 0 ? undefined : tags
    }
    case "lines": {
      const lines = value as readonly LineValue[]
      return lines.length === 0 ? undefined : linesOf(judged, field.of, lines, name)
    }
    case "answer":
    case "number":
    case "place":
      return value
  }
}

export type FieldPatch = Readonly<Record<string, FieldValue | null>>

/**
 * The fields of a record after `patch`: null takes an answer back. Shapes were checked at the edge; here it is judged
 * whether dates can be read, terms exist, and what is pointed at is there.
 * @throws Fault "bad-input", "date-unreadable", "not-found"
 */
export const patched = (judged: Judged, fields: Fields, old: FieldValues, patch: FieldPatch): FieldValues => {
  const next = new Map(Object.entries(old))
  for (const [name, value] of Object.entries(patch)) {
    const field = fields[name]
    if (field === undefined) return refuse(name)
    const stored = value === null ? undefined : valueOf(judged, field, value, name)
    if (stored === undefined) next.delete(name)
    else next.set(name, stored)
  }
  return Object.fromEntries(next)
}

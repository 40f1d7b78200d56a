import { Fault } from "../../shared/faults.ts"
import { termLists } from "../../shared/lists/all.ts"
import type { Field, RecordKind } from "../../shared/model/field.ts"
import type { FieldCondition } from "../../shared/model/filter.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { readDates } from "./dates.ts"
import { tableOf } from "./record-store.ts"
import { contains, queryWords } from "./words-in.ts"

/** Rows of the kind at alias t that have one of `values` in that field, through the index of values. */
export const valuesIn = (kind: RecordKind, field: string, values: Sql): Sql =>
  sql`t.id IN (SELECT id FROM record_values WHERE kind = ${kind} AND field = ${field} AND value IN (${values}))`

/** The dates said in that field which may lie in `when`, as SQL values. @throws Fault "date-unreadable" */
export const overlapping = (tx: ReadTx, kind: RecordKind, field: string, when: string): Sql => {
  const wanted = readDates(when)
  const said = tx.all(sql`SELECT DISTINCT value FROM record_values WHERE kind = ${kind} AND field = ${field}`)
  const within = said
    .map((row) => String(row["value"]))
    .filter((value) => {
      if (value.startsWith("?")) return false
      const { earliest, latest } = readDates(value)
      return (
        (wanted.latest === "" || earliest <= wanted.latest) &&
        (wanted.earliest === "" || latest === "" || latest >= wanted.earliest)
      )
    })
  return sql`SELECT value FROM json_each(${JSON.stringify(within)})`
}

/** A term with all its narrower ones: who asks for "detention" gets every kind of it. */
const withNarrower = (field: Field, codes: readonly string[]): Sql => {
  if (field.type !== "term" && field.type !== "terms") return joinSql(codes)
  const found = new Set(codes)
  // Subtle: in a shipped list the broader term stands before its narrower ones, so one pass is enough.
  for (const term of termLists[field.list].terms) if (found.has(term.parent)) found.add(term.code)
  const all = joinSql([...found])
  return sql`${all}) OR value IN (SELECT code FROM list_terms WHERE list = ${field.list} AND parent IN (${all})`
}

/** Columns of their own that answer to the name of a field. */
const columns: Readonly<Record<string, Sql>> = { "incident.verification": sql`t.verification` }

const isAny = (field: Field, { kind, field: name, is = [] }: FieldCondition): Sql => {
  const codes = is.map((code) => (code === "unknown" || code === "refused" ? [code, `?${code}`] : [code])).flat()
  const values = withNarrower(field, codes)
  return field.type === "tags"
    ? sql`t.id IN (SELECT id FROM record_tags WHERE kind = ${kind} AND tag IN (${joinSql(is)}) AND id = t.id)`
    : sql`t.id IN (SELECT id FROM record_values WHERE kind = ${kind} AND field = ${name} AND (value IN (${values})))`
}

const answered = (name: string, answer: NonNullable<FieldCondition["answer"]>): Sql => {
  const at = `$.${name}`
  switch (answer) {
    case "any":
      return sql`(json_extract(t.fields, ${at}) IS NOT NULL AND json_extract(t.fields, ${`${at}.unsaid`}) IS NULL)`
    case "none":
      return sql`json_extract(t.fields, ${at}) IS NULL`
    case "unknown":
    case "refused":
      return sql`json_extract(t.fields, ${`${at}.unsaid`}) = ${answer}`
  }
}

/** The condition on rows of its own kind at alias t. */
const ownCondition = (tx: ReadTx, condition: FieldCondition): Sql => {
  const { kind, field: name } = condition
  const field = kindOf(kind).fields[name]
  const column = columns[`${kind}.${name}`]
  if (column !== undefined) return sql`${column} IN (${joinSql(condition.is ?? [])})`
  if (field === undefined) throw new Fault("bad-input", { field: "where" })
  const parts: Sql[] = []
  if (condition.is !== undefined && condition.is.length > 0) parts.push(isAny(field, condition))
  if (condition.to !== undefined)
    parts.push(sql`t.id IN (SELECT from_id FROM record_refs WHERE to_id = ${condition.to}
      AND from_kind = ${kind} AND field = ${name})`)
  for (const word of queryWords(condition.words ?? ""))
    parts.push(contains(sql`coalesce(json_extract(t.fields, ${`$.${name}`}), '')`, word))
  if (condition.when !== undefined) {
    if (field.type !== "date") throw new Fault("bad-input", { field: "where" })
    parts.push(valuesIn(kind, name, overlapping(tx, kind, name, condition.when)))
  }
  if (condition.answer !== undefined) parts.push(answered(name, condition.answer))
  return parts.length === 0 ? sql`1` : joinSql(parts, " AND ")
}

// Subtle: the names come from our own closed list of tables.
const table = (kind: RecordKind): Sql => ({ text: tableOf(kind), values: [] })

/**
 * The condition on rows of `kind` at alias t: on themselves, on one of their parts, or on what they are a part of.
 * @throws Fault "bad-input", "date-unreadable"
 */
export const fieldCondition = (
  { tx, caseId, kind }: { readonly tx: ReadTx; readonly caseId: CaseId; readonly kind: RecordKind },
  condition: FieldCondition,
): Sql => {
  const own = sql`t.case_id = ${caseId} AND ${ownCondition(tx, condition)}`
  if (condition.kind === kind) return own
  if (kindOf(condition.kind).parents.includes(kind))
    return sql`t.id IN (SELECT t.parent_id FROM ${table(condition.kind)} t WHERE t.kind = ${condition.kind} AND ${own})`
  return sql`t.parent_id IN (SELECT t.id FROM ${table(condition.kind)} t WHERE ${own})`
}

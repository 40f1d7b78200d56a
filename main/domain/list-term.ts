import type { Output, Parsed } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import { termLists } from "../../shared/lists/all.ts"
import { kinds } from "../../shared/model/kinds.ts"
import { append } from "../vault/audit.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"

/** Terms that people added to the shipped lists, and those they used last. */
export const list = (tx: ReadTx): Output<"term.list"> => ({
  terms: tx.all(sql`SELECT list, code, parent, en, ru, kk, retired FROM list_terms ORDER BY list, code`).map((row) => ({
    list: String(row["list"]),
    code: String(row["code"]),
    parent: String(row["parent"]),
    en: String(row["en"]),
    ru: String(row["ru"]),
    kk: String(row["kk"]),
    retired: row["retired"] === 1,
  })),
  recent: recent(tx),
})

const mustBeList = (name: string): void => {
  if (!Object.hasOwn(termLists, name)) throw new Fault("bad-input", { field: "list" })
}

const rowOf = (tx: ReadTx, name: string, code: string): string | undefined =>
  tx.one(sql`SELECT id FROM list_terms WHERE list = ${name} AND code = ${code}`)?.["id"] as string | undefined

/** @throws Fault "bad-input" (no such list, no label, no such broader term) */
export const add = (tx: WriteTx, input: Parsed<"term.add"> & { readonly id: string }): { code: string } => {
  mustBeList(input.list)
  const { id, list: name, parent, en, ru, kk } = input
  if (`${en}${ru}${kk}` === "") throw new Fault("bad-input", { field: "en" })
  const shipped = termLists[name as keyof typeof termLists].terms
  if (parent !== "" && !shipped.some(({ code }) => code === parent) && rowOf(tx, name, parent) === undefined)
    throw new Fault("bad-input", { field: "parent" })
  // A code of its own kind: a later shipped term can never mean another thing by it.
  const code = `own-${id}`
  tx.insert("list_terms", { id, list: name, code, parent, en, ru, kk, retired: 0 })
  append(tx, { verb: "term.added", subjectKind: "term", subjectId: id })
  return { code }
}

/** A term in use keeps its meaning; it is only no longer offered. @throws Fault "not-found" */
export const retire = (tx: WriteTx, { list: name, code, retired }: Parsed<"term.retire">): { code: string } => {
  const id = rowOf(tx, name, code)
  if (id === undefined) throw new Fault("not-found", { kind: "term" })
  tx.update("list_terms", id, { retired: retired ? 1 : 0 })
  append(tx, { verb: "term.changed", subjectKind: "term", subjectId: id })
  return { code }
}

const recordsLooked = 200
const perList = 8

/** Codes of the records changed last, by list, each once. */
const recent = (tx: ReadTx): Record<string, string[]> => {
  const found: Record<string, string[]> = {}
  const rows = tx.all(sql`SELECT kind, fields FROM records ORDER BY rowid DESC LIMIT ${recordsLooked}`)
  for (const row of rows) {
    const fields = JSON.parse(String(row["fields"])) as Record<string, unknown>
    for (const [name, field] of Object.entries(kinds[row["kind"] as keyof typeof kinds].fields)) {
      if (field.type !== "term" && field.type !== "terms") continue
      const codes = [fields[name]].flat().filter((code) => typeof code === "string")
      const list = (found[field.list] ??= [])
      for (const code of codes) if (!list.includes(code) && list.length < perList) list.push(code)
    }
  }
  return found
}

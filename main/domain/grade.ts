import { type FieldValues, type RecordRef } from "../../shared/model/field.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { find, type StoredRecord } from "./record-store.ts"

/** The Admiralty grades as records carry them: reliability of the source A–F, credibility of the information 1–6. */
export interface Said {
  /** "" where nobody graded it. */
  readonly code: string
  readonly saidBy: RecordRef["kind"] | ""
}

const lowReliability = ["D", "E", "F"]
const lowCredibility = ["4", "5", "6"]

/** One of the two is enough: a reliable source can pass on what is doubtful. */
export const isLow = (reliability: string, credibility: string): boolean =>
  lowReliability.includes(reliability) || lowCredibility.includes(credibility)

export const saidIn = (fields: FieldValues, name: string): string => {
  const value = fields[name]
  return typeof value === "string" ? value : ""
}

export const refIn = (fields: FieldValues, name: string): RecordRef | undefined => {
  const value = fields[name]
  return typeof value === "object" && "kind" in value ? value : undefined
}

/** The first that says it, from the ground to its source. */
export const firstSaid = (chain: readonly StoredRecord[], name: "reliability" | "credibility"): Said => {
  const found = chain.find(({ fields }) => saidIn(fields, name) !== "")
  return found === undefined ? { code: "", saidBy: "" } : { code: saidIn(found.fields, name), saidBy: found.kind }
}

const evidenceOfLink = (tx: ReadTx, id: string): RecordRef | undefined => {
  const row = tx.one(sql`SELECT evidence_id FROM links WHERE id = ${id}`)
  return row === undefined ? undefined : { kind: "evidence", id: String(row["evidence_id"]) }
}

/** What one record takes its word from, one step nearer to the source. */
const sourcesOf = (tx: ReadTx, { kind, id, fields }: StoredRecord): RecordRef[] => {
  const named = (...names: string[]): RecordRef[] => names.flatMap((name) => refIn(fields, name) ?? [])
  switch (kind) {
    case "support":
      return named("statement", "passage", "evidence")
    case "statement":
      return named("source", "document")
    case "link":
      return [evidenceOfLink(tx, id)].flatMap((ref) => ref ?? [])
    case "evidence":
      return named("author")
    default:
      return []
  }
}

/** A ground and all that it takes its word from, nearest first; each once. */
export const chainOf = (tx: ReadTx, ground: StoredRecord): StoredRecord[] => {
  const chain: StoredRecord[] = [ground]
  for (const record of chain)
    for (const ref of sourcesOf(tx, record)) {
      const next = chain.some(({ id }) => id === ref.id) ? undefined : find(tx, ref)
      if (next !== undefined) chain.push(next)
    }
  return chain
}

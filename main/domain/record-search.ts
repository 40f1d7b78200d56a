import type { Output, Parsed } from "../../shared/contract/contract.ts"
import type { RecordLabel } from "../../shared/contract/record.ts"
import { sortKey } from "../../shared/sort-key.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { numberOf } from "./evidence-row.ts"
import { selectOf, toStored } from "./record-store.ts"
import { queryWords } from "./words-in.ts"

/*
 * Records of every kind by words of their titles and names, in any order: the whole title first, then titles that begin
 * so, then the rest, what was changed last first. Kazakh letters answer to the Russian ones beside them.
 */

const kinds = ["incident", "actor", "evidence", "act"] as const

const later = "\uFFFD"
const folded = (text: string): string => sortKey(text).replaceAll(later, "")
const foldedColumn = (column: Sql): Sql => sql`replace(${column}, ${later}, '')`

const holds = (column: Sql, words: readonly string[]): Sql =>
  joinSql(
    words.map((word) => sql`instr(${foldedColumn(column)}, ${folded(word)}) > 0`),
    " AND ",
  )

/** Smaller is better. */
const rankOf = (column: Sql, whole: string): Sql => {
  const at = foldedColumn(column)
  return sql`CASE WHEN ${at} = ${whole} THEN 0 WHEN substr(${at}, 1, ${whole.length}) = ${whole} THEN 1 ELSE 2 END`
}

interface Asked {
  readonly caseId: string
  readonly words: readonly string[]
  readonly whole: string
  readonly limit: number
}

/** Exported so that a test can look at their plans. */
export const searchStatement = (kind: (typeof kinds)[number], { caseId, words, whole, limit }: Asked): Sql => {
  const last = sql`ORDER BY 2, t.changed_at DESC, t.id LIMIT ${limit}`
  const title = sql`t.title_sort`
  switch (kind) {
    case "incident":
      return sql`SELECT t.id, ${rankOf(title, whole)} AS rank FROM incidents t
        WHERE t.case_id = ${caseId} AND ${holds(title, words)} ${last}`
    case "actor":
      return sql`SELECT t.id, min(${rankOf(sql`n.text_sort`, whole)}) AS rank
        FROM actors t CROSS JOIN actor_names n ON n.actor_id = t.id
        WHERE t.case_id = ${caseId} AND ${holds(sql`n.text_sort`, words)} GROUP BY t.id ${last}`
    case "evidence": {
      const number = numberOf(words.join(" ")) ?? -1
      return sql`SELECT t.id, CASE WHEN t.number = ${number} THEN 0 ELSE ${rankOf(title, whole)} END AS rank
        FROM evidence t WHERE t.case_id = ${caseId} AND (t.number = ${number} OR ${holds(title, words)}) ${last}`
    }
    case "act":
      return sql`SELECT t.id, ${rankOf(title, whole)} AS rank FROM records t
        WHERE t.case_id = ${caseId} AND t.kind NOT IN ('view', 'template') AND ${holds(title, words)} ${last}`
  }
}

interface Ranked {
  readonly label: RecordLabel
  readonly rank: number
  readonly changedAt: string
}

const labelled = (tx: ReadTx, kind: (typeof kinds)[number], ranks: ReadonlyMap<string, number>): Ranked[] => {
  const stored = tx
    .all(sql`${selectOf(kind)} WHERE t.id IN (SELECT value FROM json_each(${JSON.stringify([...ranks.keys()])}))`)
    .map(toStored)
  const byId = new Map(stored.map((one) => [one.id, one]))
  return [...ranks].flatMap(([id, rank]) => {
    const one = byId.get(id)
    if (one === undefined) return []
    const { type } = one.fields
    const label = { kind: one.kind, id, title: one.title, state: one.state, type: typeof type === "string" ? type : "" }
    return [{ label, rank, changedAt: one.changedAt }]
  })
}

const ranked = (tx: ReadTx, statement: Sql): Map<string, number> =>
  new Map(tx.all(statement).map((row) => [String(row["id"]), Number(row["rank"])]))

/** What was worked on last, where nothing is asked for yet. */
const recentStatement = (kind: "incident" | "actor" | "evidence", caseId: string, limit: number): Sql => {
  const last = sql`WHERE t.case_id = ${caseId} ORDER BY t.changed_at DESC, t.id DESC LIMIT ${limit}`
  if (kind === "incident") return sql`SELECT t.id, 0 AS rank FROM incidents t ${last}`
  return kind === "actor"
    ? sql`SELECT t.id, 0 AS rank FROM actors t ${last}`
    : sql`SELECT t.id, 0 AS rank FROM evidence t ${last}`
}

/** Without words: what was changed last. @throws Fault "not-found" */
export const search = (tx: ReadTx, { caseId, query, limit }: Parsed<"record.search">): Output<"record.search"> => {
  cases.mustExist(tx, caseId)
  const words = queryWords(query)
  const asked = { caseId, words, whole: folded(words.join(" ")), limit }
  const found =
    words.length === 0
      ? (["incident", "actor", "evidence"] as const)
          .flatMap((kind) => labelled(tx, kind, ranked(tx, recentStatement(kind, caseId, limit))))
          .sort((left, right) => (left.changedAt < right.changedAt ? 1 : -1))
      : kinds
          .flatMap((kind) => labelled(tx, kind, ranked(tx, searchStatement(kind, asked))))
          .sort((left, right) => left.rank - right.rank)
  return { found: found.slice(0, limit).map(({ label }) => label) }
}

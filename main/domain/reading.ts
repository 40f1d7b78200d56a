import { z } from "zod"
import { PageText } from "../../shared/contract/evidence.ts"
import type { FaultCode } from "../../shared/faults.ts"
import type { EvidenceId } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"

/*
 * What was read from an item: outside the audit chain, since it can be read again from the sealed original.
 */

/** One page as it was read. Sizes in points; null where there are no pages. */
export interface ReadPage extends PageText {
  /** From 1. */
  readonly page: number
  readonly width: number | null
  readonly height: number | null
}

export interface ReadFacts {
  readonly metadata: Readonly<Record<string, string>>
  readonly durationMs: number | null
}

const Words = PageText.shape.words
const PageRow = z.object({
  page: z.int(),
  width_points: z.number().nullable(),
  height_points: z.number().nullable(),
  source: PageText.shape.source,
  text: z.string(),
  words: z.string(),
})

const pageOf = (source: Row): ReadPage => {
  const { page, width_points, height_points, words, ...row } = PageRow.parse(source)
  return { ...row, page, width: width_points, height: height_points, words: Words.parse(JSON.parse(words)) }
}

/** The pages that were read so far, in order; words and all. */
export const pages = (tx: ReadTx, id: EvidenceId): ReadPage[] =>
  tx.all(sql`SELECT * FROM page_text WHERE evidence_id = ${id} ORDER BY page`).map(pageOf)

export const page = (tx: ReadTx, id: EvidenceId, number: number): ReadPage | undefined => {
  const row = tx.one(sql`SELECT * FROM page_text WHERE evidence_id = ${id} AND page = ${number}`)
  return row && pageOf(row)
}

/** The numbers of the pages that were read so far. */
export const pagesRead = (tx: ReadTx, id: EvidenceId): Set<number> =>
  new Set(tx.all(sql`SELECT page FROM page_text WHERE evidence_id = ${id}`).map((row) => Number(row["page"])))

/** Sizes of all pages in points, or undefined until all were read. */
export const pageSizes = (tx: ReadTx, id: EvidenceId): { width: number; height: number }[] | undefined => {
  const count = tx.one(sql`SELECT page_count FROM evidence_reading WHERE evidence_id = ${id} AND state = 'read'`)
  const rows = tx.all(
    sql`SELECT width_points, height_points FROM page_text
        WHERE evidence_id = ${id} AND width_points IS NOT NULL ORDER BY page`,
  )
  if (rows.length === 0 || rows.length !== count?.["page_count"]) return undefined
  return rows.map((row) => ({ width: Number(row["width_points"]), height: Number(row["height_points"]) }))
}

/** The whole text, or undefined until it was read. */
export const text = (tx: ReadTx, id: EvidenceId): string | undefined => {
  const row = tx.one(sql`SELECT text FROM evidence_text WHERE evidence_id = ${id}`)
  return row && String(row["text"])
}

/** Keeps pages as they are read, so that a long reading goes on where it was cut off. */
export const addPages = (tx: WriteTx, id: EvidenceId, read: readonly ReadPage[]): void => {
  for (const { page: number, width, height, source, text: said, words } of read) {
    tx.run(sql`INSERT INTO page_text (evidence_id, page, width_points, height_points, source, text, words)
      VALUES (${id}, ${number}, ${width}, ${height}, ${source}, ${said}, ${JSON.stringify(words)})
      ON CONFLICT (evidence_id, page) DO NOTHING`)
  }
}

/** Forgets what was read of an item: before it is read anew. */
export const forget = (tx: WriteTx, id: EvidenceId): void => {
  tx.run(sql`DELETE FROM page_text WHERE evidence_id = ${id}`)
  tx.run(sql`DELETE FROM evidence_text WHERE evidence_id = ${id}`)
}

/** Where each page begins in the whole text: `starts[0]` is page 1's. */
export const finish = (
  tx: WriteTx,
  id: EvidenceId,
  read: { facts: ReadFacts; pageCount: number | null; text: string; starts: readonly number[] },
): void => {
  read.starts.forEach((start, index) => {
    tx.run(sql`UPDATE page_text SET text_start = ${start} WHERE evidence_id = ${id} AND page = ${index + 1}`)
  })
  tx.run(sql`INSERT INTO evidence_text (evidence_id, text) VALUES (${id}, ${read.text})
             ON CONFLICT (evidence_id) DO UPDATE SET text = excluded.text`)
  tx.run(sql`UPDATE evidence_reading SET state = 'read', fault = '', page_count = ${read.pageCount},
    duration_ms = ${read.facts.durationMs}, metadata = ${JSON.stringify(read.facts.metadata)}, read_at = ${tx.now}
    WHERE evidence_id = ${id}`)
}

/** The item stays, with why it could not be read; `facts` is what was known of it by then. */
export const fail = (tx: WriteTx, id: EvidenceId, fault: FaultCode, facts: ReadFacts | undefined): void => {
  const state = fault === "kind-unsupported" ? "none" : "failed"
  tx.run(sql`UPDATE evidence_reading SET state = ${state}, fault = ${fault}, duration_ms = ${facts?.durationMs ?? null},
    metadata = ${JSON.stringify(facts?.metadata ?? {})}, read_at = ${tx.now} WHERE evidence_id = ${id}`)
}

/** A kind in which there is nothing to read. */
export const nothingToRead = (tx: WriteTx, id: EvidenceId, facts: ReadFacts): void => {
  tx.run(sql`UPDATE evidence_reading SET state = 'none', fault = '', duration_ms = ${facts.durationMs},
    metadata = ${JSON.stringify(facts.metadata)}, read_at = ${tx.now} WHERE evidence_id = ${id}`)
}

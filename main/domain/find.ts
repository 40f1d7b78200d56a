import { z } from "zod"
import type { Output, Parsed } from "../../shared/contract/contract.ts"
import { PageText } from "../../shared/contract/evidence.ts"
import { pageRect } from "../../shared/geometry.ts"
import type { AnchorPlace } from "../../shared/model/anchor.ts"
import { evidenceKinds } from "../../shared/model/evidence.ts"
import { EvidenceId } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { referenceOf } from "./evidence-row.ts"
import { findSpans, fold, type Phrase, phrasesOf, type Span } from "./phrases.ts"

type Hit = Output<"evidence.find">["hits"][number]
type Words = z.infer<typeof PageText>["words"]

const Row = z.object({
  evidence_id: EvidenceId,
  page: z.int(),
  text: z.string(),
  text_start: z.int(),
  words: z.string(),
  number: z.int(),
  title: z.string(),
  kind: z.enum(evidenceKinds),
})
type Row = z.infer<typeof Row>

const contextCharacters = 60
const hitsOfPage = 20

/** The passage with some words around it, on one line. */
const contextOf = (text: string, { start, end }: Span): string => {
  const from = Math.max(0, start - contextCharacters)
  const to = Math.min(text.length, end + contextCharacters)
  const cut = text.slice(from, to).replace(/\s+/gu, " ").trim()
  return `${from > 0 ? "…" : ""}${cut}${to < text.length ? "…" : ""}`
}

/** The rectangles of the words that `span` touches: `text` is the page's words in order, white space between. */
const rectsOf = (text: string, words: Words, span: Span) => {
  const rects = []
  let at = 0
  for (const word of words) {
    const start = text.indexOf(word.text, at)
    if (start < 0) continue
    at = start + word.text.length
    if (start < span.end && at > span.start) rects.push(pageRect(...word.rect))
    if (start >= span.end) break
  }
  return rects
}

const placeOf = (row: Row, words: Words, span: Span): AnchorPlace => {
  const quote = row.text.slice(span.start, span.end)
  if (row.kind === "pdf" || row.kind === "image")
    return { kind: "page", page: row.page, rects: rectsOf(row.text, words, span), quote }
  return { kind: "text", start: row.text_start + span.start, end: row.text_start + span.end, quote }
}

const hitsIn = (source: Row, phrases: readonly Phrase[]): Hit[] => {
  const words = PageText.shape.words.parse(JSON.parse(source.words))
  // Subtle: the index folds some letters that we do not; then the page itself is the hit.
  const spans = findSpans(source.text, phrases).slice(0, hitsOfPage)
  return (spans.length === 0 ? [{ start: 0, end: 0 }] : spans).map((span) => ({
    evidenceId: source.evidence_id,
    reference: referenceOf(source.number),
    title: source.title,
    place: placeOf(source, words, span),
    context: contextOf(source.text, span),
  }))
}

/**
 * Places in what was read of a case that hold all words of the query on one page. A word finds those that begin with
 * it; "in quotation marks" finds exactly that.
 */
export const find = (tx: ReadTx, { caseId, query, limit }: Parsed<"evidence.find">): Hit[] => {
  const phrases = phrasesOf(query)
  if (phrases.length === 0) return []
  const match = phrases.map(({ words, prefix }) => `"${words.map(fold).join(" ")}"${prefix ? "*" : ""}`).join(" ")
  const rows = tx.all(
    sql`SELECT p.evidence_id, p.page, p.text, p.text_start, p.words, e.number, e.title, e.kind
        FROM text_index JOIN page_text p ON p.number = text_index.rowid JOIN evidence e ON e.id = p.evidence_id
        WHERE text_index MATCH ${match} AND e.case_id = ${caseId}
        ORDER BY text_index.rank LIMIT ${limit}`,
  )
  return rows.flatMap((row) => hitsIn(Row.parse(row), phrases)).slice(0, limit)
}

/**
 * The proof of a file that we typeset ourselves (a dossier's own pages): judged as bytes, as objects and as text by the
 * parsers that judge redacted copies. Nothing is compared with an original, since there is none; nothing is read by OCR,
 * since every word on these pages is text that three parsers read. Outline and links are there, and are searched as objects.
 */
import type { ProofReport } from "../../shared/model/redaction.ts"
import type { ParserPool } from "../workers/pool.ts"
import { judgeSaved, provenOrNot, refuseHits, savedDocument, textJudges } from "./judge-saved.ts"
import type { NeedleSet } from "./needles.ts"

export interface TypesetProof {
  readonly pdf: Uint8Array
  readonly needles: NeedleSet
  readonly signal: AbortSignal
}

/** @throws Fault "redaction-leak", "redaction-unproven", "cancelled" */
export const proveTypeset = async (pool: ParserPool, input: TypesetProof): Promise<ProofReport> => {
  const { pdf: saved, needles, signal } = input
  const { checks, pages } = await provenOrNot(async () => {
    const judged = await judgeSaved(pool, { saved, needles, signal }, textJudges)
    const counted = await pool.run("redactionPages", { document: savedDocument(saved) }, { signal })
    return { checks: judged, pages: counted.pages.length }
  })
  refuseHits(checks)
  return {
    passed: true,
    pages,
    boxes: 0,
    needles: needles.needles.length,
    cleared: 0,
    pagesWithDoubts: [],
    checks,
    reviewed: true,
  }
}

/**
 * The proof of a file that we typeset ourselves (a dossier's own pages): judged as bytes, as objects and as text by the
 * parsers that judge redacted copies. Nothing is compared with an original, since there is none; nothing is read by OCR,
 * since every word on these pages is text that three parsers read. Outline and links are there, and are searched as objects.
 */
import { Fault, isFault } from "../../shared/faults.ts"
import type { ProofCheck, ProofReport } from "../../shared/model/redaction.ts"
import { sha256Hex } from "../crypto/hash.ts"
import type { ParserPool } from "../workers/pool.ts"
import type { NeedleSet } from "./needles.ts"

const judges = {
  "raw-bytes": "judgeRawBytes",
  "qpdf-objects": "judgeQpdf",
  "pdfium-text": "judgePdfiumText",
  "pdfjs-text": "judgePdfjsText",
} as const

const timeoutMs = 300_000

export interface TypesetProof {
  readonly pdf: Uint8Array
  readonly needles: NeedleSet
  readonly signal: AbortSignal
}

/** @throws Fault "redaction-leak", "redaction-unproven", "cancelled" */
export const proveTypeset = async (pool: ParserPool, input: TypesetProof): Promise<ProofReport> => {
  const document = { key: `typeset ${sha256Hex(input.pdf)}`, mediaType: "application/pdf", bytes: input.pdf }
  const { needles } = input.needles
  const options = { timeoutMs, signal: input.signal }
  const checks: ProofCheck[] = []
  let pages = 0
  try {
    for (const [name, operation] of Object.entries(judges)) {
      const { by, looked, hits } = await pool.run(operation, { document, needles }, options)
      checks.push({ name, by, passed: hits === 0, looked, hits })
    }
    pages = (await pool.run("redactionPages", { document }, options)).pages.length
  } catch (error) {
    if (isFault(error) && error.code === "cancelled") throw error
    throw new Fault("redaction-unproven", isFault(error) ? { cause: error.code } : {}, error)
  }
  const failed = checks.filter((check) => !check.passed)
  if (failed.length > 0) throw new Fault("redaction-leak", { checks: failed.map((check) => check.name).join(", ") })
  return { passed: true, pages, boxes: 0, needles: needles.length, checks, reviewed: true }
}

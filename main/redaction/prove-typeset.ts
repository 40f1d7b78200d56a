/**
 * The proof of a file that we typeset ourselves (a dossier's own pages): the same judges as for redacted copies, less
 * those that compare with an original, since there is none. Its metadata may be there, and is searched with the rest.
 */
import { Fault, isFault } from "../../shared/faults.ts"
import type { ProofCheck, ProofReport } from "../../shared/model/redaction.ts"
import { sha256Hex } from "../crypto/hash.ts"
import type { ParserPool } from "../workers/pool.ts"
import { findOnPage } from "./find.ts"
import { indexNeedles } from "./match.ts"
import type { NeedleSet } from "./needles.ts"
import { forEachPage, type PageWork } from "./page-work.ts"

const judges = {
  "raw-bytes": "judgeRawBytes",
  "qpdf-objects": "judgeQpdf",
  "pdfium-text": "judgePdfiumText",
  "pdfjs-text": "judgePdfjsText",
  attachments: "judgeAttachments",
} as const

/** Letters of 9 points are 18 pixels tall: what OCR reads best. */
const readingDpi = 144
const timeoutMs = 300_000

export interface TypesetProof extends PageWork {
  readonly pdf: Uint8Array
  readonly needles: NeedleSet
}

const readPages = async (pool: ParserPool, input: TypesetProof, key: string, pages: number): Promise<ProofCheck> => {
  const index = indexNeedles(input.needles.needles)
  const document = { key, mediaType: "application/pdf", bytes: input.pdf }
  let hits = 0
  await forEachPage(input, pages, async (page, options) => {
    const { lines } = await pool.run("readSaved", { document, page, dpi: readingDpi }, { timeoutMs, ...options })
    hits += findOnPage({ width: 0, height: 0, lines, images: [] }, index).length
  })
  return { name: "second-ocr", by: "Tesseract 7.0.0, proof models", passed: hits === 0, looked: pages, hits }
}

/** @throws Fault "redaction-leak", "redaction-unproven", "cancelled" */
export const proveTypeset = async (pool: ParserPool, input: TypesetProof): Promise<ProofReport> => {
  const document = { key: `typeset ${sha256Hex(input.pdf)}`, mediaType: "application/pdf", bytes: input.pdf }
  const { needles } = input.needles
  const checks: ProofCheck[] = []
  let pages = 0
  try {
    for (const [name, operation] of Object.entries(judges)) {
      const { by, looked, hits } = await pool.run(operation, { document, needles }, { timeoutMs })
      checks.push({ name, by, passed: hits === 0, looked, hits })
    }
    pages = (await pool.run("redactionPages", { document })).pages.length
    if (checks.every((check) => check.passed)) checks.push(await readPages(pool, input, document.key, pages))
  } catch (error) {
    if (isFault(error) && error.code === "cancelled") throw error
    throw new Fault("redaction-unproven", isFault(error) ? { cause: error.code } : {}, error)
  }
  const failed = checks.filter((check) => !check.passed)
  if (failed.length > 0) throw new Fault("redaction-leak", { checks: failed.map((check) => check.name).join(", ") })
  return { passed: true, pages, boxes: 0, needles: needles.length, checks, reviewed: true }
}

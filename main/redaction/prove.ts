/**
 * The proof: the saved bytes, judged by parsers that did not make them (redaction, rule 2).
 *
 *   raw-bytes       the file's bytes, in 27 byte forms of each needle
 *   qpdf-objects    every object and unpacked stream
 *   pdfium-text     the text that PDFium extracts
 *   pdfjs-text      the text that pdf.js extracts
 *   second-ocr      other models at another scale, on the saved page as PDFium draws it
 *   metadata        none · attachments, annotations, outlines, layers: none
 *   pixels-outside  16-pixel blocks that no box touches show the original, encoded alike
 *   boxes-solid     blocks inside boxes show what they show over an empty page
 */
import type { PageLine } from "../reading/page-text.ts"
import { type PageRect, pageRect } from "../../shared/geometry.ts"
import { Fault } from "../../shared/faults.ts"
import type { PatternName, ProofCheck, ProofReport } from "../../shared/model/redaction.ts"
import { sha256Hex } from "../crypto/hash.ts"
import type { ParserPool } from "../workers/pool.ts"
import { differingBlocks, placesOf } from "./blocks.ts"
import type { BurnedPage, PlacedBox } from "./burn-page.ts"
import { clearedOn, type ClearedPlace } from "./cleared.ts"
import { findOnPage } from "./find.ts"
import { checkOf, copyJudges, judgeSaved, provenOrNot, refuseHits, savedDocument } from "./judge-saved.ts"
import { indexNeedles } from "./match.ts"
import type { NeedleSet } from "./needles.ts"
import type { ProofCache } from "./page-cache.ts"
import { forEachPage, type PageWork } from "./page-work.ts"
import { patternsOnPage } from "./patterns/on-page.ts"
import { writtenScale } from "./write-pdf.ts"

/** Changes whenever pixels, boxes or judges may come out otherwise: what was proven before is then proven anew. */
export const rendererVersion = "mupdf 1.28.1, saqta 1"

export interface BurnedPageWithBoxes extends BurnedPage {
  readonly boxes: readonly PlacedBox[]
}

export interface ProofInput extends PageWork {
  /** The original, as its own pool document. */
  readonly original: { readonly key: string; readonly mediaType: string; readonly bytes: Uint8Array }
  readonly saved: Uint8Array
  readonly pages: readonly BurnedPageWithBoxes[]
  readonly rasterDpi: number
  readonly colour: boolean
  readonly needles: NeedleSet
  /** Occurrences that a person cleared: accepted in that place only, and counted. */
  readonly cleared: readonly ClearedPlace[]
  /** Identifiers of which none may be read again. */
  readonly patterns: readonly PatternName[]
  readonly reviewed: boolean
  readonly proven: ProofCache
}

const pageTimeoutMs = 180_000
const secondScale = 4 / 3
const secondMaximumPixels = 12_000_000

const provenKey = (page: BurnedPageWithBoxes, cleared: readonly ClearedPlace[], needlesDigest: string): string => {
  const boxes = JSON.stringify([
    page.boxes,
    cleared.map(({ places }) => places),
    page.width,
    page.height,
    needlesDigest,
    rendererVersion,
  ])
  return sha256Hex(page.image.data, new TextEncoder().encode(boxes))
}

/** The scale of the second OCR: a third finer than the saved pixels, within reason. */
const secondDpi = (page: BurnedPageWithBoxes): number => {
  const { width, height } = page.image
  const scale = Math.min(secondScale, Math.sqrt(secondMaximumPixels / (width * height)))
  return (72 * width * scale) / (page.width * writtenScale(page))
}

/** What was read on the written page, in the points of the original: pictures of many inches are written smaller. */
const inPageSpace = (line: PageLine, scale: number): PageLine => {
  if (scale === 1) return line
  const back = ({ x, y, width, height }: PageRect): PageRect =>
    pageRect(x / scale, y / scale, width / scale, height / scale)
  return { rect: back(line.rect), words: line.words.map((word) => ({ ...word, rect: back(word.rect) })) }
}

const readAgain = async (pool: ParserPool, input: ProofInput): Promise<ProofCheck> => {
  const document = savedDocument(input.saved)
  const index = indexNeedles(input.needles.needles)
  const digest = sha256Hex(new TextEncoder().encode(JSON.stringify([input.needles.needles, input.patterns])))
  let hits = 0
  await forEachPage(input, input.pages.length, async (number, options) => {
    const page = input.pages[number - 1]
    if (page === undefined) return
    const cleared = input.cleared.filter((one) => one.page === number)
    const key = provenKey(page, cleared, digest)
    if (input.proven.has(key)) return
    const scale = writtenScale(page)
    const boxes = page.boxes.map(({ rect: { x, y, width, height } }) =>
      pageRect(x * scale, y * scale, width * scale, height * scale),
    )
    const timed = { timeoutMs: pageTimeoutMs, ...options }
    const { lines } = await pool.run("readSaved", { document, page: number, dpi: secondDpi(page), boxes }, timed)
    const scaled = lines.map((line) => inPageSpace(line, scale))
    const isCleared = clearedOn(number, cleared, input.needles.subjects)
    const found = findOnPage({ width: page.width, height: page.height, lines: scaled, images: [] }, index).filter(
      (hit) => !isCleared(hit),
    )
    const identifiers = patternsOnPage(lines, input.patterns)
    hits += found.length + identifiers.length
    if (found.length + identifiers.length === 0) input.proven.add(key)
  })
  return checkOf("second-ocr", { by: "Tesseract 7.0.0, proof models", looked: input.pages.length, hits })
}

const comparePixels = async (pool: ParserPool, input: ProofInput): Promise<ProofCheck[]> => {
  const { original, rasterDpi, colour } = input
  const document = savedDocument(input.saved)
  const outside = { looked: 0, hits: 0 }
  const inside = { looked: 0, hits: 0 }
  let by = ""
  await forEachPage(input, input.pages.length, async (number, options) => {
    const page = input.pages[number - 1]
    if (page === undefined) return
    const timed = { timeoutMs: pageTimeoutMs, ...options }
    const shared = { document: original, page: number, boxes: page.boxes, rasterDpi, colour }
    const expected = await pool.run("expectPage", { ...shared, encoding: page.image.encoding }, timed)
    const saved = await pool.run("printSaved", { document, page: number }, timed)
    if (saved.prints === undefined) throw new Fault("redaction-unproven", { page: number })
    by = saved.by
    const places = placesOf(expected, expected.boxes)
    const without = differingBlocks(expected.clean, saved.prints, places, "outside")
    const within = differingBlocks(expected.covered, saved.prints, places, "inside")
    outside.looked += without.looked
    outside.hits += without.differing
    inside.looked += within.looked
    inside.hits += within.differing
  })
  return [checkOf("pixels-outside", { by, ...outside }), checkOf("boxes-solid", { by, ...inside })]
}

/**
 * Judges the saved bytes.
 * @throws Fault "redaction-unproven" where a judge crashed, timed out or is missing; "redaction-leak" where one found
 *   something; "cancelled"
 */
export const prove = async (pool: ParserPool, input: ProofInput): Promise<ProofReport> => {
  const checks = await provenOrNot(async () => {
    const quick = [...(await judgeSaved(pool, input, copyJudges)), ...(await comparePixels(pool, input))]
    // The slowest comes last: what fails early need not wait for it.
    return quick.every((check) => check.passed) ? [...quick, await readAgain(pool, input)] : quick
  })
  refuseHits(checks)
  return {
    passed: true,
    pages: input.pages.length,
    boxes: input.pages.reduce((sum, page) => sum + page.boxes.length, 0),
    needles: input.needles.needles.length,
    cleared: input.cleared.length,
    checks,
    reviewed: input.reviewed,
  }
}

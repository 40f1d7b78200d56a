/**
 * The proof: the saved bytes, judged by parsers that did not make them (redaction, rule 2).
 *
 *   raw-bytes       the file's bytes, in 27 byte forms of each needle
 *   qpdf-objects    every object and unpacked stream
 *   pdfium-text     the text that PDFium extracts
 *   pdfjs-text      the text that pdf.js extracts
 *   codes           bar codes, QR and other codes: none that nobody decided on, none that says a needle
 *   faces           where pages show pictures: none that nobody decided on (only where faces are asked about)
 *   second-ocr      other models at another scale, on the saved page as PDFium draws it
 *   metadata        none · attachments, annotations, outlines, layers: none
 *   pixels-outside  16-pixel blocks that no box touches show the original, encoded alike
 *   boxes-solid     blocks inside boxes show what they show over an empty page
 */
import type { PageLine } from "../reading/page-text.ts"
import { type PageRect, pageRect } from "../../shared/geometry.ts"
import { Fault, isFault } from "../../shared/faults.ts"
import type { PatternName, ProofCheck, ProofReport } from "../../shared/model/redaction.ts"
import { sha256Hex } from "../crypto/hash.ts"
import type { ParserPool } from "../workers/pool.ts"
import { type BlockPrints, differingBlocks, placesOf } from "./blocks.ts"
import type { BurnedPage, PlacedBox } from "./burn-page.ts"
import { codesLeft, type KeptCode, mrzLeft } from "./codes/placed-codes.ts"
import { clearedOn, type ClearedPlace } from "./cleared.ts"
import { codeReaderName } from "./codes/read-codes.ts"
import type { FoundFace } from "./faces/detect.ts"
import { facesName } from "./faces/face-api.ts"
import { type DecidedFaces, facesLeft } from "./faces/placed-faces.ts"
import { findOnPage } from "./find.ts"
import { checkOf, copyJudges, judgeSaved, provenOrNot, refuseHits, savedDocument } from "./judge-saved.ts"
import { indexNeedles, refuses } from "./match.ts"
import type { NeedleSet } from "./needles.ts"
import type { PageCache } from "./page-cache.ts"
import { forEachPage, type PageWork } from "./page-work.ts"
import { patternsOnPage } from "./patterns/on-page.ts"
import { writtenScale } from "./write-pdf.ts"

export interface BurnedPageWithBoxes extends BurnedPage {
  readonly boxes: readonly PlacedBox[]
  /** The original shows more there than its text says. */
  readonly hasPictures: boolean
}

export interface FaceLeft extends FoundFace {
  /** From 1. */
  readonly page: number
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
  /** Codes that a person left readable: all others must be gone. */
  readonly keptCodes: readonly KeptCode[]
  /** What a person decided about faces; undefined where nobody asked for them. */
  readonly faces: DecidedFaces | undefined
  readonly onFacesLeft: ((faces: readonly FaceLeft[]) => void) | undefined
  readonly reviewed: boolean
  readonly cache: PageCache
}

const pageTimeoutMs = 180_000
/** How much finer than the saved pixels the proof reads. */
export const proofScale = 4 / 3
const secondMaximumPixels = 12_000_000

/** The saved pixels, where boxes are in them, and how large they are written. */
const imageParts = ({ image, boxes, width, height }: BurnedPageWithBoxes) => [
  sha256Hex(image.data),
  boxes.map(({ rect }) => rect),
  width,
  height,
]

/** The scale of the second OCR: a third finer than the saved pixels, within reason. */
const secondDpi = (page: BurnedPageWithBoxes): number => {
  const { width, height } = page.image
  const scale = Math.min(proofScale, Math.sqrt(secondMaximumPixels / (width * height)))
  return (72 * width * scale) / (page.width * writtenScale(page))
}

/** Pictures of many inches are written smaller: to the points of the written page, and back to those of the original. */
const inWrittenSpace = ({ x, y, width, height }: PageRect, scale: number): PageRect =>
  pageRect(x * scale, y * scale, width * scale, height * scale)

const backInPageSpace = ({ x, y, width, height }: PageRect, scale: number): PageRect =>
  pageRect(x / scale, y / scale, width / scale, height / scale)

const inPageSpace = (line: PageLine, scale: number): PageLine => {
  if (scale === 1) return line
  const back = (rect: PageRect): PageRect => backInPageSpace(rect, scale)
  return { rect: back(line.rect), words: line.words.map((word) => ({ ...word, rect: back(word.rect) })) }
}

/** What the proof's OCR reads in the page's image; the same pixels need not be read twice, whoever is looked for in them. */
const readOnce = async (
  pool: ParserPool,
  input: ProofInput,
  number: number,
  page: BurnedPageWithBoxes,
  options: { signal?: AbortSignal },
): Promise<PageLine[]> => {
  const document = savedDocument(input.saved)
  const scale = writtenScale(page)
  const boxes = page.boxes.map(({ rect }) => inWrittenSpace(rect, scale))
  const timed = { timeoutMs: pageTimeoutMs, ...options }
  return await input.cache.remembered(["again", ...imageParts(page)], async () => {
    const { lines } = await pool.run("readSaved", { document, page: number, dpi: secondDpi(page), boxes }, timed)
    // Stamps stand below the image, differ from dossier to dossier, and are text that other judges read.
    return lines.map((line) => inPageSpace(line, scale)).filter(({ rect }) => rect.y < page.height)
  })
}

interface Seen {
  /** Pages on which somebody only may stand. */
  readonly doubted: Set<number>
  /** Pages on which something was read that must not leave. */
  readonly refused: Set<number>
}

const inOrder = (pages: ReadonlySet<number>): number[] => [...pages].sort((left, right) => left - right)

/** The check; adds to `seen` the pages that it is about. */
const readAgain = async (pool: ParserPool, input: ProofInput, seen: Seen): Promise<ProofCheck> => {
  const index = indexNeedles(input.needles.needles)
  let hits = 0
  await forEachPage(input, input.pages.length, async (number, options) => {
    const page = input.pages[number - 1]
    if (page === undefined) return
    const lines = await readOnce(pool, input, number, page, options)
    const isCleared = clearedOn(number, input.cleared, input.needles.subjects)
    const found = findOnPage({ width: page.width, height: page.height, lines, images: [] }, index)
    const left = found.filter((hit) => !isCleared(hit))
    if (left.some(({ match }) => !refuses(match))) seen.doubted.add(number)
    const before = hits
    hits += left.filter(({ match }) => refuses(match)).length + patternsOnPage(lines, input.patterns).length
    hits += mrzLeft(lines, number, input.keptCodes)
    if (hits > before) seen.refused.add(number)
  })
  return checkOf("second-ocr", { by: "Tesseract 7.0.0, proof models", looked: input.pages.length, hits })
}

interface Compared {
  /** Fingerprint of the saved page's image that was compared. */
  readonly printed: string
  readonly outside: { readonly looked: number; readonly differing: number }
  readonly inside: { readonly looked: number; readonly differing: number }
}

const fingerprintOf = ({ prints }: BlockPrints): string =>
  sha256Hex(new Uint8Array(prints.buffer, prints.byteOffset, prints.byteLength))

/** The saved image against the original drawn again; an image that passed before passes again by its fingerprint. */
const compareOnce = async (
  pool: ParserPool,
  { original, rasterDpi, colour, cache }: ProofInput,
  page: BurnedPageWithBoxes,
  [number, saved]: readonly [number, BlockPrints],
  timed: { timeoutMs: number },
): Promise<Compared> => {
  const printed = fingerprintOf(saved)
  const { boxes } = page
  const parts = ["pixels", original.key, number, rasterDpi, colour, boxes, ...imageParts(page)]
  const before = cache.known(parts) as Compared | undefined
  if (before?.printed === printed) return before
  const shared = { document: original, page: number, boxes, rasterDpi, colour }
  const expected = await pool.run("expectPage", { ...shared, encoding: page.image.encoding }, timed)
  const places = placesOf(expected, expected.boxes)
  const outside = differingBlocks(expected.clean, saved, places, "outside")
  const inside = differingBlocks(expected.covered, saved, places, "inside")
  const compared = { printed, outside, inside }
  if (outside.differing + inside.differing === 0) cache.keep(parts, compared)
  return compared
}

/** The saved pages before a code reader. */
const readCodesAgain = async (pool: ParserPool, input: ProofInput): Promise<ProofCheck> => {
  const document = savedDocument(input.saved)
  const index = indexNeedles(input.needles.needles)
  let hits = 0
  await forEachPage({ signal: input.signal }, input.pages.length, async (number, options) => {
    const page = input.pages[number - 1]
    if (page === undefined) return
    const scale = writtenScale(page)
    const timed = { timeoutMs: pageTimeoutMs, ...options }
    const boxes = page.boxes.map(({ rect }) => inWrittenSpace(rect, scale))
    const codes = await input.cache.remembered(["codes again", ...imageParts(page)], async () => {
      const read = await pool.run("savedCodes", { document, page: number, dpi: page.dpi / scale, boxes }, timed)
      return read.codes.map((code) => ({ ...code, rect: backInPageSpace(code.rect, scale) }))
    })
    hits += codesLeft(codes, number, input.keptCodes, index).length
  })
  return checkOf("codes", { by: codeReaderName, looked: input.pages.length, hits })
}

/** The faces of one saved page; undefined where they could not be looked for and a person did. @throws Fault */
const savedFacesOn = async (
  pool: ParserPool,
  input: ProofInput,
  number: number,
  page: BurnedPageWithBoxes,
  options: { signal?: AbortSignal },
): Promise<readonly FoundFace[] | undefined> => {
  const document = savedDocument(input.saved)
  const scale = writtenScale(page)
  const size = { width: page.width * scale, height: page.height * scale }
  const timed = { timeoutMs: pageTimeoutMs, ...options }
  try {
    return await input.cache.remembered(["faces again", ...imageParts(page)], async () => {
      const { faces } = await pool.run("savedFaces", { document, page: number, size }, timed)
      return faces.map((face) => ({ ...face, rect: backInPageSpace(face.rect, scale) }))
    })
  } catch (error) {
    const isVouched = input.faces?.lookedAt.includes(number) === true
    if (!isVouched || (isFault(error) && error.code === "cancelled")) throw error
    return undefined
  }
}

/** The saved pages before the network that finds faces. */
const lookForFaces = async (pool: ParserPool, input: ProofInput): Promise<ProofCheck[]> => {
  const { faces: decided } = input
  if (decided === undefined) return []
  const left: FaceLeft[] = []
  let looked = 0
  await forEachPage({ signal: input.signal }, input.pages.length, async (number, options) => {
    const page = input.pages[number - 1]
    if (page?.hasPictures !== true) return
    const found = await savedFacesOn(pool, input, number, page, options)
    if (found === undefined) return
    looked += 1
    const boxes = page.boxes.map(({ rect }) => rect)
    left.push(...facesLeft(found, number, boxes, decided.kept).map((face) => ({ page: number, ...face })))
  })
  if (left.length > 0) input.onFacesLeft?.(left)
  return [checkOf("faces", { by: facesName, looked, hits: left.length })]
}

const comparePixels = async (pool: ParserPool, input: ProofInput): Promise<ProofCheck[]> => {
  const document = savedDocument(input.saved)
  const outside = { looked: 0, hits: 0 }
  const inside = { looked: 0, hits: 0 }
  let by = ""
  await forEachPage(input, input.pages.length, async (number, options) => {
    const page = input.pages[number - 1]
    if (page === undefined) return
    const timed = { timeoutMs: pageTimeoutMs, ...options }
    const saved = await pool.run("printSaved", { document, page: number }, timed)
    if (saved.prints === undefined) throw new Fault("redaction-unproven", { page: number })
    by = saved.by
    const compared = await compareOnce(pool, input, page, [number, saved.prints], timed)
    outside.looked += compared.outside.looked
    outside.hits += compared.outside.differing
    inside.looked += compared.inside.looked
    inside.hits += compared.inside.differing
  })
  return [checkOf("pixels-outside", { by, ...outside }), checkOf("boxes-solid", { by, ...inside })]
}

/**
 * Judges the saved bytes.
 * @throws Fault "redaction-unproven" where a judge crashed, timed out or is missing; "redaction-leak" where one found
 *   something; "cancelled"
 */
export const prove = async (pool: ParserPool, input: ProofInput): Promise<ProofReport> => {
  const seen: Seen = { doubted: new Set(), refused: new Set() }
  const checks = await provenOrNot(async () => {
    const judged = [...(await judgeSaved(pool, input, copyJudges)), ...(await comparePixels(pool, input))]
    const quick = [...judged, await readCodesAgain(pool, input), ...(await lookForFaces(pool, input))]
    // The slowest comes last: what fails early need not wait for it.
    return quick.every((check) => check.passed) ? [...quick, await readAgain(pool, input, seen)] : quick
  })
  refuseHits(checks, inOrder(seen.refused))
  return {
    passed: true,
    pages: input.pages.length,
    boxes: input.pages.reduce((sum, page) => sum + page.boxes.length, 0),
    needles: input.needles.needles.length,
    cleared: input.cleared.length,
    pagesWithDoubts: inOrder(seen.doubted),
    checks,
    reviewed: input.reviewed,
  }
}

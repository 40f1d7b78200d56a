/** A redacted copy: find, burn, read, write, prove. It comes whole and proven, or not at all. */
import type { PageRect } from "../../shared/geometry.ts"
import { Fault } from "../../shared/faults.ts"
import type { BoxPoint, GivenArea, PatternName, ProofReport, RedactionOptions } from "../../shared/model/redaction.ts"
import { sha256Hex } from "../crypto/hash.ts"
import type { PageLine } from "../reading/page-text.ts"
import type { ParserPool, RunOptions } from "../workers/pool.ts"
import type { BurnedPage, PlacedBox } from "./burn-page.ts"
import { codeBoxes, type KeptCode, mrzBoxes } from "./codes/placed-codes.ts"
import { boxesOfArea, onDocument } from "./areas.ts"
import { clearedOn, type ClearedPlace, withoutCleared } from "./cleared.ts"
import { type DecidedFaces, faceBoxes } from "./faces/placed-faces.ts"
import { indexNeedles, type NeedleIndex } from "./match.ts"
import type { NeedleSet } from "./needles.ts"
import { forEachPage } from "./page-work.ts"
import type { RedactionPageText } from "./page-text.ts"
import { patternLabels } from "./patterns/on-page.ts"
import { boxesFound, patternBoxes, placedBoxes } from "./placed-boxes.ts"
import { type PageCache, pageCacheOf } from "./page-cache.ts"
import { type BurnedPageWithBoxes, type FaceLeft, prove } from "./prove.ts"
import type { PictureChoice } from "./source.ts"
import { uncoveredPlaces } from "./uncovered.ts"
import { type PageStamp, writePdf } from "./write-pdf.ts"

/** A box on a page (from 1), in page space. */
export interface PageBox {
  readonly page: number
  readonly rect: PageRect
  /** Drawn inside the box; never derived from what it covers. */
  readonly label: string
  /** Corners of a polygon. */
  readonly points?: readonly BoxPoint[]
}

export interface RedactionRequest {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** What a person accepted; "find": cover every place where a needle is found. */
  readonly boxes: readonly PageBox[] | "find"
  /** What must not leave: searched for under "find", and in the saved bytes always. */
  readonly needles: NeedleSet
  /** Identifiers covered by their form, under "find" only: elsewhere a person has decided on each. */
  readonly patterns?: readonly PatternName[]
  /** Codes that a person left readable. Under "find" every code is covered. */
  readonly keptCodes?: readonly KeptCode[]
  /**
   * Faces, on pages that show pictures: "cover" covers all that are found, under "find"; or what a person decided about each.
   * Not looked for unless given.
   */
  readonly faces?: "cover" | DecidedFaces
  /** Told before a copy is refused for them: faces that it shows and that nobody has decided on. */
  readonly onFacesLeft?: (faces: readonly FaceLeft[]) => void
  /** Covered besides, whatever is found. */
  readonly areas?: readonly GivenArea[]
  readonly options: RedactionOptions
  /** Of a picture with several: which; a vault's item as its plan counts them, unless said. */
  readonly pictures?: PictureChoice
  /** Occurrences that a person cleared as somebody else's; nothing under "find". */
  readonly cleared?: readonly ClearedPlace[]
  /** True only where a person has accepted every page. */
  readonly reviewed: boolean
  /** One line for each page, drawn below its image, such as a dossier's continuous page number. */
  readonly stamps?: readonly string[]
  /** Names these bytes, whatever they are asked for: a vault's item. Their SHA-256 unless given. */
  readonly key?: string
  /** What was read before; the pool's own unless given. */
  readonly cache?: PageCache
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface RedactedDocument {
  readonly pdf: Uint8Array
  readonly boxes: readonly PageBox[]
  readonly report: ProofReport
  /** Further pictures of the file, which nobody looked at and which did not leave. */
  readonly picturesLeftOut: number
}

interface Run {
  readonly pool: ParserPool
  readonly request: RedactionRequest
  readonly document: { readonly key: string; readonly mediaType: string; readonly bytes: Uint8Array }
  readonly index: NeedleIndex
  readonly cache: PageCache
}

/** OCR of burned pixels finds what the text did not say; what it finds is burned, and the pixels are read again. */
const mostRounds = 4
const pageTimeoutMs = 180_000

const found = ({ request, index }: Run, text: RedactionPageText, lines: readonly PageLine[]): PlacedBox[] => [
  ...boxesFound(text, lines, index, request.options).map(({ rect, hit }) => ({
    rect,
    label: request.needles.subjects[hit.match.subject]?.label ?? "",
  })),
  ...patternBoxes(text, lines, request.patterns ?? [], request.options).map(({ rect, hit }) => ({
    rect,
    label: patternLabels[hit.pattern],
  })),
  ...mrzBoxes(text, lines, request.options),
]

/** Every code that the page shows, where nobody decides on each. */
const codesOn = async (run: Run, page: number, text: RedactionPageText, timed: RunOptions): Promise<PlacedBox[]> => {
  const { pool, document, request, cache } = run
  if (request.boxes !== "find") return []
  const { codes } = await cache.remembered(["codes", document.key, page], () =>
    pool.run("findCodes", { document, page }, timed),
  )
  return codeBoxes(text, codes, request.options)
}

/** Every face that the page shows, where all of them are covered. */
const facesOn = async (run: Run, page: number, text: RedactionPageText, timed: RunOptions): Promise<PlacedBox[]> => {
  const { pool, document, request, cache } = run
  if (request.faces !== "cover" || request.boxes !== "find" || !text.hasPictures) return []
  const { faces } = await cache.remembered(["faces", document.key, page], () =>
    pool.run("findFaces", { document, page }, timed),
  )
  return faceBoxes(text, faces, request.options)
}

const withoutRepeats = (boxes: readonly PlacedBox[]): PlacedBox[] => {
  const seen = new Map(boxes.map((box) => [JSON.stringify(box.rect), box]))
  return [...seen.values()]
}

/** @throws Fault "bad-input" with the index, from 1, of an area of which nothing is on its page */
const givenOn = ({ request }: Run, page: number, text: RedactionPageText): PlacedBox[] =>
  (request.areas ?? []).flatMap(({ area, label }, index) => {
    if (area.kind === "region" ? page < area.fromPage || page > (area.toPage ?? page) : page !== area.page) return []
    const boxes = boxesOfArea(text, area, request.options)
    if (boxes.length === 0) throw new Fault("bad-input", { kind: "box", index: index + 1 })
    return placedBoxes(
      text,
      boxes.map((box) => ({ ...box, label })),
      { ...request.options, strict: false },
    )
  })

const startingBoxes = (run: Run, page: number, text: RedactionPageText): PlacedBox[] => {
  const { boxes, options } = run.request
  const given = givenOn(run, page, text)
  if (boxes === "find") return [...found(run, text, text.lines), ...given]
  return placedBoxes(
    text,
    boxes.filter((box) => box.page === page),
    options,
  )
}

/** Burned, and read by OCR, unless these very pixels were read before. */
const burnAndRead = async (
  { pool, document, cache }: Run,
  input: { page: number; boxes: readonly PlacedBox[]; rasterDpi: number; colour: boolean },
  timed: { timeoutMs: number },
): Promise<BurnedPage> => {
  const parts = ["layer", document.key, input]
  const burn = (read: boolean) => pool.run("burnPage", { document, ...input, read }, timed)
  return await cache.burned(parts, async () => {
    const before = cache.known(parts) as { sha256: string; lines: PageLine[] } | undefined
    const drawn = await burn(before === undefined)
    const sha256 = sha256Hex(drawn.image.data)
    if (before?.sha256 === sha256) return { ...drawn, lines: before.lines }
    const page = before === undefined ? drawn : await burn(true)
    cache.keep(parts, { sha256, lines: page.lines })
    return page
  })
}

const redactPage = async (run: Run, page: number, options: { signal?: AbortSignal }): Promise<BurnedPageWithBoxes> => {
  const { pool, document, request, cache } = run
  const timed = { timeoutMs: pageTimeoutMs, ...options }
  const { rasterDpi, colour } = request.options
  const text = await cache.remembered(["text", document.key, page], () =>
    pool.run("redactionText", { document, page }, timed),
  )
  const isCleared = clearedOn(page, request.cleared ?? [], request.needles.subjects)
  const codes = await codesOn(run, page, text, timed)
  const faces = await facesOn(run, page, text, timed)
  let boxes = withoutRepeats([...startingBoxes(run, page, text), ...codes, ...faces])
  const rects = boxes.map((box) => box.rect)
  if (uncoveredPlaces(text, run.index, rects, isCleared) > 0)
    throw new Fault("redaction-leak", { checks: "original-text", page })
  for (let round = 1; ; round += 1) {
    const burned = await burnAndRead(run, { page, boxes, rasterDpi, colour }, timed)
    const more = request.boxes === "find" ? found(run, text, burned.lines) : []
    const all = withoutRepeats([...boxes, ...more])
    if (all.length === boxes.length || round === mostRounds)
      return {
        ...burned,
        lines: withoutCleared(burned, run.index, isCleared),
        boxes,
        hasPictures: text.hasPictures,
      }
    boxes = all
  }
}

const stampsOf = async ({ pool, request }: Run, pageCount: number): Promise<(PageStamp | null)[]> => {
  const { stamps } = request
  if (stamps === undefined) return new Array<null>(pageCount).fill(null)
  if (stamps.length !== pageCount) throw new Fault("internal", { stamps: stamps.length, pages: pageCount })
  return await Promise.all(stamps.map((text) => pool.run("drawStamp", { text })))
}

/**
 * The redacted copy of a PDF or image, proven on its saved bytes.
 * @throws Fault "cannot-redact-kind", "file-encrypted", "file-broken", "file-too-large", parser faults, "cancelled",
 *   "redaction-unproven", "redaction-leak"
 */
export const redactDocument = async (pool: ParserPool, request: RedactionRequest): Promise<RedactedDocument> => {
  const { bytes, mediaType, key = `original ${sha256Hex(bytes)}` } = request
  const document = { key, mediaType, bytes }
  const cache = request.cache ?? pageCacheOf(pool)
  const run: Run = { pool, request, document, cache, index: indexNeedles(request.needles.needles) }
  const { pages: sizes, leftOut } = await pool.run("redactionPages", { document, pictures: request.pictures })
  for (const [index, { area }] of (request.areas ?? []).entries())
    if (!onDocument(area, sizes.length)) throw new Fault("bad-input", { kind: "box", index: index + 1 })
  const total = sizes.length * 3
  let done = 0
  const onPage = (): void => request.onProgress?.(++done, total)
  const work = { signal: request.signal, onPage }
  const pages: BurnedPageWithBoxes[] = []
  await forEachPage(work, sizes.length, async (page, options) => {
    pages[page - 1] = await redactPage(run, page, options)
  })
  const stamps = await stampsOf(run, sizes.length)
  const pdf = writePdf(pages.map((page, index) => ({ ...page, stamp: stamps[index] ?? null })))
  const report = await prove(pool, {
    ...work,
    original: document,
    saved: pdf,
    pages,
    rasterDpi: request.options.rasterDpi,
    colour: request.options.colour,
    needles: request.needles,
    cleared: request.cleared ?? [],
    keptCodes: request.boxes === "find" ? [] : (request.keptCodes ?? []),
    patterns: request.boxes === "find" ? (request.patterns ?? []) : [],
    faces: request.faces === "cover" ? { kept: [], lookedAt: [] } : request.faces,
    onFacesLeft: request.onFacesLeft,
    reviewed: request.reviewed,
    cache,
  })
  const boxes = pages.flatMap((page, index) => page.boxes.map((box) => ({ page: index + 1, ...box })))
  return { pdf, boxes, report, picturesLeftOut: leftOut }
}

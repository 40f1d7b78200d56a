/** Boxes for a person to decide on: every needle in the pages' text, and in OCR and as faces where a page shows more than it says. */
import { isFault } from "../../shared/faults.ts"
import { pageRect, type PageRect } from "../../shared/geometry.ts"
import { type NamedPlace, type PatternName, RedactionOptions } from "../../shared/model/redaction.ts"
import type { ParserPool, RunOptions } from "../workers/pool.ts"
import type { DocumentInput } from "../workers/parser/operations.ts"
import { subjectKey } from "./cleared.ts"
import { indexNeedles } from "./match.ts"
import type { NeedleSet } from "./needles.ts"
import { type PageCache, pageCacheOf } from "./page-cache.ts"
import { forEachPage, type PageWork } from "./page-work.ts"
import { type CodeBox, codeBoxes, mrzBoxes } from "./codes/placed-codes.ts"
import type { FoundFace } from "./faces/detect.ts"
import { faceBoxes } from "./faces/placed-faces.ts"
import { patternLabels } from "./patterns/on-page.ts"
import type { RedactionPageText } from "./page-text.ts"
import { boxesFound, type FoundBox, type PatternBox, patternBoxes } from "./placed-boxes.ts"

export interface Proposal {
  readonly page: number
  readonly rect: PageRect
  readonly label: string
  /** The subject's key: an actor's id, or "" for a term. */
  readonly key: string
  /** Found by its form, not by a name or a term; "unsearched": a whole page on which faces could not be looked for. */
  readonly form?: "pattern" | "code" | "face" | "unsearched"
  readonly byOcr: boolean
  readonly confidence: number
  /** What the original says there. */
  readonly found: string
  /** Every name that was found under this box, tight around its words. */
  readonly places: readonly NamedPlace[]
}

/** As sure as the reader was of the words, and the matcher of the name. */
const confidenceOf = ({ hit }: FoundBox): number => Math.min(hit.confidence, hit.match.confidence)

const covers = (outer: PageRect, inner: PageRect): boolean =>
  outer.x <= inner.x + 1 &&
  outer.y <= inner.y + 1 &&
  outer.x + outer.width >= inner.x + inner.width - 1 &&
  outer.y + outer.height >= inner.y + inner.height - 1

/** The faces of a page; undefined where they could not be looked for. @throws Fault "cancelled" */
const facesOn = async (
  pool: ParserPool,
  { document, page, cache }: { readonly document: DocumentInput; readonly page: number; readonly cache: PageCache },
  options: RunOptions,
): Promise<readonly FoundFace[] | undefined> => {
  try {
    const { faces } = await cache.remembered(["faces", document.key, page], () =>
      pool.run("findFaces", { document, page }, options),
    )
    return faces
  } catch (error) {
    if (isFault(error) && error.code === "cancelled") throw error
    return undefined
  }
}

export const proposeBoxes = async (
  pool: ParserPool,
  input: PageWork & {
    readonly document: DocumentInput
    readonly needles: NeedleSet
    /** Identifiers to look for by their form. */
    readonly patterns?: readonly PatternName[]
    readonly pageCount: number
    /** Only these pages; all unless given. */
    readonly pages?: readonly number[]
    readonly cache?: PageCache
  },
): Promise<Proposal[]> => {
  const { document, needles, patterns = [], cache = pageCacheOf(pool) } = input
  const pages = input.pages ?? Array.from({ length: input.pageCount }, (_, index) => index + 1)
  const index = indexNeedles(needles.needles)
  const rules = RedactionOptions.parse({})
  const proposals: Proposal[] = []
  const known = new Map<string, NamedPlace[]>()
  const add = (page: number, byOcr: boolean, found: readonly FoundBox[]): void => {
    for (const box of found) {
      const place = `${page} ${JSON.stringify(box.rect)}`
      const subject = needles.subjects[box.hit.match.subject]
      const own = { rect: box.place, who: subject === undefined ? "" : subjectKey(subject) }
      const places = known.get(place)
      if (places !== undefined) {
        places.push(own)
        continue
      }
      known.set(place, [own])
      const named = { label: subject?.label ?? "", key: subject?.key ?? "" }
      proposals.push({
        page,
        rect: box.rect,
        byOcr,
        ...named,
        confidence: confidenceOf(box),
        found: box.hit.found,
        places: known.get(place) ?? [],
      })
    }
  }
  const addPatterns = (page: number, byOcr: boolean, found: readonly PatternBox[]): void => {
    for (const { rect, hit } of found) {
      // A name stands there already, or the text says what OCR reads again.
      if (proposals.some((one) => one.page === page && covers(one.rect, rect))) continue
      const { found: words, confidence } = hit
      const named = { label: patternLabels[hit.pattern], key: "", form: "pattern" as const }
      proposals.push({ page, rect, byOcr, ...named, confidence, found: words, places: [] })
    }
  }
  const addCodes = (page: number, byOcr: boolean, found: readonly CodeBox[]): void => {
    for (const { rect, label, found: says, confidence } of found) {
      if (proposals.some((one) => one.page === page && one.form === "code" && covers(one.rect, rect))) continue
      proposals.push({ page, rect, byOcr, label, key: "", form: "code", confidence, found: says, places: [] })
    }
  }
  const addFaces = (page: number, text: RedactionPageText, faces: readonly FoundFace[] | undefined): void => {
    const shared = { page, byOcr: false, key: "", found: "", places: [] }
    // Never silent: a person looks where the search could not.
    if (faces === undefined) {
      const rect = pageRect(0, 0, text.width, text.height)
      proposals.push({ ...shared, rect, label: "", form: "unsearched", confidence: 0 })
      return
    }
    for (const { rect, label, confidence } of faceBoxes(text, faces, rules))
      proposals.push({ ...shared, rect, label, form: "face", confidence })
  }
  await forEachPage(input, pages.length, async (position, options) => {
    const page = pages[position - 1] ?? 0
    const text = await cache.remembered(["text", document.key, page], () =>
      pool.run("redactionText", { document, page }, options),
    )
    add(page, false, boxesFound(text, text.lines, index, rules))
    addPatterns(page, false, patternBoxes(text, text.lines, patterns, rules))
    // Codes are drawn as pictures, as lines, or as letters of a font of their own: every page is looked at.
    const { codes } = await cache.remembered(["codes", document.key, page], () =>
      pool.run("findCodes", { document, page }, options),
    )
    addCodes(page, false, codeBoxes(text, codes, rules))
    addCodes(page, false, mrzBoxes(text, text.lines, rules))
    if (!text.hasPictures) return
    addFaces(page, text, await facesOn(pool, { document, page, cache }, options))
    const read = await cache.remembered(["ocr", document.key, page], () =>
      pool.run("ocrPage", { document, page, set: "finder" }, options),
    )
    add(page, true, boxesFound(text, read.lines, index, rules))
    addPatterns(page, true, patternBoxes(text, read.lines, patterns, rules))
    addCodes(page, true, mrzBoxes(text, read.lines, rules))
  })
  return proposals.sort((a, b) => a.page - b.page || a.rect.y - b.rect.y || a.rect.x - b.rect.x)
}

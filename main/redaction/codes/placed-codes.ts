/** Boxes for codes and machine-readable zones, and which of those left on a saved page somebody has decided on. */
import type { PageRect } from "../../../shared/geometry.ts"
import type { PageLine } from "../../reading/page-text.ts"
import { type BoxRules, boxFor } from "../boxes.ts"
import { fold } from "../../search/names/fold.ts"
import { matchesIn, type NeedleIndex } from "../match.ts"
import type { RedactionPageText } from "../page-text.ts"
import { mrzLines } from "./mrz.ts"
import type { FoundCode } from "./read-codes.ts"

export interface CodeBox {
  readonly rect: PageRect
  /** The kind, in no language, drawn inside the box. */
  readonly label: string
  /** What the code says, for the reviewer alone. */
  readonly found: string
  readonly confidence: number
}

/** A code that a person looked at and left readable. */
export interface KeptCode {
  /** From 1. */
  readonly page: number
  readonly rect: PageRect
}

const longestFound = 500

export const codeBoxes = (text: RedactionPageText, codes: readonly FoundCode[], rules: BoxRules): CodeBox[] =>
  codes.flatMap(({ format, text: says, rect }) => {
    const box = boxFor(text, rect, undefined, rules)
    if (box === undefined) return []
    const found = `${format}: ${says}`.slice(0, longestFound)
    return { rect: box, label: "CODE", found, confidence: says === "" ? 0.5 : 1 }
  })

/** Whole lines: the zone is one block, and its fillers tell how long a name is. */
export const mrzBoxes = (text: RedactionPageText, lines: readonly PageLine[], rules: BoxRules): CodeBox[] => {
  const page = { ...text, lines: lines === text.lines ? lines : [...lines, ...text.lines] }
  return mrzLines(lines).flatMap(({ lineIndex, text: says, confidence }) => {
    const line = lines[lineIndex]
    const box = line === undefined ? undefined : boxFor(page, line.rect, lineIndex, rules)
    return box === undefined ? [] : { rect: box, label: "MRZ", found: says.slice(0, longestFound), confidence }
  })
}

/** Readers place the same code a little differently. */
const roomPoints = 12

const lies = (inner: PageRect, outer: PageRect): boolean =>
  inner.x >= outer.x - roomPoints &&
  inner.y >= outer.y - roomPoints &&
  inner.x + inner.width <= outer.x + outer.width + roomPoints &&
  inner.y + inner.height <= outer.y + outer.height + roomPoints

const decided = (rect: PageRect, page: number, kept: readonly KeptCode[]): boolean =>
  kept.some((one) => one.page === page && lies(rect, one.rect))

/** Codes on a saved page that may not be there: undecided ones, and those that say a needle whatever was decided. */
export const codesLeft = (
  codes: readonly FoundCode[],
  page: number,
  kept: readonly KeptCode[],
  index: NeedleIndex,
): FoundCode[] =>
  codes.filter(({ text, rect }) => !decided(rect, page, kept) || matchesIn(fold(text), index, 1).length > 0)

/** Machine-readable lines on a saved page that nobody has decided to leave. Names in them are searched for as anywhere. */
export const mrzLeft = (lines: readonly PageLine[], page: number, kept: readonly KeptCode[]): number =>
  mrzLines(lines).filter(({ lineIndex }) => {
    const line = lines[lineIndex]
    return line !== undefined && !decided(line.rect, page, kept)
  }).length

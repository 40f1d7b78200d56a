import type { PageRect } from "../../shared/geometry.ts"
import type { PatternName } from "../../shared/model/redaction.ts"
import type { PlacedBox } from "./burn-page.ts"
import { type BoxRules, boxesForDrawn, boxFor } from "./boxes.ts"
import { findOnPage, type PageHit } from "./find.ts"
import { patternsOnPage, type PatternHit } from "./patterns/on-page.ts"
import type { PageLine } from "../reading/page-text.ts"
import type { NeedleIndex } from "./match.ts"
import type { RedactionPageText } from "./page-text.ts"

/** What a person accepted, as it is burned: as it is, or under `strict` out to the edges of its lines. */
export const placedBoxes = (
  text: RedactionPageText,
  boxes: readonly { readonly rect: PageRect; readonly label: string }[],
  rules: BoxRules,
): PlacedBox[] => {
  if (!rules.strict) return boxes.map(({ rect, label }) => ({ rect, label }))
  return boxes.flatMap(({ rect, label }) => boxesForDrawn(text, rect, rules).map((grown) => ({ rect: grown, label })))
}

export interface FoundBox {
  readonly rect: PageRect
  /** The part of the hit beneath it, tight around its words. */
  readonly place: PageRect
  readonly hit: PageHit
}

/** A box for each line of every place where a needle stands in `lines`: the page's own, or those that OCR read. */
export const boxesFound = (
  text: RedactionPageText,
  lines: readonly PageLine[],
  index: NeedleIndex,
  rules: BoxRules,
): FoundBox[] => {
  // Words that only the other reading knows still stand beside the box.
  const page = { ...text, lines: lines === text.lines ? lines : [...lines, ...text.lines] }
  return findOnPage({ ...text, lines }, index).flatMap((hit) =>
    hit.parts.flatMap(({ rect, lineIndex }) => {
      const box = boxFor(page, rect, lineIndex, rules)
      return box === undefined ? [] : [{ rect: box, place: rect, hit }]
    }),
  )
}

export interface PatternBox {
  readonly rect: PageRect
  readonly hit: PatternHit
}

/** A box for each line of every place where one of the named patterns stands in `lines`. */
export const patternBoxes = (
  text: RedactionPageText,
  lines: readonly PageLine[],
  names: readonly PatternName[],
  rules: BoxRules,
): PatternBox[] => {
  const page = { ...text, lines: lines === text.lines ? lines : [...lines, ...text.lines] }
  return patternsOnPage(lines, names).flatMap((hit) =>
    hit.parts.flatMap(({ rect, lineIndex }) => {
      const box = boxFor(page, rect, lineIndex, rules)
      return box === undefined ? [] : [{ rect: box, hit }]
    }),
  )
}

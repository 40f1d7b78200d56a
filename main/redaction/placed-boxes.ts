import type { PageRect } from "../../shared/geometry.ts"
import type { PatternName } from "../../shared/model/redaction.ts"
import type { PlacedBox } from "./burn-page.ts"
import type { BoxPoint } from "../../shared/model/redaction.ts"
import { polygonRects } from "./polygon.ts"
import { type BoxRules, boxesForDrawn, boxFor } from "./boxes.ts"
import { findOnPage, type PageHit } from "./find.ts"
import { patternsOnPage, type PatternHit } from "./patterns/on-page.ts"
import type { PageLine } from "../reading/page-text.ts"
import type { NeedleIndex } from "./match.ts"
import type { RedactionPageText } from "./page-text.ts"

export interface AcceptedBox {
  readonly rect: PageRect
  readonly label: string
  readonly points?: readonly BoxPoint[]
}

/** The label stands once, in the largest of the polygon's rectangles. */
const placedPolygon = (points: readonly BoxPoint[], label: string): PlacedBox[] =>
  polygonRects(points)
    .sort((a, b) => b.width * b.height - a.width * a.height)
    .map((rect, index) => ({ rect, label: index === 0 ? label : "" }))

/** What a person accepted, as it is burned: as it is, or under `strict` out to the edges of its lines. */
export const placedBoxes = (text: RedactionPageText, boxes: readonly AcceptedBox[], rules: BoxRules): PlacedBox[] =>
  boxes.flatMap(({ rect, label, points = [] }) => {
    if (points.length > 0) return placedPolygon(points, label)
    const rects = rules.strict ? boxesForDrawn(text, rect, rules) : [rect]
    return rects.map((placed) => ({ rect: placed, label }))
  })

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

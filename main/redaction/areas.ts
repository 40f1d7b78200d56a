/** What a person covers by hand, in whichever way, as boxes on a page. */
import { Fault } from "../../shared/faults.ts"
import { pageRect, type PageRect } from "../../shared/geometry.ts"
import type { BoxArea, BoxPoint } from "../../shared/model/redaction.ts"
import { type BoxRules, boxesForDrawn, boxFor, clipToPage, linesUnder } from "./boxes.ts"
import type { RedactionPageText } from "./page-text.ts"
import { boundsOf } from "./polygon.ts"

export interface AreaBox {
  readonly rect: PageRect
  /** Corners of a polygon; empty for a rectangle. */
  readonly points: readonly BoxPoint[]
}

const spanOf = (area: BoxArea, pageCount: number): readonly [from: number, to: number] =>
  area.kind === "region" ? [area.fromPage, area.toPage ?? pageCount] : [area.page, area.page]

export const onDocument = (area: BoxArea, pageCount: number): boolean => {
  const [from, to] = spanOf(area, pageCount)
  return from >= 1 && from <= to && to <= pageCount
}

/** The pages that the area is on. @throws Fault "bad-input" where the document has no such page */
export const pagesOfArea = (area: BoxArea, pageCount: number): number[] => {
  if (!onDocument(area, pageCount)) throw new Fault("bad-input", { field: "page", pages: pageCount })
  const [from, to] = spanOf(area, pageCount)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

const wholeLines = (text: RedactionPageText, rect: PageRect, rules: BoxRules): PageRect[] => {
  const strict = { ...rules, strict: true }
  const lines = linesUnder(text, rect).flatMap(
    (index) => boxFor(text, text.lines[index]?.rect ?? rect, index, strict) ?? [],
  )
  // A scan's lines are not known here: then the band from edge to edge.
  return lines.length > 0 ? lines : [pageRect(0, rect.y, text.width, rect.height)]
}

const around = ({ width, height }: RedactionPageText, kept: PageRect): PageRect[] => {
  const [right, bottom] = [kept.x + kept.width, kept.y + kept.height]
  return [
    pageRect(0, 0, width, kept.y),
    pageRect(0, bottom, width, Math.max(0, height - bottom)),
    pageRect(0, kept.y, kept.x, kept.height),
    pageRect(right, kept.y, Math.max(0, width - right), kept.height),
  ]
}

const rectsOf = (text: RedactionPageText, area: BoxArea, rules: BoxRules): PageRect[] => {
  switch (area.kind) {
    case "area":
    case "region":
      return boxesForDrawn(text, area.rect, rules)
    case "text":
      return area.rects.flatMap((rect) => boxesForDrawn(text, rect, rules))
    case "line":
      return wholeLines(text, area.rect, rules)
    case "page":
      return [pageRect(0, 0, text.width, text.height)]
    case "except": {
      const kept = clipToPage(area.rect, text.width, text.height)
      return kept === undefined ? [] : around(text, kept)
    }
    case "polygon":
      return [boundsOf(area.points)]
  }
}

/** The boxes of the area on this page; none where nothing of it is on the page. */
export const boxesOfArea = (text: RedactionPageText, area: BoxArea, rules: BoxRules): AreaBox[] => {
  const points = area.kind === "polygon" ? area.points : []
  return rectsOf(text, area, rules).flatMap((rect) => {
    const own = clipToPage(rect, text.width, text.height)
    return own === undefined ? [] : { rect: own, points }
  })
}

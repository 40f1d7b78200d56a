import type { PageRect } from "../../shared/geometry.ts"
import { clipToPage } from "./boxes.ts"
import type { IsCleared } from "./cleared.ts"
import { findOnPage } from "./find.ts"
import { type NeedleIndex, refuses } from "./match.ts"
import type { RedactionPageText } from "./page-text.ts"

const samples = [0.1, 0.3, 0.5, 0.7, 0.9]

const holds = ({ x, y, width, height }: PageRect, [across, down]: readonly [number, number]): boolean =>
  across >= x && across <= x + width && down >= y && down <= y + height

/** Along the middle of the words, as they run: what a box drawn by hand covers, however tight. */
const spine = ({ x, y, width, height }: PageRect): [number, number][] =>
  samples.map((share) => (width >= height ? [x + width * share, y + height / 2] : [x + width / 2, y + height * share]))

/**
 * How many places on the page, by the file's own text, name somebody, were not cleared and are under no box. OCR cannot answer for them:
 * letters that are slanted, tiny or faint are plain to a reader and noise to it.
 */
export const uncoveredPlaces = (
  text: RedactionPageText,
  index: NeedleIndex,
  boxes: readonly PageRect[],
  isCleared: IsCleared = () => false,
): number => {
  const parts = findOnPage(text, index)
    .filter((hit) => refuses(hit.match) && !isCleared(hit))
    .flatMap((hit) => hit.parts)
  const shown = parts.flatMap(({ rect }) => clipToPage(rect, text.width, text.height) ?? [])
  return shown.filter((rect) => !spine(rect).every((point) => boxes.some((box) => holds(box, point)))).length
}

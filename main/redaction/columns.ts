import type { PageLine } from "../reading/page-text.ts"

/** Words of one line that stand together: a column's share of it, or a cell's. */
interface Piece {
  readonly lineIndex: number
  /** Half open, in the line's words. */
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly height: number
}

/** Where a piece ends, and where the piece below it begins. */
export interface Fold {
  readonly above: { readonly lineIndex: number; readonly from: number; readonly to: number }
  readonly below: { readonly lineIndex: number; readonly from: number; readonly to: number }
}

/** A wider gap, in heights of the line, divides columns. */
const columnGap = 1
/** From one line's top to the next, in heights of the line. */
const leastLeading = 0.5
const mostLeading = 2.5
/** A name has so many words at most on either side. */
const wordsTaken = 4

const piecesOf = (line: PageLine, lineIndex: number): Piece[] => {
  const pieces: Piece[] = []
  for (const [at, { rect }] of line.words.entries()) {
    const last = pieces.at(-1)
    const right = rect.x + rect.width
    if (last !== undefined && rect.x - last.right <= columnGap * rect.height && rect.x >= last.left)
      pieces[pieces.length - 1] = { ...last, to: at + 1, right: Math.max(last.right, right) }
    else pieces.push({ lineIndex, from: at, to: at + 1, left: rect.x, right, top: rect.y, height: rect.height })
  }
  return pieces
}

const isBelow = (lower: Piece, upper: Piece): boolean => {
  const leading = (lower.top - upper.top) / Math.max(upper.height, 1)
  return leading >= leastLeading && leading <= mostLeading && lower.left < upper.right && upper.left < lower.right
}

/**
 * Each piece with those right below it, by place and not by the order in which the file gives them: a page that was
 * written row by row breaks a name at the end of a column or a cell, and the next words in its order are a neighbour's.
 */
export const foldsOf = (lines: readonly PageLine[]): Fold[] => {
  const pieces = lines.flatMap(piecesOf).sort((a, b) => a.top - b.top)
  const folds: Fold[] = []
  for (const [index, upper] of pieces.entries())
    for (let at = index + 1; at < pieces.length; at += 1) {
      const lower = pieces[at]
      if (lower === undefined || lower.top - upper.top > mostLeading * Math.max(upper.height, 1)) break
      if (!isBelow(lower, upper)) continue
      folds.push({
        above: { lineIndex: upper.lineIndex, from: Math.max(upper.from, upper.to - wordsTaken), to: upper.to },
        below: { lineIndex: lower.lineIndex, from: lower.from, to: Math.min(lower.to, lower.from + wordsTaken) },
      })
    }
  return folds
}

import type { TimelineEvent } from "../../../shared/contract/timeline.ts"
import { type Span, spanOf, type Window } from "./span.ts"

export interface Dated {
  readonly event: TimelineEvent
  readonly span: Span
}

/** Bars and marks in CSS pixels from the left of the drawing and the top of the lane. */
export interface Bar extends Dated {
  readonly left: number
  readonly width: number
  readonly row: number
}
/** Where there is no room left, only how many there are is shown. */
export interface Fold {
  readonly left: number
  readonly count: number
  readonly span: Window
}
export interface LaneLayout {
  readonly bars: readonly Bar[]
  readonly folds: readonly Fold[]
  readonly rows: number
}

export const foldPx = 32
const narrowestPx = 8
const letterPx = 6.4
const longestLabelPx = 190

export const datedOf = (events: readonly TimelineEvent[]): Dated[] =>
  events.flatMap((event) => {
    const span = spanOf(event)
    return span === undefined ? [] : [{ event, span }]
  })

export interface Canvas {
  readonly view: Window
  readonly widthPx: number
  readonly mostRows: number
}

/**
 * Puts what is in view into rows without overlaps, in one pass. `dated` is by time. What finds no row is counted by
 * columns of `foldPx`, so the number of drawn things is bounded by the size of the drawing, not by the case.
 */
export const layOut = (
  dated: readonly Dated[],
  labelOf: (event: TimelineEvent) => string,
  { view, widthPx, mostRows }: Canvas,
): LaneLayout => {
  const pxPerDay = widthPx / (view.to - view.from)
  const ends: number[] = []
  const bars: Bar[] = []
  const folds = new Map<number, { count: number; span: { from: number; to: number } }>()
  for (const { event, span } of dated) {
    if (span.to < view.from || span.from > view.to) continue
    const left = Math.max(-20, (span.from - view.from) * pxPerDay)
    const right = Math.min(widthPx + 20, (span.to - view.from) * pxPerDay)
    const width = Math.max(narrowestPx, right - left)
    const free = ends.findIndex((end) => end <= left)
    const row = free === -1 ? ends.length : free
    if (row < mostRows) {
      ends[row] = left + width + 14 + Math.min(longestLabelPx, labelOf(event).length * letterPx)
      bars.push({ event, span, left, width, row })
      continue
    }
    const column = Math.floor(Math.max(0, left) / foldPx)
    const fold = folds.get(column)
    if (fold === undefined) folds.set(column, { count: 1, span: { from: span.from, to: span.to } })
    else {
      fold.count += 1
      fold.span.from = Math.min(fold.span.from, span.from)
      fold.span.to = Math.max(fold.span.to, span.to)
    }
  }
  const folded = [...folds].map(([column, fold]) => ({ left: column * foldPx, ...fold }))
  return { bars, folds: folded, rows: ends.length + (folded.length > 0 ? 1 : 0) }
}

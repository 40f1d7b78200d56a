import { memo } from "react"
import type { TimelineEvent } from "../../../shared/contract/timeline.ts"
import { type Bar, type Fold, foldPx, type LaneLayout } from "./layout.ts"
import { wholeOf } from "./span.ts"
import { lookAt, pickEvent } from "./store.ts"

export const rowPx = 24
const labelMost = 30

const kinds = ["incident", "act", "hearing", "decision", "deadline"] as const
const ends = ["from", "to", "both"] as const

/** Colours that fade where an end is not known. */
export const Fades = () => (
  <defs>
    {kinds.flatMap((kind) =>
      ends.map((end) => (
        <linearGradient key={`${kind} ${end}`} id={`fade-${kind}-${end}`} className={`timeline-${kind}`}>
          <stop offset="0" stopColor="currentColor" stopOpacity={end === "to" ? 1 : 0.12} />
          <stop offset="0.35" stopColor="currentColor" stopOpacity={end === "to" ? 1 : 0.8} />
          <stop offset="0.65" stopColor="currentColor" stopOpacity={end === "from" ? 1 : 0.8} />
          <stop offset="1" stopColor="currentColor" stopOpacity={end === "from" ? 1 : 0.12} />
        </linearGradient>
      )),
    )}
  </defs>
)

const fillOf = ({ event, span }: Bar): string => {
  if (!span.fuzzyFrom && !span.fuzzyTo) return "currentColor"
  const end = span.fuzzyFrom && span.fuzzyTo ? "both" : span.fuzzyFrom ? "from" : "to"
  return `url(#fade-${event.record.kind}-${end})`
}

interface Props {
  readonly lane: LaneLayout
  readonly top: number
  readonly chosen: string | undefined
  readonly labelOf: (event: TimelineEvent) => string
}

const Mark = ({ bar, label, chosen }: { readonly bar: Bar; readonly label: string; readonly chosen: boolean }) => (
  <g
    className={`timeline-mark timeline-${bar.event.record.kind}${chosen ? " chosen" : ""}`}
    transform={`translate(${bar.left} ${bar.row * rowPx})`}
    onClick={() => pickEvent({ kind: bar.event.record.kind, id: bar.event.record.id })}
  >
    <title>{label}</title>
    <rect className="hit" x={-3} width={bar.width + 6} height={rowPx} />
    <rect y={7} width={bar.width} height={10} rx={4} fill={fillOf(bar)} />
    <text x={bar.width + 6} y={16}>
      {label.length > labelMost ? `${label.slice(0, labelMost - 1)}…` : label}
    </text>
  </g>
)

const Folded = ({ fold, row }: { readonly fold: Fold; readonly row: number }) => (
  <g
    className="timeline-fold"
    transform={`translate(${fold.left} ${row * rowPx})`}
    onClick={() => lookAt(wholeOf([fold.span], 0))}
  >
    <rect x={1} y={4} width={foldPx - 2} height={16} rx={8} />
    <text x={foldPx / 2} y={16} textAnchor="middle">
      {fold.count}
    </text>
  </g>
)

/** One lane: bars with their words, and how many more there are where there is no room. */
export const Lane = memo(({ lane, top, chosen, labelOf }: Props) => (
  <g transform={`translate(0 ${top})`}>
    {lane.bars.map((bar) => (
      <Mark key={bar.event.record.id} bar={bar} label={labelOf(bar.event)} chosen={bar.event.record.id === chosen} />
    ))}
    {lane.folds.map((fold) => (
      <Folded key={fold.left} fold={fold} row={lane.rows - 1} />
    ))}
  </g>
))

import { type PointerEvent, useRef } from "react"
import type { Dated } from "./layout.ts"
import { moved, type Window } from "./span.ts"
import { lookAt } from "./store.ts"

interface Props {
  readonly dated: readonly Dated[]
  readonly whole: Window
  readonly view: Window
  readonly widthPx: number
}

const heightPx = 30
const columnPx = 4

/** All of it in one narrow bar, with what is in view as a window that can be dragged. */
export const Overview = ({ dated, whole, view, widthPx }: Props) => {
  const held = useRef<{ x: number; view: Window } | undefined>(undefined)
  const pxPerDay = widthPx / (whole.to - whole.from)
  const counts = new Map<number, number>()
  for (const { span } of dated) {
    const column = Math.floor(((span.from - whole.from) * pxPerDay) / columnPx)
    counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  const most = Math.max(1, ...counts.values())
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const day = whole.from + (event.clientX - event.currentTarget.getBoundingClientRect().left) / pxPerDay
    const inside = day >= view.from && day <= view.to
    const start = inside ? view : moved(view, day - (view.from + view.to) / 2)
    held.current = { x: event.clientX, view: start }
    lookAt(start)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (held.current !== undefined) lookAt(moved(held.current.view, (event.clientX - held.current.x) / pxPerDay))
  }
  const letGo = () => {
    held.current = undefined
  }
  return (
    <svg
      className="timeline-overview"
      width={widthPx}
      height={heightPx}
      aria-hidden
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      {[...counts].map(([column, count]) => {
        const height = 3 + (count / most) * (heightPx - 8)
        return (
          <rect
            key={column}
            className="density"
            x={column * columnPx}
            y={heightPx - height}
            width={3}
            height={height}
          />
        )
      })}
      <rect
        className="window"
        x={(view.from - whole.from) * pxPerDay}
        width={Math.max(6, (view.to - view.from) * pxPerDay)}
        y={0.5}
        height={heightPx - 1}
        rx={3}
      />
    </svg>
  )
}

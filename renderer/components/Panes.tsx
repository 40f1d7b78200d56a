import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react"

interface Props {
  readonly main: ReactNode
  readonly side: ReactNode
  /** Width of the side pane in CSS pixels. */
  readonly width: number
  readonly onWidth: (width: number) => void
  readonly label: string
}

const narrowest = 260
const widest = 680
const clamp = (width: number) => Math.min(widest, Math.max(narrowest, Math.round(width)))

/** Two panes with a line between them that can be dragged or moved with the arrow keys. */
export const Panes = ({ main, side, width, onWidth, label }: Props) => {
  const start = useRef<{ x: number; width: number } | undefined>(undefined)
  const [live, setLive] = useState<number | undefined>(undefined)
  const shown = live ?? width

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    start.current = { x: event.clientX, width }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (start.current !== undefined) setLive(clamp(start.current.width + start.current.x - event.clientX))
  }
  const onPointerUp = () => {
    if (live !== undefined) onWidth(live)
    start.current = undefined
    setLive(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowLeft" ? 16 : event.key === "ArrowRight" ? -16 : 0
    if (step !== 0) onWidth(clamp(width + step))
  }

  return (
    <div className="panes">
      <div className="pane-main">{main}</div>
      <div
        className="pane-line"
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuenow={shown}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onKeyDown={onKeyDown}
      />
      <aside className="pane-side" style={{ width: shown }} aria-label={label}>
        {side}
      </aside>
    </div>
  )
}

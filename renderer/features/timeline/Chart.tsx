import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react"
import type { TimelineEvent } from "../../../shared/contract/timeline.ts"
import { useT } from "../../session/preferences.ts"
import { Fades, Lane, rowPx } from "./Drawing.tsx"
import { type Dated, layOut } from "./layout.ts"
import { Overview } from "./Overview.tsx"
import { moved, type Window, wholeOf, zoomed } from "./span.ts"
import { lookAt, pickEvent } from "./store.ts"
import { Ticks } from "./Ticks.tsx"

export interface NamedLane {
  readonly id: string
  readonly title: string
  readonly dated: readonly Dated[]
}

interface Props {
  readonly dated: readonly Dated[]
  readonly lanes: readonly NamedLane[]
  readonly view: Window | undefined
  readonly chosen: string | undefined
  readonly labelOf: (event: TimelineEvent) => string
}

const headPx = 28
const lanePaddingPx = 8
export const today = (): number => {
  const now = new Date()
  // By the clock of this place: records say days, not moments.
  return (now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000
}

const useSize = () => {
  const ref = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 800, height: 320 })
  useEffect(() => {
    if (ref.current === null) return
    const seen = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      const { width, height } = entry.contentRect
      setSize({ width: Math.max(200, width), height: Math.floor(height) })
    })
    seen.observe(ref.current)
    return () => seen.disconnect()
  }, [])
  return { ref, ...size }
}

/** The wheel pans; with Ctrl it zooms at the pointer. Not React's listener, which may not keep the page from zooming. */
const useWheel = (ref: React.RefObject<HTMLDivElement | null>, view: Window, width: number): void => {
  useEffect(() => {
    const box = ref.current
    if (box === null) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const share = (event.clientX - box.getBoundingClientRect().left) / width
      if (event.ctrlKey) lookAt(zoomed(view, Math.exp(event.deltaY / 300), share))
      else if (event.shiftKey) box.scrollTop += event.deltaY
      else lookAt(moved(view, ((event.deltaX + event.deltaY) / width) * (view.to - view.from)))
    }
    box.addEventListener("wheel", onWheel, { passive: false })
    return () => box.removeEventListener("wheel", onWheel)
  }, [ref, view, width])
}

/** The event before or after the chosen one, brought into view. */
const walk = (dated: readonly Dated[], chosen: string | undefined, step: 1 | -1, view: Window): void => {
  const at = dated.findIndex(({ event }) => event.record.id === chosen)
  const next = dated[at === -1 ? (step === 1 ? 0 : dated.length - 1) : at + step]
  if (next === undefined) return
  pickEvent({ kind: next.event.record.kind, id: next.event.record.id })
  if (next.span.from < view.from || next.span.from > view.to)
    lookAt(moved(view, next.span.from - (view.from + view.to) / 2))
}

export const Chart = ({ dated, lanes, view: asked, chosen, labelOf }: Props) => {
  const t = useT()
  const { ref, width, height: room } = useSize()
  const whole = useMemo(
    () =>
      wholeOf(
        dated.map(({ span }) => span),
        today(),
      ),
    [dated],
  )
  const view = asked ?? whole
  useWheel(ref, view, width)
  const laid = useMemo(() => {
    const canvas = { view, widthPx: width, mostRows: lanes.length > 1 ? 4 : 16 }
    let top = headPx
    return lanes.map((lane) => {
      const layout = layOut(lane.dated, labelOf, canvas)
      const here = top
      top += Math.max(1, layout.rows) * rowPx + lanePaddingPx * 2 + (lanes.length > 1 ? 16 : 0)
      return { lane, layout, top: here, bottom: top }
    })
  }, [lanes, view, width, labelOf])
  const height = Math.max(room, laid.at(-1)?.bottom ?? 0)
  const keys: Readonly<Record<string, () => void>> = {
    "+": () => lookAt(zoomed(view, 0.6, 0.5)),
    "=": () => lookAt(zoomed(view, 0.6, 0.5)),
    "-": () => lookAt(zoomed(view, 1 / 0.6, 0.5)),
    "0": () => lookAt(undefined),
    ArrowRight: () => walk(dated, chosen, 1, view),
    ArrowLeft: () => walk(dated, chosen, -1, view),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const run = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key]
    if (run === undefined) return
    event.preventDefault()
    run()
  }
  const now = ((today() - view.from) / (view.to - view.from)) * width
  return (
    <>
      {/* biome-ignore lint/a11y: arrows walk its events; the list form says the same */}
      <div
        ref={ref}
        className="timeline-chart"
        role="application"
        aria-label={t("timeline.help")}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <svg width={width} height={height} aria-hidden>
          <Fades />
          <Ticks view={view} widthPx={width} heightPx={height} />
          {now > 0 && now < width && <line className="timeline-now" x1={now} x2={now} y1={0} y2={height} />}
          {laid.map(({ lane, layout, top, bottom }) => (
            <g key={lane.id}>
              {lanes.length > 1 && (
                <text className="timeline-lane" x={8} y={top + 16}>
                  {lane.title}
                </text>
              )}
              <Lane
                lane={layout}
                top={top + lanePaddingPx + (lanes.length > 1 ? 16 : 0)}
                chosen={chosen}
                labelOf={labelOf}
              />
              {lanes.length > 1 && <line className="timeline-rule" x2={width} y1={bottom} y2={bottom} />}
            </g>
          ))}
        </svg>
      </div>
      <Overview dated={dated} whole={whole} view={view} widthPx={width} />
    </>
  )
}

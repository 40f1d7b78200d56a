import { cssPixelsPerPoint, pageToView } from "../../../shared/geometry.ts"
import type { RedactionBox } from "../../../shared/model/redaction.ts"
import { useT } from "../../session/preferences.ts"
import type { Point } from "../viewer/selection.ts"
import { useCover } from "./cover.ts"
import { showBox, useRedaction } from "./store.ts"

/** A box on the original, see-through. */
export const BoxMark = ({ box, zoom }: { readonly box: RedactionBox; readonly zoom: number }) => {
  const t = useT()
  const isCurrent = useRedaction((state) => state.current === box.id)
  const { x, y, width, height } = pageToView(box.rect, zoom)
  const who = box.actorId !== null || box.reason === "protected-person" ? "guarded" : "plain"
  const shape = box.points.length > 0 ? "shaped" : ""
  return (
    <button
      type="button"
      className={`box ${box.decision} ${who} ${shape} ${isCurrent ? "current" : ""}`}
      style={{ left: x, top: y, width, height }}
      aria-label={`${t(`redaction.state.${box.decision}`)}: ${box.label || t(`reason.${box.reason}`)}`}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => showBox(box)}
    >
      {box.points.length > 0 && (
        <svg viewBox={`${box.rect.x} ${box.rect.y} ${box.rect.width} ${box.rect.height}`} aria-hidden>
          <polygon points={box.points.map((point) => point.join(",")).join(" ")} vectorEffect="non-scaling-stroke" />
        </svg>
      )}
    </button>
  )
}

interface TraceProps {
  readonly page: number
  readonly zoom: number
  readonly hover: Point | undefined
}

/** The corners of a polygon that is not closed yet, and the way to where the pointer is. */
export const Trace = ({ page, zoom, hover }: TraceProps) => {
  const corners = useCover((state) => state.corners)
  if (corners?.page !== page) return null
  const scale = cssPixelsPerPoint * zoom
  const points = corners.points.map(([x, y]) => [x * scale, y * scale] as const)
  const way = hover === undefined ? points : [...points, [hover.x * scale, hover.y * scale] as const]
  return (
    <svg className="trace" aria-hidden>
      <polygon points={way.map((point) => point.join(",")).join(" ")} />
      {points.map(([x, y], index) => (
        <circle key={index} cx={x} cy={y} r={index === 0 ? 6 : 3} />
      ))}
    </svg>
  )
}

import { Maximize, Minus, Plus } from "lucide-react"
import { type PointerEvent, useEffect, useRef, useState } from "react"
import type { MapPoint } from "../../../shared/contract/map.ts"
import { regionCircles } from "../../../shared/lists/region-centres.ts"
import { labelOf } from "../../../shared/lists/term.ts"
import { regions } from "../../../shared/lists/terms/regions.ts"
import { townLabel, townsOf } from "../../../shared/lists/towns.ts"
import { Button } from "../../components/Button.tsx"
import { usePreferences, useT } from "../../session/preferences.ts"
import { clustersOf, type Look, lookAt, zoomed } from "./cluster.ts"
import { Mark } from "./Marks.tsx"
import { setLook, useMap } from "./store.ts"
import { outlines, type Spot, spotOf } from "./world.ts"

const useSize = () => {
  const holder = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 800, height: 560 })
  useEffect(() => {
    const element = holder.current
    if (element === null) return
    const follow = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    follow.observe(element)
    return () => follow.disconnect()
  }, [])
  return { holder, size }
}

const panStep = 80
const keys: Readonly<Record<string, (look: Look, middle: Spot) => Look>> = {
  ArrowLeft: (look) => ({ ...look, x: look.x + panStep }),
  ArrowRight: (look) => ({ ...look, x: look.x - panStep }),
  ArrowUp: (look) => ({ ...look, y: look.y + panStep }),
  ArrowDown: (look) => ({ ...look, y: look.y - panStep }),
  Equal: (look, middle) => zoomed(look, 1.5, middle),
  NumpadAdd: (look, middle) => zoomed(look, 1.5, middle),
  Minus: (look, middle) => zoomed(look, 1 / 1.5, middle),
  NumpadSubtract: (look, middle) => zoomed(look, 1 / 1.5, middle),
}

/** The map itself, offline: outlines of countries, names of regions and towns, and what happened where. */
export const Sheet = ({
  points,
  chosen,
}: {
  readonly points: readonly MapPoint[]
  readonly chosen: string | undefined
}) => {
  const t = useT()
  const { holder, size } = useSize()
  const look = useMap((state) => state.look) ?? lookAt(points, size)
  const dragged = useRef<{ readonly at: Spot; readonly look: Look } | undefined>(undefined)
  const middle = { x: size.width / 2, y: size.height / 2 }
  const press = (code: string): boolean => {
    const next = code === "Digit0" ? lookAt(points, size) : keys[code]?.(look, middle)
    if (next !== undefined) setLook(next)
    return next !== undefined
  }
  const onPointerMove = (event: PointerEvent) => {
    if (dragged.current === undefined || event.buttons === 0) return
    const { at, look: before } = dragged.current
    setLook({ ...before, x: before.x + event.clientX - at.x, y: before.y + event.clientY - at.y })
  }
  return (
    <div ref={holder} className="map-sheet">
      <svg
        className="map-canvas"
        role="group"
        aria-label={t("map.sheet", { count: points.length })}
        tabIndex={0}
        width={size.width}
        height={size.height}
        onKeyDown={(event) => {
          if (!event.ctrlKey && !event.altKey && press(event.code)) event.preventDefault()
        }}
        onPointerDown={(event) => {
          dragged.current = { at: { x: event.clientX, y: event.clientY }, look }
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          dragged.current = undefined
        }}
        onWheel={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          const at = { x: event.clientX - box.left, y: event.clientY - box.top }
          setLook(zoomed(look, event.deltaY < 0 ? 1.2 : 1 / 1.2, at))
        }}
      >
        <Ground look={look} />
        <Names look={look} />
        {clustersOf(points, look)
          .sort((left, right) => order(left.points) - order(right.points))
          .map((cluster) => (
            <Mark key={cluster.id} cluster={cluster} look={look} chosen={chosen} />
          ))}
      </svg>
      <div className="map-zoom">
        <Button icon={Plus} tip={t("graph.zoomIn")} onPress={() => void press("Equal")} />
        <Button icon={Minus} tip={t("graph.zoomOut")} onPress={() => void press("Minus")} />
        <Button icon={Maximize} tip={t("graph.all")} onPress={() => void press("Digit0")} />
      </div>
      <p className="map-credit">{t("map.credit")}</p>
    </div>
  )
}

/** Wide circles lie under what is known better. */
const order = ([first]: readonly MapPoint[]): number => (first?.precision === "region" ? 0 : 1)

const Ground = ({ look: { zoom, x, y } }: { readonly look: Look }) => {
  const { others, home } = outlines()
  return (
    <g transform={`translate(${x} ${y}) scale(${zoom})`} aria-hidden>
      <path className="map-others" d={others} vectorEffect="non-scaling-stroke" />
      <path className="map-home" d={home} vectorEffect="non-scaling-stroke" />
    </g>
  )
}

const largeTown = 180_000

/** Names stand where there is room: regions from afar, more towns from near. */
const Names = ({ look: { zoom, x, y } }: { readonly look: Look }) => {
  const language = usePreferences((state) => state.language)
  const at = (place: { readonly latitude: number; readonly longitude: number }) => {
    const spot = spotOf(place)
    return { x: spot.x * zoom + x, y: spot.y * zoom + y }
  }
  const names = regions.terms.filter(({ code }) => code.endsWith("-region"))
  const towns = townsOf("KZ", zoom > 12 ? 5000 : zoom > 4 ? 60_000 : largeTown)
  return (
    <g aria-hidden>
      {zoom > 1.4 &&
        names.map((term) => {
          const circle = regionCircles[term.code]
          return circle === undefined ? null : (
            <text key={term.code} className="map-region" {...at(circle)}>
              {labelOf(term, language)}
            </text>
          )
        })}
      {towns.map((town) => {
        const spot = at(town)
        return (
          <g key={`${town.name} ${town.latitude}`}>
            <circle className="map-town-dot" cx={spot.x} cy={spot.y} r={1.8} />
            <text className="map-town" x={spot.x + 5} y={spot.y - 4}>
              {townLabel(town, language)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

import type { MapPoint } from "../../../shared/contract/map.ts"
import type { TextKey } from "../../../shared/i18n/translate.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { recordTitle } from "../records/words.ts"
import { type Cluster, type Look, sameSpot, zoomed } from "./cluster.ts"
import { chooseHere, chooseOne, setLook } from "./store.ts"
import { lengthOf } from "./world.ts"

export const precisionKey = ({ precision }: MapPoint): TextKey => `map.precision.${precision}`

const smallest = { exact: 5, vicinity: 10, locality: 12, region: 20 } as const

/** How large a place is drawn: as uncertain as it is, and never too small to be hit. */
const radiusOf = ({ precision, radiusKm, latitude }: MapPoint, { zoom }: Look): number =>
  Math.max(smallest[precision], lengthOf(radiusKm, latitude) * zoom)

interface Props {
  readonly cluster: Cluster
  readonly look: Look
  readonly chosen: string | undefined
}

/** One place, or several close together. */
export const Mark = ({ cluster, look, chosen }: Props) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const { points, x, y } = cluster
  const [first] = points
  if (first === undefined) return null
  const many = points.length > 1
  const label = many
    ? t("map.cluster", { count: points.length })
    : `${mask(recordTitle(first.record, language))}, ${t(precisionKey(first))}`
  const press = () => {
    if (!many) chooseOne(first)
    else if (sameSpot(points) || look.zoom > 300) chooseHere(points)
    else setLook(zoomed(look, 2.5, { x, y }))
  }
  const here = points.some(({ record }) => record.id === chosen)
  const kind = first.precision === "region" ? "region" : many ? "many" : first.precision
  return (
    <g
      className={here ? `map-mark ${kind} here` : `map-mark ${kind}`}
      transform={`translate(${x} ${y})`}
      role="button"
      tabIndex={0}
      aria-label={label}
      onClick={press}
      onKeyDown={(event) => {
        if (event.code === "Enter" || event.code === "Space") {
          event.preventDefault()
          press()
        }
      }}
    >
      <title>{label}</title>
      {kind === "many" ? (
        <circle className="mark-many" r={14 + Math.min(12, Math.log2(points.length) * 2)} />
      ) : (
        <circle className="mark-area" r={radiusOf(first, look)} />
      )}
      {kind !== "many" && kind !== "region" && kind !== "exact" && <circle className="mark-middle" r={2.5} />}
      {many && (
        <text className="mark-count" dy="0.35em">
          {points.length}
        </text>
      )}
    </g>
  )
}

import type { MapPoint } from "../../../shared/contract/map.ts"
import { isTextKey } from "../../../shared/i18n/translate.ts"
import { showDates } from "../../session/dates.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { recordTitle } from "../records/words.ts"
import { precisionKey } from "./Marks.tsx"
import { choosePlace, type narrowed } from "./store.ts"

interface RowProps {
  readonly of: Pick<MapPoint, "record" | "dates" | "place">
  readonly chosen: boolean
  readonly detail: string
}

const Row = ({ of: { record, dates, place }, chosen, detail }: RowProps) => {
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const { kind, id } = record
  return (
    <li className={chosen ? "map-row chosen" : "map-row"}>
      <button type="button" className="grow" aria-current={chosen} onClick={() => choosePlace({ kind, id })}>
        <span className="strong">{mask(recordTitle(record, language))}</span>
        <span className="quiet">{[showDates(language, dates), mask(place), detail].filter(Boolean).join(" · ")}</span>
      </button>
    </li>
  )
}

/** The map for whoever does not see it, and for everything at one spot. */
export const PlaceList = ({
  points,
  chosen,
  label,
}: {
  readonly points: readonly MapPoint[]
  readonly chosen: string | undefined
  readonly label: string
}) => {
  const t = useT()
  return (
    <ul className="map-list" aria-label={label}>
      {points.map((point) => (
        <Row key={point.record.id} of={point} chosen={point.record.id === chosen} detail={t(precisionKey(point))} />
      ))}
    </ul>
  )
}

/** What is not on the map, and why. */
export const OffList = ({
  off,
  chosen,
}: Pick<ReturnType<typeof narrowed>, "off"> & { readonly chosen: string | undefined }) => {
  const t = useT()
  const reason = (code: string): string => {
    const key = `map.off.${code}`
    return isTextKey(key) ? t(key) : code
  }
  return (
    <details className="map-off">
      <summary>{t("map.off", { count: off.length })}</summary>
      <ul className="map-list" aria-label={t("map.off", { count: off.length })}>
        {off.map((one) => (
          <Row key={one.record.id} of={one} chosen={one.record.id === chosen} detail={reason(one.reason)} />
        ))}
      </ul>
    </details>
  )
}

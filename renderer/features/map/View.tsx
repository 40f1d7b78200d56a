import "./map.css"
import { List, Map as MapIcon } from "lucide-react"
import { useCallback, useEffect, useState } from "react"
import { showEdtf } from "../../../shared/dates.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Empty } from "../../components/States.tsx"
import { onRecords } from "../../session/changes.ts"
import { useNarrow, useReloadOnFilter } from "../../session/filter.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { FilterBar } from "../filters/FilterBar.tsx"
import { InspectorOf } from "../records/InspectorOf.tsx"
import { OffList, PlaceList } from "./Lists.tsx"
import { Sheet } from "./Sheet.tsx"
import { choosePlace, isoOf, narrow, narrowed, openMap, useMap } from "./store.ts"

/** Where it happened, drawn no more exactly than it is known. */
export const MapView = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const [width, setWidth] = useInspectorWidth()
  const [asList, setAsList] = useState(false)
  const state = useMap()
  const { points, off, days } = narrowed(state)
  useEffect(() => {
    void openMap(caseId)
    return onRecords(["incident", "act"], () => void openMap(caseId))
  }, [caseId])
  const narrow = useNarrow()
  useReloadOnFilter(useCallback(() => void openMap(caseId), [caseId]))
  const chosen = state.chosen?.id
  return (
    <Panes
      label={t("common.resizePane")}
      width={width}
      onWidth={setWidth}
      main={
        <div className="list">
          <header className="head-bar">
            <h1>{t("map.title")}</h1>
            <span className="count">
              {points.length === state.points.length
                ? points.length
                : t("common.ofAll", { total: points.length, all: state.points.length })}
            </span>
            <span className="grow" />
            {days !== undefined && days.first < days.last && <Dates days={days} />}
            <Button
              icon={asList ? MapIcon : List}
              tip={asList ? t("graph.asSheet") : t("graph.asList")}
              pressed={asList}
              onPress={() => setAsList(!asList)}
            />
          </header>
          <FilterBar caseId={caseId} kinds={["incident", "act"]} hint={t("filters.textHint")} />
          {state.ready && state.points.length === 0 && (
            <p className="map-empty">{narrow ? t("filters.noMatch") : t("map.empty")}</p>
          )}
          {asList ? (
            <PlaceList points={points} chosen={chosen} label={t("map.title")} />
          ) : (
            <Sheet points={points} chosen={chosen} />
          )}
          {off.length > 0 && <OffList off={off} chosen={chosen} />}
        </div>
      }
      side={<Side />}
    />
  )
}

const Side = () => {
  const t = useT()
  const chosen = useMap((state) => state.chosen)
  const here = useMap((state) => state.here)
  if (chosen === undefined && here.length === 0) return <Empty title={t("map.choose")} />
  return (
    <>
      {here.length > 0 && (
        <>
          <h2 className="map-here">{t("map.here", { count: here.length })}</h2>
          <PlaceList points={here} chosen={chosen?.id} label={t("map.here", { count: here.length })} />
        </>
      )}
      {chosen !== undefined && <InspectorOf of={chosen} onGone={() => choosePlace(undefined)} />}
    </>
  )
}

interface DatesProps {
  readonly days: { readonly first: number; readonly last: number }
}

/** Two sliders: from which day, until which. At both ends nothing is narrowed. */
const Dates = ({ days: { first, last } }: DatesProps) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const from = useMap((state) => state.from) ?? first
  const to = useMap((state) => state.to) ?? last
  const shown = (day: number): string => showEdtf(isoOf(day), language)
  const set = (end: "from" | "to", day: number): void => {
    const next = { from, to, [end]: day }
    const whole = next.from <= first && next.to >= last
    narrow(whole ? { from: undefined, to: undefined } : { from: next.from, to: Math.max(next.from, next.to) })
  }
  return (
    <div className="map-dates">
      {(["from", "to"] as const).map((end) => {
        const day = end === "from" ? from : to
        return (
          <label key={end}>
            {t(`map.${end}`)}
            <input
              type="range"
              min={first}
              max={last}
              value={day}
              aria-valuetext={shown(day)}
              onChange={(event) => set(end, Number(event.currentTarget.value))}
            />
            <span className="map-day">{shown(day)}</span>
          </label>
        )
      })}
    </div>
  )
}

import "./timeline.css"
import { ChartGantt, List, Maximize, ZoomIn, ZoomOut } from "lucide-react"
import { useCallback, useEffect, useMemo } from "react"
import { type TimelineEvent, type TimelineLane, timelineLanes } from "../../../shared/contract/timeline.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Empty, Skeleton } from "../../components/States.tsx"
import { onRecords } from "../../session/changes.ts"
import { showDates } from "../../session/dates.ts"
import { useNarrow, useReloadOnFilter } from "../../session/filter.ts"
import { useMask } from "../../session/names.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { FilterBar } from "../filters/FilterBar.tsx"
import { NoneOrNoMatch } from "../filters/NoneOrNoMatch.tsx"
import { RecordInspector } from "../records/Inspector.tsx"
import { loadRecord, useRecords } from "../records/store.ts"
import { recordTitle, termWords } from "../records/words.ts"
import { Chart, type NamedLane, today } from "./Chart.tsx"
import { datedOf, type Dated } from "./layout.ts"
import { wholeOf, zoomed } from "./span.ts"
import { groupBy, loadTimeline, lookAt, pickEvent, showAsList, useTimeline } from "./store.ts"

const timedKinds = ["incident", "act", "hearing", "decision", "deadline"] as const
const nouns = ["incident", "act", "hearing", "decision", "deadline", "involvement", "actor"]

const useLabel = () => {
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  return useCallback((event: TimelineEvent) => mask(recordTitle(event.record, language)), [mask, language])
}

const useLanes = (dated: readonly Dated[]): readonly NamedLane[] => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const { listed, lanes } = useTimeline()
  return useMemo(() => {
    if (lanes === "none") return [{ id: "", title: "", dated }]
    const titleOf = ({ title }: TimelineLane) =>
      lanes === "right" ? termWords("rights", title, language, []) : mask(title)
    const within = new Map<string, Dated[]>()
    for (const one of dated)
      for (const id of one.event.lanes.length === 0 ? [""] : one.event.lanes) {
        const known = within.get(id)
        if (known === undefined) within.set(id, [one])
        else known.push(one)
      }
    const named = (listed?.lanes ?? []).map((lane) => ({
      id: lane.id,
      title: titleOf(lane),
      dated: within.get(lane.id) ?? [],
    }))
    const others = within.get("")
    return others === undefined ? named : [...named, { id: "", title: t("timeline.noLane"), dated: others }]
  }, [dated, listed, lanes, language, mask, t])
}

/** What happened when: as a drawing with spans for what is not known exactly, or as a list. */
export const TimelineView = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const [width, setWidth] = useInspectorWidth()
  const { listed, chosen } = useTimeline()
  const record = useRecords((state) => (chosen === undefined ? undefined : state.byId[chosen.id]))
  useEffect(() => {
    void loadTimeline(caseId)
    return onRecords(nouns, () => void loadTimeline(caseId))
  }, [caseId])
  useReloadOnFilter(useCallback(() => void loadTimeline(caseId), [caseId]))
  useEffect(() => {
    if (chosen !== undefined) void loadRecord(chosen)
  }, [chosen])
  if (listed === undefined) return <Skeleton label={t("common.loading")} />
  return (
    <Panes
      label={t("common.resizePane")}
      width={width}
      onWidth={setWidth}
      main={<Main caseId={caseId} />}
      side={
        record === undefined ? (
          <Empty title={t("timeline.choose")} />
        ) : (
          <RecordInspector key={record.id} record={record} onGone={() => pickEvent(undefined)} />
        )
      }
    />
  )
}

const Main = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const labelOf = useLabel()
  const { listed, view, chosen, asList } = useTimeline()
  const dated = useMemo(() => datedOf(listed?.events ?? []), [listed])
  const lanes = useLanes(dated)
  const said = dated.find(({ event }) => event.record.id === chosen?.id)
  return (
    <div className="timeline">
      <Head caseId={caseId} dated={dated} />
      <FilterBar caseId={caseId} kinds={timedKinds} hint={t("filters.textHint")} />
      {listed?.cut === true && <p className="timeline-note">{t("timeline.cut")}</p>}
      {dated.length === 0 ? (
        <NoneOrNoMatch empty={t("timeline.empty")} />
      ) : asList ? (
        <Rows dated={dated} />
      ) : (
        <Chart dated={dated} lanes={lanes} view={view} chosen={chosen?.id} labelOf={labelOf} />
      )}
      <p className="unseen" role="status">
        {said === undefined ? "" : labelOf(said.event)}
      </p>
      <Undated events={listed?.undated ?? []} />
    </div>
  )
}

const Head = ({ caseId, dated }: { readonly caseId: CaseId; readonly dated: readonly Dated[] }) => {
  const t = useT()
  const narrow = useNarrow()
  const { lanes, view, asList, listed } = useTimeline()
  const zoom = (factor: number) => () =>
    lookAt(
      zoomed(
        view ??
          wholeOf(
            dated.map(({ span }) => span),
            today(),
          ),
        factor,
        0.5,
      ),
    )
  return (
    <header className="head-bar">
      <h1>{t("rail.timeline")}</h1>
      {listed !== undefined && listed.all > 0 && (
        <span className="count">
          {narrow
            ? t("common.ofAll", { total: listed.events.length + listed.undated.length, all: listed.all })
            : listed.all}
        </span>
      )}
      {!asList && (
        <Choice
          label={t("timeline.lanes")}
          hideLabel
          small
          value={lanes}
          options={timelineLanes.map((value) => ({ value, label: t(`timeline.lanes.${value}`) }))}
          onChange={(value) => void groupBy(caseId, value)}
        />
      )}
      <span className="grow" />
      {!asList && (
        <>
          <Button icon={ZoomIn} tip={t("timeline.zoomIn")} onPress={zoom(0.6)} />
          <Button icon={ZoomOut} tip={t("timeline.zoomOut")} onPress={zoom(1 / 0.6)} />
          <Button icon={Maximize} tip={t("timeline.whole")} onPress={() => lookAt(undefined)} />
        </>
      )}
      <Button icon={asList ? ChartGantt : List} onPress={() => showAsList(!asList)}>
        {asList ? t("timeline.asPicture") : t("timeline.asList")}
      </Button>
    </header>
  )
}

const Rows = ({ dated }: { readonly dated: readonly Dated[] }) => {
  const labelOf = useLabel()
  const language = usePreferences((state) => state.language)
  return (
    <ol className="timeline-list">
      {dated.map(({ event }) => (
        <li key={event.record.id}>
          <button type="button" onClick={() => pickEvent({ kind: event.record.kind, id: event.record.id })}>
            <span className="quiet">{showDates(language, event.dates)}</span>
            <span>{labelOf(event)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

const Undated = ({ events }: { readonly events: readonly TimelineEvent[] }) => {
  const t = useT()
  const labelOf = useLabel()
  if (events.length === 0) return null
  return (
    <section className="timeline-tray" aria-label={t("timeline.undated")}>
      <h2>{t("timeline.undated")}</h2>
      <ul>
        {events.map((event) => (
          <li key={event.record.id}>
            <Button small onPress={() => pickEvent({ kind: event.record.kind, id: event.record.id })}>
              {labelOf(event)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

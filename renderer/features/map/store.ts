import type { MapPoint, OffMap } from "../../../shared/contract/map.ts"
import type { RecordRef } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { act } from "../../session/act.ts"
import { filterOf } from "../../session/filter.ts"
import { createStore } from "../../session/store.ts"
import type { Look } from "./cluster.ts"

interface State {
  readonly caseId: CaseId | undefined
  readonly points: readonly MapPoint[]
  readonly off: readonly OffMap[]
  /** Days, as numbers since 1970; undefined: not narrowed. */
  readonly from: number | undefined
  readonly to: number | undefined
  readonly look: Look | undefined
  readonly chosen: RecordRef | undefined
  /** Everything at the spot that was chosen. */
  readonly here: readonly MapPoint[]
  readonly ready: boolean
}

const initial: State = {
  caseId: undefined,
  points: [],
  off: [],
  from: undefined,
  to: undefined,
  look: undefined,
  chosen: undefined,
  here: [],
  ready: false,
}
export const useMap = createStore<State>(initial)

export const openMap = async (caseId: CaseId): Promise<void> => {
  if (useMap.getState().caseId !== caseId) useMap.setState({ ...initial, caseId })
  const filter = filterOf(caseId)
  const found = await act("map.list", { caseId, filter })
  if (found === undefined || filterOf(caseId) !== filter || useMap.getState().caseId !== caseId) return
  useMap.setState({ points: found.points, off: found.off, ready: true })
}

export const setLook = (look: Look): void => useMap.setState({ look })
export const narrow = (span: Partial<Pick<State, "from" | "to">>): void => useMap.setState(span)
export const choosePlace = (chosen: RecordRef | undefined): void => useMap.setState({ chosen })
export const chooseHere = (here: readonly MapPoint[]): void => useMap.setState({ here, chosen: undefined })
export const chooseOne = ({ record: { kind, id } }: MapPoint): void =>
  useMap.setState({ here: [], chosen: { kind, id } })

const dayMs = 86_400_000
export const dayOf = (iso: string): number => Math.floor(Date.parse(`${iso}T00:00:00Z`) / dayMs)
export const isoOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

interface Narrowed {
  readonly points: readonly MapPoint[]
  readonly off: readonly (Omit<OffMap, "reason"> & { readonly reason: OffMap["reason"] | "no-date" })[]
  /** The first and the last day of all that is dated; undefined where nothing is. */
  readonly days: { readonly first: number; readonly last: number } | undefined
}

/** What the dates leave. An uncertain date stays as long as it may be within. Exported for its test. */
export const narrowed = ({ points, off, from, to }: Pick<State, "points" | "off" | "from" | "to">): Narrowed => {
  const dated = points.filter(({ dates }) => dates.earliest !== "" && dates.latest !== "")
  const days =
    dated.length === 0
      ? undefined
      : {
          first: Math.min(...dated.map(({ dates }) => dayOf(dates.earliest))),
          last: Math.max(...dated.map(({ dates }) => dayOf(dates.latest))),
        }
  if (from === undefined && to === undefined) return { points, off, days }
  const within = dated.filter(
    ({ dates }) => dayOf(dates.latest) >= (from ?? -Infinity) && dayOf(dates.earliest) <= (to ?? Infinity),
  )
  const isDated = new Set(dated)
  const undated = points
    .filter((point) => !isDated.has(point))
    .map(({ record, dates, place }) => ({ record, dates, place, reason: "no-date" as const }))
  return { points: within, off: [...off, ...undated], days }
}

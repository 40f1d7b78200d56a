import type { Output } from "../../../shared/contract/contract.ts"
import type { TimelineLanes } from "../../../shared/contract/timeline.ts"
import type { RecordRef } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { act } from "../../session/act.ts"
import { filterOf } from "../../session/filter.ts"
import { createStore } from "../../session/store.ts"
import type { Window } from "./span.ts"

interface State {
  readonly caseId: CaseId | undefined
  readonly lanes: TimelineLanes
  readonly listed: Output<"timeline.list"> | undefined
  /** What is in view; undefined: all there is. */
  readonly view: Window | undefined
  readonly chosen: RecordRef | undefined
  readonly asList: boolean
}
const fresh = { listed: undefined, view: undefined, chosen: undefined } as const
export const useTimeline = createStore<State>({ caseId: undefined, lanes: "none", asList: false, ...fresh })

export const loadTimeline = async (caseId: CaseId): Promise<void> => {
  if (useTimeline.getState().caseId !== caseId) useTimeline.setState({ caseId, ...fresh })
  const { lanes } = useTimeline.getState()
  const filter = filterOf(caseId)
  const listed = await act("timeline.list", { caseId, lanes, filter })
  const now = useTimeline.getState()
  if (listed !== undefined && now.caseId === caseId && now.lanes === lanes && filterOf(caseId) === filter)
    useTimeline.setState({ listed })
}

export const groupBy = async (caseId: CaseId, lanes: TimelineLanes): Promise<void> => {
  useTimeline.setState({ lanes })
  await loadTimeline(caseId)
}
export const lookAt = (view: Window | undefined): void => useTimeline.setState({ view })
export const pickEvent = (chosen: RecordRef | undefined): void => useTimeline.setState({ chosen })
export const showAsList = (asList: boolean): void => useTimeline.setState({ asList })

import type { Output } from "../../../shared/contract/contract.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { call } from "../../bridge/client.ts"
import { createStore } from "../../session/store.ts"

type Incident = Output<"incident.list">["rows"][number]
type Actor = Output<"actor.list">["rows"][number]
type Evidence = Output<"evidence.list">["rows"][number]
type Hit = Output<"evidence.find">["hits"][number]

interface State {
  readonly query: string
  readonly incidents: readonly Incident[]
  readonly actors: readonly Actor[]
  readonly evidence: readonly Evidence[]
  readonly hits: readonly Hit[]
}

const initial: State = { query: "", incidents: [], actors: [], evidence: [], hits: [] }
export const usePalette = createStore<State>(initial)

export const clearPalette = (): void => usePalette.setState(initial, true)

const perKind = 6
const waitMs = 60
let timer: ReturnType<typeof setTimeout> | undefined

const ask = async (caseId: CaseId, query: string): Promise<void> => {
  const input = { caseId, query, limit: perKind }
  const current = () => usePalette.getState().query === query
  const [incidents, actors, evidence] = await Promise.all([
    call("incident.list", input),
    call("actor.list", input),
    call("evidence.list", input),
  ])
  if (!current()) return
  usePalette.setState({
    incidents: incidents.ok ? incidents.result.rows : [],
    actors: actors.ok ? actors.result.rows : [],
    evidence: evidence.ok ? evidence.result.rows : [],
  })
  if (query.trim().length < 2) {
    usePalette.setState({ hits: [] })
    return
  }
  const found = await call("evidence.find", { caseId, query, limit: 8 })
  if (current()) usePalette.setState({ hits: found.ok ? found.result.hits : [] })
}

export const search = (caseId: CaseId | undefined, query: string): void => {
  usePalette.setState({ query })
  if (timer !== undefined) clearTimeout(timer)
  if (caseId !== undefined) timer = setTimeout(() => void ask(caseId, query), waitMs)
}

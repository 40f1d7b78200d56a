import type { Output } from "../../../shared/contract/contract.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { call } from "../../bridge/client.ts"
import { createStore } from "../../session/store.ts"

type Found = Output<"record.search">["found"][number]
type Hit = Output<"evidence.find">["hits"][number]

interface State {
  readonly query: string
  readonly found: readonly Found[]
  readonly hits: readonly Hit[]
}

const initial: State = { query: "", found: [], hits: [] }
export const usePalette = createStore<State>(initial)

export const clearPalette = (): void => usePalette.setState(initial, true)

const most = 18
const waitMs = 60
let timer: ReturnType<typeof setTimeout> | undefined

const ask = async (caseId: CaseId, query: string): Promise<void> => {
  const current = () => usePalette.getState().query === query
  const records = await call("record.search", { caseId, query, limit: most })
  if (!current()) return
  usePalette.setState({ found: records.ok ? records.result.found : [] })
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

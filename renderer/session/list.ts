import type { StoreApi, UseBoundStore } from "zustand"
import type { Input } from "../../shared/contract/contract.ts"
import type { Reply } from "../../shared/contract/call.ts"
import type { Filter } from "../../shared/model/filter.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { call, type Failure } from "../bridge/client.ts"
import { filterOf } from "./filter.ts"
import type { Group } from "./groups.ts"
import { layoutOf } from "./layout.ts"
import { createStore } from "./store.ts"

type GroupedKind = Input<"record.groups">["kind"]

/** A long list that is asked for in blocks as it is scrolled: 100,000 rows cost what is on the screen. */
export interface ListState<Row> {
  readonly caseId: CaseId | undefined
  readonly query: string
  readonly sort: string
  readonly descending: boolean
  /** How many match, and how many there are. */
  readonly total: number
  readonly all: number
  readonly blocks: Readonly<Record<number, readonly Row[]>>
  /** Headers of a grouped list; undefined where it is not grouped. */
  readonly groups: readonly Group[] | undefined
  readonly status: "idle" | "loading" | "ready" | "failed"
  readonly failure: Failure | undefined
}

interface ListRequest {
  readonly caseId: CaseId
  readonly filter: Filter
  readonly group: string
  readonly query: string
  readonly sort: string
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

type Fetch<Row> = (request: ListRequest) => Promise<Reply<{ rows: Row[]; total: number; all: number }>>

export interface List<Row> {
  readonly kind: GroupedKind
  readonly use: UseBoundStore<StoreApi<ListState<Row>>>
  readonly open: (caseId: CaseId) => void
  readonly reload: () => Promise<void>
  /** All rows that match, at most as many as can be changed at once. */
  readonly everything: () => Promise<readonly Row[]>
  /** For effects: reloads, waiting for nothing. */
  readonly reloadSoon: () => void
  readonly narrow: (patch: Partial<Pick<ListState<Row>, "query" | "sort" | "descending">>) => void
  /** Makes sure that rows [first, last] are there or on their way. */
  readonly need: (first: number, last: number) => void
  readonly replace: (matches: (row: Row) => boolean, row: Row) => void
}

export const blockSize = 200
/** As many as one act changes. */
const mostAtOnce = 10_000

export const rowAt = <Row>(state: ListState<Row>, index: number): Row | undefined =>
  state.blocks[Math.floor(index / blockSize)]?.[index % blockSize]

/** `kind`: whose layout and groups it has. */
export const createList = <Row>(fetch: Fetch<Row>, kind: GroupedKind): List<Row> => {
  const initial: ListState<Row> = {
    caseId: undefined,
    query: "",
    sort: "",
    descending: false,
    total: 0,
    all: 0,
    blocks: {},
    groups: undefined,
    status: "idle",
    failure: undefined,
  }
  const use = createStore<ListState<Row>>(initial)
  const asked = new Set<number>()
  // Subtle: a slow answer to an old question must not overwrite the newer one's rows.
  let generation = 0

  const fetchBlock = async (block: number, fresh: boolean): Promise<void> => {
    const { caseId, query, sort, descending } = use.getState()
    if (caseId === undefined) return
    const mine = generation
    asked.add(block)
    const filter = filterOf(caseId)
    const { group } = layoutOf(kind)
    const [reply, groups] = await Promise.all([
      fetch({ caseId, filter, group, query, sort, descending, offset: block * blockSize, limit: blockSize }),
      fresh && group !== "" ? call("record.groups", { caseId, kind, filter, by: group }) : undefined,
    ])
    if (mine !== generation) return
    if (!reply.ok) {
      asked.delete(block)
      use.setState({ status: "failed", failure: reply.fault })
      return
    }
    const { rows, total, all } = reply.result
    use.setState((now) => ({
      total,
      all,
      status: "ready",
      failure: undefined,
      ...(fresh ? { groups: groups?.ok === true ? groups.result.groups : undefined } : {}),
      blocks: fresh ? { [block]: rows } : { ...now.blocks, [block]: rows },
    }))
  }

  const reload = async (): Promise<void> => {
    generation += 1
    asked.clear()
    await fetchBlock(0, true)
  }

  return {
    kind,
    use,
    reload,
    everything: async () => {
      const { caseId, query, sort, descending } = use.getState()
      if (caseId === undefined) return []
      const filter = filterOf(caseId)
      const reply = await fetch({ caseId, filter, group: "", query, sort, descending, offset: 0, limit: mostAtOnce })
      return reply.ok ? reply.result.rows : []
    },
    reloadSoon: () => void reload(),
    open: (caseId) => {
      if (use.getState().caseId === caseId) return void reload()
      use.setState({ ...initial, caseId, status: "loading" })
      void reload()
    },
    narrow: (patch) => {
      use.setState(patch)
      void reload()
    },
    need: (first, last) => {
      for (let block = Math.floor(first / blockSize); block <= Math.floor(last / blockSize); block++) {
        if (!asked.has(block)) void fetchBlock(block, false)
      }
    },
    replace: (matches, row) =>
      use.setState((now) => ({
        blocks: Object.fromEntries(
          Object.entries(now.blocks).map(([block, rows]) => [block, rows.map((old) => (matches(old) ? row : old))]),
        ),
      })),
  }
}

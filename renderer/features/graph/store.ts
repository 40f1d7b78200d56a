import type { Graph, GraphEdge, GraphNode } from "../../../shared/contract/graph.ts"
import type { RecordKind, RecordRef } from "../../../shared/model/field.ts"
import { type Filter, noFilter } from "../../../shared/model/filter.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { act } from "../../session/act.ts"
import { readDraft, saveDraft } from "../../session/drafts.ts"
import { filterOf } from "../../session/filter.ts"
import { createStore } from "../../session/store.ts"
import { settle, type Spot } from "./settle.ts"

interface State {
  readonly caseId: CaseId | undefined
  /** The filter that what stands was asked with. */
  readonly filter: Filter
  /** Where the look begins; undefined is the whole case. */
  readonly root: RecordRef | undefined
  readonly depth: 1 | 2 | 3
  /** Kinds that are not drawn. */
  readonly without: readonly RecordKind[]
  readonly nodes: Readonly<Record<string, GraphNode>>
  readonly edges: Readonly<Record<string, GraphEdge>>
  readonly spots: Readonly<Record<string, Spot>>
  readonly pinned: readonly string[]
  /** There was more than is drawn. */
  readonly cut: boolean
  readonly chosen: string | undefined
  /** The records of the way that was asked for, in order. */
  readonly way: readonly string[]
  /** A record with so many neighbours that one is asked which. */
  readonly asking: GraphNode | undefined
  readonly ready: boolean
}

const initial: State = {
  caseId: undefined,
  filter: noFilter,
  root: undefined,
  depth: 1,
  without: [],
  nodes: {},
  edges: {},
  spots: {},
  pinned: [],
  cut: false,
  chosen: undefined,
  way: [],
  asking: undefined,
  ready: false,
}
export const useGraph = createStore<State>(initial)

/** Above so many hidden neighbours one is asked which kinds to show. */
export const manyNeighbours = 50
const most = 2000
const wholeCase = 200

interface Kept {
  readonly spots: Readonly<Record<string, Spot>>
  readonly pinned: readonly string[]
}
const isKept = (value: unknown): value is Kept =>
  typeof value === "object" && value !== null && "spots" in value && "pinned" in value
const keyOf = (caseId: CaseId): string => `ui.graph.${caseId}`

/** Where things stand is kept by case inside the vault, also of records that are not drawn now. */
const keep = (): void => {
  const { caseId, spots, pinned } = useGraph.getState()
  if (caseId === undefined) return
  const before = readDraft(keyOf(caseId), isKept)
  const rounded = Object.fromEntries(
    Object.entries(spots).map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]),
  )
  const all = Object.entries({ ...before?.spots, ...rounded })
  saveDraft(keyOf(caseId), { spots: Object.fromEntries(all.slice(-5000)), pinned } satisfies Kept)
}

const byId = <One extends { readonly id: string }>(all: readonly One[]): Record<string, One> =>
  Object.fromEntries(all.map((one) => [one.id, one]))

/** Old neighbours of what is new have that many fewer hidden. Exported for its test. */
export const lessHidden = (
  old: Readonly<Record<string, GraphNode>>,
  { nodes, edges }: Pick<Graph, "nodes" | "edges">,
): Record<string, GraphNode> => {
  const fresh = byId(nodes)
  const told = new Map<string, Set<string>>()
  for (const { from, to } of edges)
    for (const [id, other] of [
      [from, to],
      [to, from],
    ] as const) {
      if (old[id] !== undefined && fresh[id] === undefined && old[other] === undefined && fresh[other] !== undefined)
        told.set(id, (told.get(id) ?? new Set()).add(other))
    }
  const changed: Record<string, GraphNode> = { ...old }
  for (const [id, others] of told) {
    const node = old[id]
    if (node === undefined) continue
    const kinds = [...others].map((other) => fresh[other]?.kind)
    const hidden = node.hidden
      .map(({ kind, count }) => ({ kind, count: count - kinds.filter((one) => one === kind).length }))
      .filter(({ count }) => count > 0)
    changed[id] = { ...node, hidden }
  }
  return { ...changed, ...fresh }
}

/** Puts what came beside what stands. `whole`: nothing else stays. */
const put = (found: Graph, whole: boolean): void => {
  useGraph.setState((now) => {
    const nodes = whole ? byId(found.nodes) : lessHidden(now.nodes, found)
    const edges = whole ? byId(found.edges) : { ...now.edges, ...byId(found.edges) }
    const known = { ...(now.caseId === undefined ? {} : readDraft(keyOf(now.caseId), isKept)?.spots), ...now.spots }
    const unknown = Object.keys(nodes).every((id) => known[id] === undefined)
    // Where nothing has a place yet the layout finds it; afterwards nothing moves but by hand.
    const spots = unknown ? {} : settle({ ids: Object.keys(nodes), edges: Object.values(edges), spots: known })
    return { nodes, edges, spots, cut: found.cut, ready: true }
  })
  if (Object.keys(useGraph.getState().spots).length > 0) keep()
}

/** What the filter of the moment leaves, from the same begin. */
export const reloadGraph = async (): Promise<void> => {
  const { caseId } = useGraph.getState()
  useGraph.setState({ way: [], filter: caseId === undefined ? noFilter : filterOf(caseId) })
  await load()
}

const load = async (): Promise<void> => {
  const { caseId, root, depth } = useGraph.getState()
  if (caseId === undefined) return
  const limit = root === undefined ? wholeCase : 300
  const found = await act("graph.around", { caseId, filter: filterOf(caseId), record: root ?? null, depth, limit })
  const now = useGraph.getState()
  if (found !== undefined && now.caseId === caseId && now.root?.id === root?.id) put(found, true)
}

export const openGraph = async (caseId: CaseId, root: RecordRef | undefined): Promise<void> => {
  const now = useGraph.getState()
  const filter = filterOf(caseId)
  if (now.ready && now.caseId === caseId && now.root?.id === root?.id && now.filter === filter) return
  const { pinned } = readDraft(keyOf(caseId), isKept) ?? { pinned: [] }
  const { depth, without } = now
  useGraph.setState({ ...initial, filter, caseId, root, depth, without, pinned, chosen: root?.id })
  await load()
}

export const setDepth = async (depth: 1 | 2 | 3): Promise<void> => {
  useGraph.setState({ depth, way: [] })
  await load()
}

export const toggleKind = (kind: RecordKind): void =>
  useGraph.setState(({ without }) => ({
    without: without.includes(kind) ? without.filter((one) => one !== kind) : [...without, kind],
  }))

export const chooseNode = (chosen: string | undefined): void => useGraph.setState({ chosen })
export const stopAsking = (): void => useGraph.setState({ asking: undefined })

const hiddenCount = ({ hidden }: GraphNode): number => hidden.reduce((sum, { count }) => sum + count, 0)

/** Shows a record's hidden neighbours; of many, only the kinds that were asked for. */
export const expand = async (id: string, kinds: readonly RecordKind[] = []): Promise<void> => {
  const { caseId, nodes } = useGraph.getState()
  const node = nodes[id]
  if (caseId === undefined || node === undefined || hiddenCount(node) === 0) return
  if (kinds.length === 0 && hiddenCount(node) > manyNeighbours) {
    useGraph.setState({ asking: node })
    return
  }
  useGraph.setState({ asking: undefined })
  const shown = Object.keys(nodes)
  const limit = Math.max(1, Math.min(most, most - shown.length + 1))
  const record = { kind: node.kind, id }
  const found = await act("graph.around", { caseId, filter: filterOf(caseId), record, kinds: [...kinds], limit, shown })
  if (found !== undefined && useGraph.getState().caseId === caseId) put(found, false)
}

/** Shows the shortest way to another record. False: there is none. */
export const findWay = async (to: RecordRef): Promise<boolean> => {
  const { chosen, nodes } = useGraph.getState()
  const from = chosen === undefined ? undefined : nodes[chosen]
  if (from === undefined) return true
  const shown = Object.keys(nodes)
  const found = await act("graph.path", { from: { kind: from.kind, id: from.id }, to, shown })
  if (found === undefined) return true
  if (found.nodes.length === 0) return false
  const missing = { ...found, nodes: found.nodes.filter(({ id }) => nodes[id] === undefined) }
  put(missing, false)
  useGraph.setState({ way: found.nodes.map(({ id }) => id) })
  return true
}
export const forgetWay = (): void => useGraph.setState({ way: [] })

/** The first layout's places; nothing moves afterwards but by hand. */
export const layOut = (spots: Readonly<Record<string, Spot>>): void => {
  useGraph.setState({ spots })
  keep()
}

/** What was dragged is pinned there. */
export const dropAt = (id: string, spot: Spot): void => {
  useGraph.setState(({ spots, pinned }) => ({
    spots: { ...spots, [id]: spot },
    pinned: pinned.includes(id) ? pinned : [...pinned, id],
  }))
  keep()
}

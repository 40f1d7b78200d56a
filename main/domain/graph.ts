import type { Output, Parsed } from "../../shared/contract/contract.ts"
import type { Graph, GraphEdge, GraphNode } from "../../shared/contract/graph.ts"
import { Fault } from "../../shared/faults.ts"
import { type RecordKind, recordKinds, type RecordRef } from "../../shared/model/field.ts"
import { type Filter, noFilter } from "../../shared/model/filter.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { matching, narrowedAmong } from "./filter.ts"
import { type Edge, edgeId, edgesOf, isNodeKind } from "./graph-edges.ts"
import { isBase, mustFind, selectOf, tableOf, toStored } from "./record-store.ts"

const toGraphEdge = (edge: Edge): GraphEdge => ({
  id: edgeId(edge),
  from: edge.from.id,
  to: edge.to.id,
  what: edge.what,
  evidence: edge.evidence,
})

/** The records of one kind by their ids. */
export const labelStatement = (kind: RecordKind, ids: readonly string[]): Sql =>
  sql`${selectOf(kind)} WHERE t.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`

const guardedAmong = (tx: ReadTx, ids: readonly string[]): Set<string> => {
  const rows = tx.all(
    sql`SELECT id FROM actors WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND protected = 1`,
  )
  return new Set(rows.map((row) => String(row["id"])))
}

/** What the records are called, in the order asked for. One that is gone is left out. */
const labelled = (tx: ReadTx, refs: readonly RecordRef[]): Map<string, Omit<GraphNode, "hidden">> => {
  const guarded = guardedAmong(
    tx,
    refs.filter(({ kind }) => kind === "actor").map(({ id }) => id),
  )
  const byId = new Map<string, Omit<GraphNode, "hidden">>()
  const tables = [...new Set(refs.map(({ kind }) => (isBase(kind) ? kind : "act")))]
  for (const of of tables) {
    const ids = refs.filter(({ kind }) => tableOf(kind) === tableOf(of)).map(({ id }) => id)
    for (const row of tx.all(labelStatement(of, ids))) {
      const { id, kind, title, state, fields } = toStored(row)
      const type = fields["type"]
      byId.set(id, { id, kind, title, state, type: typeof type === "string" ? type : "", protected: guarded.has(id) })
    }
  }
  const ordered = new Map<string, Omit<GraphNode, "hidden">>()
  for (const { id } of refs) {
    const label = byId.get(id)
    if (label !== undefined) ordered.set(id, label)
  }
  return ordered
}

/** What was worked on last: where a look at the whole case begins. */
export const seedStatement = (
  kind: "incident" | "actor",
  caseId: CaseId,
  limit: number,
  narrowed: readonly Sql[] = [],
): Sql => {
  const where = joinSql([sql`t.case_id = ${caseId}`, ...narrowed], " AND ")
  return kind === "incident"
    ? sql`SELECT t.id FROM incidents t WHERE ${where} ORDER BY t.changed_at DESC, t.id DESC LIMIT ${limit}`
    : sql`SELECT t.id FROM actors t WHERE ${where} ORDER BY t.changed_at DESC, t.id DESC LIMIT ${limit}`
}

const seedsOf = (tx: ReadTx, { caseId, record, kinds, limit, filter }: Parsed<"graph.around">): RecordRef[] => {
  if (record !== null) {
    if (!isNodeKind(record.kind) || mustFind(tx, record).caseId !== caseId)
      throw new Fault("not-found", { kind: record.kind })
    return [record]
  }
  cases.mustExist(tx, caseId)
  const begin = (["incident", "actor"] as const).filter((kind) => kinds.length === 0 || kinds.includes(kind))
  const each = Math.max(1, Math.floor(limit / Math.max(1, begin.length)))
  const found = begin.flatMap((kind) =>
    tx
      .all(seedStatement(kind, caseId, each, narrowedAmong({ tx, caseId, kind }, filter)))
      .map((row): RecordRef => ({ kind, id: String(row["id"]) })),
  )
  return found.slice(0, limit)
}

/** How many neighbours of each record are not in `shown`, by kind. */
const hiddenOf = (edges: Iterable<Edge>, shown: ReadonlySet<string>): Map<string, GraphNode["hidden"]> => {
  const others = new Map<string, Map<string, RecordKind>>()
  const note = (one: RecordRef, other: RecordRef): void => {
    if (!shown.has(one.id) || shown.has(other.id)) return
    others.set(one.id, (others.get(one.id) ?? new Map<string, RecordKind>()).set(other.id, other.kind))
  }
  for (const { from, to } of edges) {
    note(from, to)
    note(to, from)
  }
  const counted = (kindsOf: Iterable<RecordKind>): GraphNode["hidden"] => {
    const counts = new Map<RecordKind, number>()
    for (const kind of kindsOf) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return [...counts]
      .map(([kind, count]) => ({ kind, count }))
      .sort((left, right) => recordKinds.indexOf(left.kind) - recordKinds.indexOf(right.kind))
  }
  return new Map([...others].map(([id, other]) => [id, counted(other.values())]))
}

interface Drawing {
  readonly cut?: boolean
  readonly shown: readonly string[]
  /** Lines that are not drawn but lead to what is hidden; those drawn unless given. */
  readonly beside?: Iterable<Edge>
}

const drawn = (
  tx: ReadTx,
  refs: readonly RecordRef[],
  edges: ReadonlyMap<string, Edge>,
  { cut = false, shown, beside = edges.values() }: Drawing,
): Graph => {
  const nodes = labelled(tx, refs)
  const known = new Set([...nodes.keys(), ...shown])
  const hidden = hiddenOf(beside, known)
  return {
    nodes: [...nodes.values()].map((node) => ({ ...node, hidden: hidden.get(node.id) ?? [] })),
    edges: [...edges.values()].filter(({ from, to }) => known.has(from.id) && known.has(to.id)).map(toGraphEdge),
    cut,
  }
}

/** People and items hang on what the filter leaves: of them only what says something of themselves narrows. */
const filterFor = (kind: RecordKind, filter: Filter): Filter =>
  kind === "actor" || kind === "evidence"
    ? { ...noFilter, tags: filter.tags, where: filter.where.filter((condition) => condition.kind === kind) }
    : filter

/** Those ends of lines that the filter leaves. */
const leftBy = (tx: ReadTx, { caseId, filter }: Parsed<"graph.around">, ends: readonly RecordRef[]): Set<string> => {
  const left = new Set<string>()
  for (const kind of new Set(ends.map((end) => end.kind))) {
    const ids = ends.filter((end) => end.kind === kind).map(({ id }) => id)
    for (const id of matching({ tx, caseId, kind }, filterFor(kind, filter), ids)) left.add(id)
  }
  return left
}

/** @throws Fault "not-found", "date-unreadable" */
export const around = (tx: ReadTx, input: Parsed<"graph.around">): Output<"graph.around"> => {
  const nodes = new Map(seedsOf(tx, input).map((ref) => [ref.id, ref]))
  const edges = new Map<string, Edge>()
  const look = (ids: readonly string[]): Edge[] => {
    const found = edgesOf(tx, ids)
    for (const edge of found) edges.set(edgeId(edge), edge)
    return found
  }
  let cut = false
  let last = [...nodes.keys()]
  for (let step = 0; step < input.depth; step += 1) {
    const next: string[] = []
    const found = look(last)
    const left = leftBy(
      tx,
      input,
      found.flatMap(({ from, to }) => [from, to]),
    )
    for (const { from, to } of found)
      for (const end of [from, to]) {
        if (nodes.has(end.id) || !left.has(end.id) || (input.kinds.length > 0 && !input.kinds.includes(end.kind)))
          continue
        if (nodes.size >= input.limit) {
          cut = true
          continue
        }
        nodes.set(end.id, end)
        next.push(end.id)
      }
    last = next
  }
  // The outermost are asked, too: for lines among them, and how many of their neighbours are not shown.
  look(last)
  return drawn(tx, [...nodes.values()], edges, { cut, shown: input.shown })
}

/** Beyond so many records the search for a way gives up, and says so. */
const mostSeen = 50_000

/** Where each record was reached from, and by which line; the begin has none. */
type Reached = Map<string, Edge | undefined>

const otherEnd = ({ from, to }: Edge, id: string): RecordRef => (from.id === id ? to : from)

/** One step further. Gives what is new, in the order found. */
const step = (tx: ReadTx, reached: Reached, border: readonly string[]): string[] => {
  const next: string[] = []
  const wanted = new Set(border)
  for (const edge of edgesOf(tx, border))
    for (const id of [edge.from.id, edge.to.id]) {
      const other = otherEnd(edge, id)
      if (!wanted.has(id) || reached.has(other.id)) continue
      reached.set(other.id, edge)
      next.push(other.id)
    }
  return next
}

const wayBack = (reached: Reached, from: string): { ids: string[]; edges: Edge[] } => {
  const ids = [from]
  const edges: Edge[] = []
  for (let edge = reached.get(from); edge !== undefined; edge = reached.get(ids.at(-1) ?? "")) {
    edges.push(edge)
    ids.push(otherEnd(edge, ids.at(-1) ?? "").id)
  }
  return { ids, edges }
}

/** Breadth first from both ends, the smaller border next. @throws Fault "not-found" */
export const path = (tx: ReadTx, { from, to, shown }: Parsed<"graph.path">): Output<"graph.path"> => {
  for (const end of [from, to]) {
    mustFind(tx, end)
    if (!isNodeKind(end.kind)) throw new Fault("not-found", { kind: end.kind })
  }
  if (from.id === to.id) return drawn(tx, [from], new Map(), { shown, beside: edgesOf(tx, [from.id]) })
  const ahead: Reached = new Map([[from.id, undefined]])
  const behind: Reached = new Map([[to.id, undefined]])
  let fromBorder = [from.id]
  let toBorder = [to.id]
  let met: string | undefined
  while (met === undefined && fromBorder.length > 0 && toBorder.length > 0) {
    if (ahead.size + behind.size > mostSeen) return { nodes: [], edges: [], cut: true }
    if (fromBorder.length <= toBorder.length) {
      fromBorder = step(tx, ahead, fromBorder)
      met = fromBorder.find((id) => behind.has(id))
    } else {
      toBorder = step(tx, behind, toBorder)
      met = toBorder.find((id) => ahead.has(id))
    }
  }
  if (met === undefined) return { nodes: [], edges: [], cut: false }
  const first = wayBack(ahead, met)
  const second = wayBack(behind, met)
  const edges = new Map([...first.edges, ...second.edges].map((edge) => [edgeId(edge), edge]))
  const refs = new Map([...edges.values()].flatMap((edge) => [edge.from, edge.to]).map((ref) => [ref.id, ref]))
  const order = [...first.ids.reverse(), ...second.ids.slice(1)]
  return drawn(
    tx,
    order.flatMap((id) => refs.get(id) ?? []),
    edges,
    { shown, beside: edgesOf(tx, order) },
  )
}

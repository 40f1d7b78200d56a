import type { EvidenceId } from "../../../shared/model/ids.ts"
import type { Link, LinkTarget } from "../../../shared/model/link.ts"
import type { Input } from "../../../shared/contract/contract.ts"
import { call } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { remember } from "../../session/undo.ts"

type Ends = Input<"link.list">

/** Links by the record they were asked for: seen from both ends. */
const useLinks = createStore<{ readonly of: Readonly<Record<string, readonly Link[]>> }>({ of: {} })

const keyOf = ({ evidenceId, incidentId, actorId, recordId }: Ends): string =>
  evidenceId ?? incidentId ?? actorId ?? recordId ?? ""

export const endsOf = (target: LinkTarget): Ends => {
  switch (target.kind) {
    case "incident":
      return { incidentId: target.id }
    case "actor":
      return { actorId: target.id }
    default:
      return { recordId: target.id }
  }
}

export const loadLinks = async (ends: Ends): Promise<void> => {
  const reply = await call("link.list", ends)
  if (reply.ok) useLinks.setState(({ of }) => ({ of: { ...of, [keyOf(ends)]: reply.result.links } }))
}

const none: readonly Link[] = []
export const useLinksOf = (id: string): readonly Link[] => useLinks((state) => state.of[id] ?? none)

const reloadEnds = (link: Link): void => {
  const { of } = useLinks.getState()
  if (of[link.anchor.evidenceId] !== undefined) void loadLinks({ evidenceId: link.anchor.evidenceId })
  if (of[link.target.id] === undefined) return
  void loadLinks(endsOf(link.target))
}

const remove = async (link: Link): Promise<boolean> => {
  const done = await act("link.remove", { id: link.id })
  if (done !== undefined) reloadEnds(link)
  return done !== undefined
}

const restore = async (link: Link): Promise<boolean> => {
  const done = await act("link.restore", { id: link.id })
  if (done !== undefined) reloadEnds(link)
  return done !== undefined
}

export const removeLink = async (link: Link): Promise<void> => {
  if (!(await remove(link))) return
  remember({ label: tell("links.removed"), undo: () => restore(link), redo: () => remove(link) }, true)
}

/** Ties a passage to a record, undoably. Undefined: it failed and was told. */
export const addLink = async (input: Input<"link.add">): Promise<Link | undefined> => {
  const link = await act("link.add", input)
  if (link === undefined) return undefined
  reloadEnds(link)
  const label = tell("links.added", { name: link.targetLabel })
  remember({ label, undo: () => remove(link), redo: () => restore(link) }, true)
  return link
}

/** Ties several whole items to one record, with one step back. */
export const linkAll = async (ids: readonly EvidenceId[], target: LinkTarget): Promise<void> => {
  const links: Link[] = []
  for (const evidenceId of ids) {
    const link = await act("link.add", { evidenceId, place: { kind: "whole" }, target })
    if (link !== undefined) links.push(link)
  }
  for (const link of links) reloadEnds(link)
  if (links.length === 0) return
  const each = async (work: (link: Link) => Promise<boolean>) => {
    for (const link of links) if (!(await work(link))) return false
    return true
  }
  const label = tell("bulk.linked", { count: links.length })
  remember({ label, undo: () => each(remove), redo: () => each(restore) }, true)
}

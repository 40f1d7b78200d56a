/** Covering by hand: which tool is on, and acts that each are one step to take back. */
import type { BoxId } from "../../../shared/model/ids.ts"
import type { BoxArea, BoxPoint, RedactionBox } from "../../../shared/model/redaction.ts"
import { call } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { remember } from "../../session/undo.ts"
import { put, type Subject, useRedaction } from "./store.ts"

/** What a drag or a click on a page covers. */
export const tools = ["rectangle", "words", "line", "polygon", "except", "region"] as const
export type Tool = (typeof tools)[number]

interface Corners {
  readonly page: number
  readonly points: readonly BoxPoint[]
}

interface State {
  readonly tool: Tool
  /** Stands inside the next boxes. */
  readonly label: string
  /** Where a region goes; undefined for all pages. */
  readonly pages: { readonly from: number; readonly to: number } | undefined
  /** Of a polygon that is not closed yet. */
  readonly corners: Corners | undefined
}

export const useCover = createStore<State>({ tool: "rectangle", label: "", pages: undefined, corners: undefined })

export const setTool = (tool: Tool): void => useCover.setState({ tool, corners: undefined })
/** The box tool stays on until it is switched off; without it a drag covers words. */
export const toggleBoxTool = (): void => setTool(useCover.getState().tool === "rectangle" ? "words" : "rectangle")
export const setLabel = (label: string): void => useCover.setState({ label })
export const setPages = (pages: State["pages"]): void => useCover.setState({ pages })

/** What undo puts back has another id than before: from the one it had to the one it has. */
const successors = new Map<BoxId, BoxId>()
const latest = (id: BoxId): BoxId => {
  const next = successors.get(id)
  return next === undefined ? id : latest(next)
}

type Given = Pick<RedactionBox, "reason" | "label" | "actorId">

const coverSteps = (subject: Subject, area: BoxArea, given: Given) => {
  let ids: readonly BoxId[] = []
  return {
    count: () => ids.length,
    put: async () => {
      const made = await act("redaction.cover", { ...subject, area, ...given })
      if (made === undefined) return false
      made.boxIds.forEach((id, index) => {
        const before = ids[index]
        if (before !== undefined) successors.set(latest(before), id)
      })
      ids = made.boxIds
      put(subject, made.plan)
      return true
    },
    take: async () => {
      const plan = await act("redaction.uncover", { ...subject, boxIds: ids.map(latest) })
      if (plan !== undefined) put(subject, plan)
      return plan !== undefined
    },
  }
}

/** Covers for one audience, as one act however many boxes and pages it makes. */
export const coverFor = async (subject: Subject, area: BoxArea, given: Given): Promise<void> => {
  const steps = coverSteps(subject, area, given)
  if (!(await steps.put())) return
  const count = steps.count()
  const label = count === 1 ? tell("redaction.drawn") : tell("redaction.accepted", { count })
  // What reaches beyond the place that was touched says how far it went.
  const reachesFar = area.kind === "region" || area.kind === "except" || area.kind === "page"
  remember({ label, undo: steps.take, redo: steps.put }, reachesFar)
}

/** Covers in the open plan, for the chosen reason and with the chosen label. */
export const coverArea = async (area: BoxArea): Promise<void> => {
  const { subject, reason } = useRedaction.getState()
  if (subject === undefined) return
  await coverFor(subject, area, { reason, label: useCover.getState().label.trim(), actorId: null })
}

export const addCorner = (page: number, point: BoxPoint): void => {
  const { corners } = useCover.getState()
  const points = corners?.page === page ? corners.points : []
  useCover.setState({ corners: { page, points: [...points, point] } })
}

/** False where no polygon is open, so that the key may mean something else. */
export const dropCorners = (): boolean => {
  const wasOpen = useCover.getState().corners !== undefined
  useCover.setState({ corners: undefined })
  return wasOpen
}

export const dropLastCorner = (): boolean => {
  const { corners } = useCover.getState()
  if (corners === undefined) return false
  const points = corners.points.slice(0, -1)
  useCover.setState({ corners: points.length === 0 ? undefined : { ...corners, points } })
  return true
}

/** Fewer than three corners enclose nothing: they stay open. */
export const closePolygon = (): boolean => {
  const { corners } = useCover.getState()
  if (corners === undefined) return false
  if (corners.points.length < 3) return true
  useCover.setState({ corners: undefined })
  void coverArea({ kind: "polygon", page: corners.page, points: [...corners.points] })
  return true
}

const remove = async (subject: Subject, boxId: BoxId): Promise<boolean> => {
  const plan = await act("redaction.removeBox", { ...subject, boxId })
  if (plan !== undefined) put(subject, plan)
  return plan !== undefined
}

/** Puts a removed box back. */
const restore = async (subject: Subject, box: RedactionBox): Promise<BoxId | undefined> => {
  const { page, rect, points, reason, label, actorId } = box
  const given = { reason, label, actorId }
  if (points.length > 0) {
    const area = { kind: "polygon", page, points } as const
    return (await act("redaction.cover", { ...subject, area, ...given }))?.boxIds[0]
  }
  return (await act("redaction.addBox", { ...subject, page, rect, putBack: true, ...given }))?.id
}

export const removeBox = async (box: RedactionBox): Promise<void> => {
  const { subject } = useRedaction.getState()
  if (subject === undefined) return
  const putBack = async () => {
    const id = await restore(subject, box)
    if (id === undefined) return false
    successors.set(latest(box.id), id)
    const reply = await call("redaction.show", subject)
    if (reply.ok) put(subject, reply.result)
    return true
  }
  const take = () => remove(subject, latest(box.id))
  if (await take()) remember({ label: tell("redaction.removed"), undo: putBack, redo: take }, true)
}

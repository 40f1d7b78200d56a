import type { PageRect } from "../../../shared/geometry.ts"
import type { BoxId, EvidenceId } from "../../../shared/model/ids.ts"
import {
  type PatternName,
  patternNames,
  type Clearance,
  type ClearanceReason,
  type RedactionBox,
  type RedactionPlan,
  type RedactionReason,
} from "../../../shared/model/redaction.ts"
import type { Output } from "../../../shared/contract/contract.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { remember } from "../../session/undo.ts"
import { jumpTo } from "../viewer/store.ts"
import { nextUndecided } from "./queue.ts"

interface State {
  readonly subject: { readonly evidenceId: EvidenceId; readonly audience: string } | undefined
  readonly plan: RedactionPlan | undefined
  readonly failure: Failure | undefined
  readonly proposing: boolean
  readonly current: BoxId | undefined
  readonly boxTool: boolean
  readonly reason: RedactionReason
  readonly sideBySide: boolean
  /** Identifiers that the next look proposes, too. */
  readonly patterns: readonly PatternName[]
  /** What the item holds and its pages do not show; undefined until it is known. */
  readonly hidden: Output<"redaction.hidden"> | undefined
}

export const useRedaction = createStore<State>({
  subject: undefined,
  plan: undefined,
  failure: undefined,
  proposing: false,
  current: undefined,
  boxTool: true,
  reason: "other",
  sideBySide: true,
  patterns: patternNames,
  hidden: undefined,
})

type Subject = NonNullable<State["subject"]>
type Decision = RedactionBox["decision"]

/** Subtle: an answer for a document that is no longer open must not be shown as this one's plan. */
const put = (subject: Subject, plan: RedactionPlan): void => {
  if (useRedaction.getState().subject === subject) useRedaction.setState({ plan, failure: undefined })
}

export const openPlan = async (evidenceId: EvidenceId, audience: string): Promise<void> => {
  const subject = { evidenceId, audience }
  useRedaction.setState({ subject, plan: undefined, failure: undefined, current: undefined })
  const reply = await call("redaction.show", subject)
  if (useRedaction.getState().subject !== subject) return
  if (!reply.ok) {
    useRedaction.setState({ failure: reply.fault })
    return
  }
  put(subject, reply.result)
}

/** Kinds and how often; the words only when somebody asks to see them. */
export const loadHidden = async (evidenceId: EvidenceId, texts = false): Promise<void> => {
  if (!texts) useRedaction.setState({ hidden: undefined })
  const reply = await call("redaction.hidden", { evidenceId, texts })
  const isOpen = useRedaction.getState().subject?.evidenceId === evidenceId
  if (isOpen && reply.ok) useRedaction.setState({ hidden: reply.result })
}

export const showBox = (box: RedactionBox): void => {
  useRedaction.setState({ current: box.id })
  jumpTo({ kind: "page", page: box.page, rects: [box.rect], quote: "" })
}

/** Looks for every protected person, and for `terms`; what is found waits for a decision. */
export const propose = async (terms: readonly string[]): Promise<void> => {
  const { subject } = useRedaction.getState()
  if (subject === undefined) return
  useRedaction.setState({ proposing: true })
  const plan = await act("redaction.propose", {
    ...subject,
    terms: [...terms],
    patterns: [...useRedaction.getState().patterns],
  })
  useRedaction.setState({ proposing: false })
  if (plan === undefined) return
  put(subject, plan)
  const first = nextUndecided(plan.boxes, undefined, 1)
  if (first !== undefined) showBox(first)
}

export const stepUndecided = (direction: 1 | -1): void => {
  const { plan, current } = useRedaction.getState()
  const next = plan === undefined ? undefined : nextUndecided(plan.boxes, current, direction)
  if (next !== undefined) showBox(next)
}

const decide = async (subject: Subject, boxIds: readonly BoxId[], decision: Decision): Promise<boolean> => {
  if (boxIds.length === 0) return true
  const plan = await act("redaction.decide", { ...subject, boxIds: [...boxIds], decision })
  if (plan !== undefined) put(subject, plan)
  return plan !== undefined
}

type Cleared = Pick<Clearance, "reason" | "note">

const clear = async (subject: Subject, boxIds: readonly BoxId[], { reason, note }: Cleared): Promise<boolean> => {
  if (boxIds.length === 0) return true
  const plan = await act("redaction.clear", { ...subject, boxIds: [...boxIds], reason, note })
  if (plan !== undefined) put(subject, plan)
  return plan !== undefined
}

const decisions: readonly Decision[] = ["proposed", "accepted", "dismissed"]

/** Puts every box back to what was decided about it, clearances with their reason and note. */
const restorer = (subject: Subject, boxes: readonly RedactionBox[], clearances: readonly Clearance[]) => async () => {
  const cleared = new Map(clearances.map((one) => [one.boxId, one]))
  for (const before of decisions) {
    const group = boxes.filter((box) => box.decision === before && !cleared.has(box.id)).map(({ id }) => id)
    if (!(await decide(subject, group, before))) return false
  }
  for (const { id } of boxes) {
    const one = cleared.get(id)
    if (one !== undefined && !(await clear(subject, [id], one))) return false
  }
  const [first] = boxes
  if (first !== undefined) showBox(first)
  return true
}

const change = async (
  boxes: readonly RedactionBox[],
  label: string,
  work: (subject: Subject, ids: readonly BoxId[]) => Promise<boolean>,
): Promise<void> => {
  const { subject, plan } = useRedaction.getState()
  if (subject === undefined || plan === undefined || boxes.length === 0) return
  const ids = boxes.map(({ id }) => id)
  const undo = restorer(subject, boxes, plan.clearances)
  if (!(await work(subject, ids))) return
  remember({ label, undo, redo: () => work(subject, ids) })
  stepUndecided(1)
}

/** Decides boxes, undoably, and goes on to the next that waits. */
export const decideBoxes = (boxes: readonly RedactionBox[], decision: Decision): Promise<void> => {
  const label = tell(decision === "accepted" ? "redaction.accepted" : "redaction.dismissed", { count: boxes.length })
  return change(boxes, label, (subject, ids) => decide(subject, ids, decision))
}

/** Names that are somebody else's stay readable in these places; nothing else may be said of a name that stays. */
export const clearBoxes = (
  boxes: readonly RedactionBox[],
  reason: ClearanceReason = "another-person",
  note = "",
): Promise<void> =>
  change(boxes, tell("redaction.dismissed", { count: boxes.length }), (subject, ids) =>
    clear(subject, ids, { reason, note }),
  )

const remove = async (subject: Subject, boxId: BoxId): Promise<boolean> => {
  const plan = await act("redaction.removeBox", { ...subject, boxId })
  if (plan !== undefined) put(subject, plan)
  return plan !== undefined
}

type Drawn = Pick<RedactionBox, "page" | "rect" | "reason" | "label" | "actorId">

const add = async (subject: Subject, drawn: Drawn): Promise<BoxId | undefined> => {
  const box = await act("redaction.addBox", { ...subject, ...drawn })
  if (box === undefined) return undefined
  const reply = await call("redaction.show", subject)
  if (reply.ok) put(subject, reply.result)
  return box.id
}

/** A box drawn by hand: accepted by being drawn. Put back by undo it gets another id. */
const boxSteps = (subject: Subject, drawn: Drawn, first: BoxId | undefined) => {
  let id = first
  return {
    put: async () => {
      id = await add(subject, drawn)
      return id !== undefined
    },
    take: async () => id !== undefined && (await remove(subject, id)),
  }
}

export const drawBox = async (page: number, rect: PageRect): Promise<void> => {
  const { subject, reason } = useRedaction.getState()
  if (subject === undefined) return
  const steps = boxSteps(subject, { page, rect, reason, label: "", actorId: null }, undefined)
  if (await steps.put()) remember({ label: tell("redaction.drawn"), undo: steps.take, redo: steps.put })
}

export const removeBox = async (box: RedactionBox): Promise<void> => {
  const { subject } = useRedaction.getState()
  if (subject === undefined) return
  const { page, rect, reason, label, actorId } = box
  const steps = boxSteps(subject, { page, rect, reason, label, actorId }, box.id)
  if (await steps.take()) remember({ label: tell("redaction.removed"), undo: steps.put, redo: steps.take }, true)
}

const setAccepted = async (subject: Subject, page: number, accepted: boolean): Promise<boolean> => {
  const plan = await act("redaction.acceptPage", { ...subject, page, accepted })
  if (plan !== undefined) put(subject, plan)
  return plan !== undefined
}

/** A person has looked at this page and it may leave as it stands. */
export const acceptPage = async (page: number, accepted: boolean): Promise<void> => {
  const { subject } = useRedaction.getState()
  if (subject === undefined || !(await setAccepted(subject, page, accepted))) return
  remember({
    label: tell(accepted ? "redaction.pageAccepted" : "redaction.pageReopened", { page }),
    undo: () => setAccepted(subject, page, !accepted),
    redo: () => setAccepted(subject, page, accepted),
  })
}

export const toggleBoxTool = (): void => useRedaction.setState(({ boxTool }) => ({ boxTool: !boxTool }))
export const toggleSideBySide = (): void => useRedaction.setState(({ sideBySide }) => ({ sideBySide: !sideBySide }))
export const setReason = (reason: RedactionReason): void => useRedaction.setState({ reason })
export const setPatterns = (patterns: readonly PatternName[]): void => useRedaction.setState({ patterns })

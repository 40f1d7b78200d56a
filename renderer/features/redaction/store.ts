import type { AnchorPlace } from "../../../shared/model/anchor.ts"
import type { BoxId, EvidenceId } from "../../../shared/model/ids.ts"
import {
  type PatternName,
  patternNames,
  type RedactionBox,
  type RedactionPlan,
  type RedactionReason,
} from "../../../shared/model/redaction.ts"
import type { Output } from "../../../shared/contract/contract.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { createStore } from "../../session/store.ts"
import { goToPage, jumpTo } from "../viewer/store.ts"
import { alike, type Filter, noFilter, nextUndecided, passes, undecidedAfter } from "./queue.ts"
import { go, useNavigation } from "../../session/navigation.ts"

const looks = ["both", "original", "leaves"] as const
type Look = (typeof looks)[number]

export type QueueItem = Output<"redaction.queue">["items"][number]

/** One undecided box in some document of the case. */
export interface Elsewhere {
  readonly item: QueueItem
  readonly box: RedactionBox
}

export type ReviewDialog =
  | { readonly kind: "alike"; readonly boxes: readonly Elsewhere[] }
  | { readonly kind: "left"; readonly items: readonly QueueItem[] }

interface State {
  readonly subject: { readonly evidenceId: EvidenceId; readonly audience: string } | undefined
  readonly plan: RedactionPlan | undefined
  readonly failure: Failure | undefined
  readonly proposing: boolean
  readonly current: BoxId | undefined
  readonly reason: RedactionReason
  /** Both pages beside each other, or one of them in the other's place. */
  readonly look: Look
  readonly filter: Filter
  /** Where to go once another document has opened. */
  readonly pending: RedactionBox | number | undefined
  readonly dialog: ReviewDialog | undefined
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
  reason: "other",
  look: "both",
  filter: noFilter,
  pending: undefined,
  dialog: undefined,
  patterns: patternNames,
  hidden: undefined,
})

export type Subject = NonNullable<State["subject"]>

/** Subtle: an answer for a document that is no longer open must not be shown as this one's plan. */
export const put = (subject: Subject, plan: RedactionPlan): void => {
  if (useRedaction.getState().subject === subject) useRedaction.setState({ plan, failure: undefined })
}

export const openPlan = async (evidenceId: EvidenceId, audience: string): Promise<void> => {
  const subject = { evidenceId, audience }
  const { pending } = useRedaction.getState()
  const current = typeof pending === "object" ? pending.id : undefined
  useRedaction.setState({
    subject,
    plan: undefined,
    failure: undefined,
    current,
    pending: undefined,
    dialog: undefined,
  })
  const reply = await call("redaction.show", subject)
  if (useRedaction.getState().subject !== subject) return
  if (!reply.ok) {
    useRedaction.setState({ failure: reply.fault })
    return
  }
  put(subject, reply.result)
  if (reply.result.acceptedPages.length > 0) await refresh(subject)
}

/** Kinds and how often; the words only when somebody asks to see them. */
export const loadHidden = async (evidenceId: EvidenceId, texts = false): Promise<void> => {
  if (!texts) useRedaction.setState({ hidden: undefined })
  const reply = await call("redaction.hidden", { evidenceId, texts })
  const isOpen = useRedaction.getState().subject?.evidenceId === evidenceId
  if (isOpen && reply.ok) useRedaction.setState({ hidden: reply.result })
}

/** What was accepted is held against the names of today; quietly, since nobody asked. */
const refresh = async (subject: Subject): Promise<void> => {
  const reply = await call("redaction.refresh", subject)
  if (reply.ok) put(subject, reply.result)
}

/** Where to open a document that was jumped to; nothing where one simply came. */
export const pendingPlace = (): AnchorPlace | undefined => {
  const { pending } = useRedaction.getState()
  if (pending === undefined) return undefined
  return typeof pending === "object"
    ? { kind: "page", page: pending.page, rects: [pending.rect], quote: "" }
    : { kind: "page", page: pending, rects: [], quote: "" }
}

export const setFilter = (filter: Filter): void => useRedaction.setState({ filter })
export const closeDialog = (): void => useRedaction.setState({ dialog: undefined })

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
  const { plan, current, filter } = useRedaction.getState()
  if (plan === undefined) return
  const boxes = plan.boxes.filter((box) => box.id === current || passes(filter, box))
  const next = undecidedAfter(boxes, current, direction)
  if (next !== undefined) showBox(next)
  else void stepElsewhere(direction, nextUndecided(boxes, current, direction))
}

const itemsOfCase = async (): Promise<readonly QueueItem[]> => {
  const { subject } = useRedaction.getState()
  const { caseId } = useNavigation.getState()
  if (subject === undefined || caseId === undefined) return []
  return (await act("redaction.queue", { caseId, audience: subject.audience }))?.items ?? []
}

/** Opens another document of the case at a box or a page. */
export const jumpElsewhere = (item: QueueItem, to: RedactionBox | number): void => {
  const { subject } = useRedaction.getState()
  const { caseId } = useNavigation.getState()
  if (subject === undefined || caseId === undefined) return
  closeDialog()
  if (item.evidenceId !== subject.evidenceId) {
    useRedaction.setState({ pending: to })
    go({ view: "redaction", caseId, id: item.evidenceId, audience: subject.audience })
  } else if (typeof to === "object") showBox(to)
  else goToPage(to)
}

/** At the end of this document: on to the next one in which something waits, and round to this one's first. */
const stepElsewhere = async (direction: 1 | -1, here: RedactionBox | undefined): Promise<void> => {
  const { subject, filter } = useRedaction.getState()
  const items = await itemsOfCase()
  const at = items.findIndex(({ evidenceId }) => evidenceId === subject?.evidenceId)
  for (let step = 1; step < items.length; step += 1) {
    const item = items[(at + direction * step + items.length * step) % items.length]
    if (item === undefined) continue
    const boxes = item.undecided.filter((box) => passes(filter, box))
    const box = undecidedAfter(boxes, undefined, direction)
    if (box !== undefined) {
      jumpElsewhere(item, box)
      return
    }
  }
  if (here !== undefined) showBox(here)
}

/** "All like this": the list first, in every document, then one decision about it. */
export const openAlike = async (one: RedactionBox): Promise<void> => {
  const boxes = (await itemsOfCase()).flatMap((item) => alike(item.undecided, one).map((box) => ({ item, box })))
  if (boxes.length > 0) useRedaction.setState({ dialog: { kind: "alike", boxes } })
}

/** What stands between this case and its release, each with a way there. */
export const openLeft = async (): Promise<void> =>
  useRedaction.setState({ dialog: { kind: "left", items: await itemsOfCase() } })

/** Both, the original, what leaves, and round: one in the other's place shows what changed. */
export const toggleLook = (): void =>
  useRedaction.setState(({ look }) => ({ look: looks[(looks.indexOf(look) + 1) % looks.length] ?? "both" }))
export const setReason = (reason: RedactionReason): void => useRedaction.setState({ reason })
export const setPatterns = (patterns: readonly PatternName[]): void => useRedaction.setState({ patterns })

/** What a person decides in a review, about boxes and pages: each decision is sent, shown and can be taken back. */
import type { BoxId } from "../../../shared/model/ids.ts"
import type { Clearance, ClearanceReason, RedactionBox, RedactionReason } from "../../../shared/model/redaction.ts"
import { act } from "../../session/act.ts"
import { tell } from "../../session/preferences.ts"
import { remember } from "../../session/undo.ts"
import { closeDialog, type Elsewhere, put, showBox, stepUndecided, type Subject, useRedaction } from "./store.ts"

type Decision = RedactionBox["decision"]

const decide = async (
  subject: Subject,
  boxIds: readonly BoxId[],
  decision: Decision,
  reason?: RedactionReason,
): Promise<boolean> => {
  if (boxIds.length === 0) return true
  const given = reason === undefined ? {} : { reason }
  const plan = await act("redaction.decide", { ...subject, boxIds: [...boxIds], decision, ...given })
  if (plan !== undefined) put(subject, plan)
  return plan !== undefined
}

/** What was found by a name or a word: it may stay only where a person says that it is somebody else. */
export const namesSomebody = ({ origin }: RedactionBox): boolean =>
  origin === "actor" || origin === "term" || origin === "ocr"

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
  const open = boxes.filter((box) => !cleared.has(box.id))
  for (const reason of new Set(open.map((box) => box.reason)))
    for (const before of decisions) {
      const group = open.filter((box) => box.decision === before && box.reason === reason).map(({ id }) => id)
      if (!(await decide(subject, group, before, reason))) return false
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
export const decideBoxes = (
  boxes: readonly RedactionBox[],
  decision: Decision,
  reason?: RedactionReason,
): Promise<void> => {
  const label = tell(decision === "accepted" ? "redaction.accepted" : "redaction.dismissed", { count: boxes.length })
  return change(boxes, label, (subject, ids) => decide(subject, ids, decision, reason))
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

/** Stays readable: a name as somebody else's, a number or a code as nobody's. */
export const dismissBox = (box: RedactionBox): Promise<void> =>
  namesSomebody(box) ? clearBoxes([box]) : decideBoxes([box], "dismissed")

/** One decision about boxes of several documents, and one undo. */
export const decideElsewhere = async (
  boxes: readonly Elsewhere[],
  choice: "cover" | ClearanceReason,
): Promise<void> => {
  const { subject } = useRedaction.getState()
  if (subject === undefined) return
  closeDialog()
  const groups = [...new Set(boxes.map(({ item }) => item.evidenceId))].map((evidenceId) => ({
    of: evidenceId === subject.evidenceId ? subject : { ...subject, evidenceId },
    ids: boxes.filter(({ item }) => item.evidenceId === evidenceId).map(({ box }) => box.id),
  }))
  const inAll = async (work: (of: Subject, ids: readonly BoxId[]) => Promise<boolean>): Promise<boolean> => {
    for (const { of, ids } of groups) if (!(await work(of, ids))) return false
    return true
  }
  const redo = () =>
    inAll((of, ids) =>
      choice === "cover" ? decide(of, ids, "accepted") : clear(of, ids, { reason: choice, note: "" }),
    )
  if (!(await redo())) return
  const label = tell(choice === "cover" ? "redaction.accepted" : "redaction.dismissed", { count: boxes.length })
  remember({ label, undo: () => inAll((of, ids) => decide(of, ids, "proposed")), redo }, true)
  stepUndecided(1)
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

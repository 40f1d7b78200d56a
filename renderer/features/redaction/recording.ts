import type { MediaPlan, MediaTrack } from "../../../shared/model/media.ts"
import type { RedactionReason } from "../../../shared/model/redaction.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { showToast } from "../../session/toasts.ts"
import { remember } from "../../session/undo.ts"
import { clearMark, markedSpan, useMark } from "../viewer/mark.ts"
import { addSpan, type MediaSubject } from "../viewer/spans.ts"
import type { SpanAction } from "../../../shared/model/media.ts"

interface State {
  readonly subject: MediaSubject | undefined
  readonly plan: MediaPlan | undefined
  readonly failure: Failure | undefined
  readonly reason: RedactionReason
  /** Played as it will leave. */
  readonly asItLeaves: boolean
}

export const useRecording = createStore<State>({
  subject: undefined,
  plan: undefined,
  failure: undefined,
  reason: "protected-person",
  asItLeaves: false,
})

/** Subtle: an answer for a recording that is no longer open must not be shown as this one's plan. */
export const reload = async (): Promise<void> => {
  const { subject } = useRecording.getState()
  if (subject === undefined) return
  const reply = await call("media.show", subject)
  if (useRecording.getState().subject !== subject) return
  useRecording.setState(reply.ok ? { plan: reply.result, failure: undefined } : { failure: reply.fault })
}

export const openRecording = async (subject: MediaSubject): Promise<void> => {
  useRecording.setState({ subject, plan: undefined, failure: undefined, asItLeaves: false })
  await reload()
}

export const setReason = (reason: RedactionReason): void => useRecording.setState({ reason })
export const toggleAsItLeaves = (): void => useRecording.setState(({ asItLeaves }) => ({ asItLeaves: !asItLeaves }))

/** Takes the chosen span out. Without one there is nothing to do. */
export const takeOut = async (action: SpanAction): Promise<void> => {
  const { subject, reason } = useRecording.getState()
  const span = markedSpan()
  if (subject === undefined || span === undefined) return
  clearMark()
  await addSpan(subject, span, action, reason)
  await reload()
}

const keep = async (subject: MediaSubject, track: number, kept: boolean): Promise<boolean> => {
  const done = (await act("media.keepTrack", { ...subject, track, kept })) !== undefined
  await reload()
  return done
}

export const keepTrack = async ({ index }: MediaTrack, kept: boolean): Promise<void> => {
  const { subject } = useRecording.getState()
  if (subject === undefined || !(await keep(subject, index, kept))) return
  const label = tell(kept ? "recording.trackKept" : "recording.trackDropped", { track: index + 1 })
  remember({ label, undo: () => keep(subject, index, !kept), redo: () => keep(subject, index, kept) })
}

export const accept = async (accepted: boolean): Promise<void> => {
  const { subject } = useRecording.getState()
  if (subject === undefined) return
  await act("media.accept", { ...subject, accepted })
  await reload()
}

/** The picture that is shown now, as an item of its own. */
export const keepStill = async (): Promise<void> => {
  const { subject } = useRecording.getState()
  if (subject === undefined) return
  const kept = await act("evidence.keepStill", { id: subject.evidenceId, atMs: useMark.getState().nowMs })
  if (kept !== undefined) showToast({ text: tell("recording.stillKept", { reference: kept.reference }) })
}

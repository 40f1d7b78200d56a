import type { EvidenceId, SpanId } from "../../../shared/model/ids.ts"
import type { MediaSpan, SpanAction } from "../../../shared/model/media.ts"
import type { RedactionReason } from "../../../shared/model/redaction.ts"
import { act } from "../../session/act.ts"
import { showSpan } from "../../session/moments.ts"
import { tell } from "../../session/preferences.ts"
import { remember } from "../../session/undo.ts"
import type { Span } from "./mark.ts"

export interface MediaSubject {
  readonly evidenceId: EvidenceId
  readonly audience: string
}

type Place = Pick<MediaSpan, "startMs" | "endMs" | "action" | "reason">

export const spanWords = ({ startMs, endMs }: Span): string =>
  tell("recording.span", { from: showSpan(startMs), to: showSpan(endMs) })

const add = async (subject: MediaSubject, place: Place): Promise<SpanId | undefined> =>
  (await act("media.addSpan", { ...subject, ...place }))?.id

const remove = async (subject: MediaSubject, spanId: SpanId): Promise<boolean> =>
  (await act("media.removeSpan", { ...subject, spanId })) !== undefined

/** Subtle: what is done again has a new id, so both directions share the one that is current. */
const steps = (subject: MediaSubject, place: Place, first: SpanId | undefined) => {
  let current = first
  return {
    bring: async () => {
      current = await add(subject, place)
      return current !== undefined
    },
    take: async () => current !== undefined && (await remove(subject, current)),
  }
}

/** Takes a span out of a recording, undoably. */
export const addSpan = async (
  subject: MediaSubject,
  { startMs, endMs }: Span,
  action: SpanAction,
  reason: RedactionReason,
): Promise<void> => {
  const place = { startMs, endMs, action, reason }
  const id = await add(subject, place)
  if (id === undefined) return
  const { bring, take } = steps(subject, place, id)
  const label = tell("recording.spanAdded", { span: spanWords(place), action: tell(`recording.action.${action}`) })
  remember({ label, undo: take, redo: bring })
}

export const muteSpan = (subject: MediaSubject, span: Span): Promise<void> => addSpan(subject, span, "mute", "other")

export const removeSpan = async (subject: MediaSubject, span: MediaSpan): Promise<void> => {
  if (!(await remove(subject, span.id))) return
  const { startMs, endMs, action, reason } = span
  const { bring, take } = steps(subject, { startMs, endMs, action, reason }, undefined)
  remember({ label: tell("recording.spanRemoved", { span: spanWords(span) }), undo: bring, redo: take })
}

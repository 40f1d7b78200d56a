/** Plans of what leaves of recordings: spans that are muted, blackened or cut, tracks left out, and a person's word. */
import { z } from "zod"
import { Fault } from "../../shared/faults.ts"
import type { EvidenceId, SpanId } from "../../shared/model/ids.ts"
import { MediaPlan, MediaSpan, MediaTrack } from "../../shared/model/media.ts"
import { append } from "../vault/audit.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import { audienceKey } from "./pseudonym.ts"

/** Of a file that never changes: asked once. */
export interface RecordingFacts {
  readonly durationMs: number
  readonly tracks: readonly MediaTrack[]
}

const PlanRow = z.object({
  id: z.string(),
  duration_ms: z.int(),
  tracks: z.string().transform((json) => z.array(MediaTrack).parse(JSON.parse(json))),
  dropped_tracks: z.string().transform((json) => z.array(z.int()).parse(JSON.parse(json))),
  accepted: z.int().transform((bit) => bit === 1),
})

const toSpan = (row: Row): MediaSpan =>
  MediaSpan.parse({
    id: row["id"],
    startMs: row["start_ms"],
    endMs: row["end_ms"],
    action: row["action"],
    reason: row["reason"],
  })

const spansOf = (tx: ReadTx, planId: string): MediaSpan[] =>
  tx.all(sql`SELECT * FROM media_spans WHERE plan_id = ${planId} ORDER BY start_ms, end_ms, id`).map(toSpan)

export type KeptPlan = MediaPlan & { readonly id: string }

export const find = (tx: ReadTx, evidenceId: EvidenceId, audience: string): KeptPlan | undefined => {
  const row = tx.one(
    sql`SELECT * FROM media_plans WHERE evidence_id = ${evidenceId} AND audience = ${audienceKey(audience)}`,
  )
  if (row === undefined) return undefined
  const plan = PlanRow.parse(row)
  return {
    id: plan.id,
    durationMs: plan.duration_ms,
    tracks: plan.tracks,
    droppedTracks: plan.dropped_tracks,
    spans: spansOf(tx, plan.id),
    accepted: plan.accepted,
  }
}

export const emptyPlan = ({ durationMs, tracks }: RecordingFacts): MediaPlan => ({
  durationMs,
  tracks: [...tracks],
  droppedTracks: [],
  spans: [],
  accepted: false,
})

const log = (tx: WriteTx, verb: string, planId: string): void =>
  append(tx, { verb, subjectKind: "media-plan", subjectId: planId })

export const make = (
  tx: WriteTx,
  input: RecordingFacts & { readonly id: string; readonly evidenceId: EvidenceId; readonly audience: string },
): KeptPlan => {
  const { id, evidenceId, durationMs, tracks } = input
  const facts = { duration_ms: durationMs, tracks: JSON.stringify(tracks) }
  tx.insert("media_plans", { id, evidence_id: evidenceId, audience: audienceKey(input.audience), ...facts })
  log(tx, "media.planned", id)
  return { id, ...emptyPlan(input) }
}

/** What a person heard was something else: it is to be heard again. */
const reopen = (tx: WriteTx, plan: KeptPlan): void => {
  if (plan.accepted) tx.update("media_plans", plan.id, { accepted: 0 })
}

/** @throws Fault "bad-input" where the span is not inside the recording */
export const addSpan = (tx: WriteTx, plan: KeptPlan, span: MediaSpan): void => {
  const { id, startMs, endMs, action, reason } = span
  if (endMs <= startMs || startMs >= plan.durationMs)
    throw new Fault("bad-input", { field: "span", durationMs: plan.durationMs })
  tx.insert("media_spans", { id, plan_id: plan.id, start_ms: startMs, end_ms: endMs, action, reason })
  reopen(tx, plan)
  log(tx, "media.span-added", plan.id)
}

/** @throws Fault "not-found" */
export const removeSpan = (tx: WriteTx, plan: KeptPlan, id: SpanId): void => {
  if (!plan.spans.some((span) => span.id === id)) throw new Fault("not-found", { kind: "span" })
  tx.remove("media_spans", id)
  reopen(tx, plan)
  log(tx, "media.span-removed", plan.id)
}

/** @throws Fault "bad-input" where there is no such track of sound or pictures */
export const keepTrack = (
  tx: WriteTx,
  plan: KeptPlan,
  { track, kept }: { readonly track: number; readonly kept: boolean },
): void => {
  const known = plan.tracks.find(({ index }) => index === track)
  if (known === undefined || (known.kind !== "sound" && known.kind !== "picture"))
    throw new Fault("bad-input", { field: "track" })
  const dropped = new Set(plan.droppedTracks)
  if (kept) dropped.delete(track)
  else dropped.add(track)
  tx.update("media_plans", plan.id, { dropped_tracks: JSON.stringify([...dropped].sort((a, b) => a - b)), accepted: 0 })
  log(tx, kept ? "media.track-kept" : "media.track-dropped", plan.id)
}

/** @throws Fault "nothing-chosen" where nothing would leave */
export const accept = (tx: WriteTx, plan: KeptPlan, accepted: boolean): void => {
  const leaving = plan.tracks.filter(
    ({ kind, index }) => (kind === "sound" || kind === "picture") && !plan.droppedTracks.includes(index),
  )
  if (accepted && leaving.length === 0) throw new Fault("nothing-chosen", { kind: "track" })
  if (accepted === plan.accepted) return
  tx.update("media_plans", plan.id, { accepted: accepted ? 1 : 0 })
  log(tx, accepted ? "media.accepted" : "media.reopened", plan.id)
}

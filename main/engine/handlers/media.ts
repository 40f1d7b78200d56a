/** Plans of what leaves of the vault's own recordings. */
import { Fault } from "../../../shared/faults.ts"
import type { EvidenceId, SpanId } from "../../../shared/model/ids.ts"
import type { MediaPlan, MediaSpan } from "../../../shared/model/media.ts"
import * as evidence from "../../domain/evidence.ts"
import * as plans from "../../domain/media-plan.ts"
import { documentOf } from "../../import/document.ts"
import { isRecording } from "../../reading/ffmpeg.ts"
import type { WriteTx } from "../../vault/tx.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

interface Subject {
  readonly evidenceId: EvidenceId
  readonly audience: string
}

const fileOf = (context: EngineContext, { evidenceId }: Subject): evidence.StoredFile => {
  const file = context.vault().read((tx) => evidence.storedFile(tx, evidenceId))
  if (!isRecording(file.mediaType)) throw new Fault("kind-unsupported", { mediaType: file.mediaType })
  return file
}

const factsOf = async (context: EngineContext, subject: Subject): Promise<plans.RecordingFacts> => {
  const { document } = documentOf(context.vault(), fileOf(context, subject))
  return await context.parts.parsers.run("mediaTracks", { document })
}

const keptOf = (context: EngineContext, { evidenceId, audience }: Subject): plans.KeptPlan | undefined =>
  context.vault().read((tx) => plans.find(tx, evidenceId, audience))

const shown = ({ durationMs, tracks, droppedTracks, spans, accepted }: MediaPlan): MediaPlan => ({
  durationMs,
  tracks,
  droppedTracks,
  spans,
  accepted,
})

const show = async (context: EngineContext, subject: Subject): Promise<MediaPlan> => {
  fileOf(context, subject)
  return shown(keptOf(context, subject) ?? plans.emptyPlan(await factsOf(context, subject)))
}

const change = async (
  context: EngineContext,
  subject: Subject,
  work: (tx: WriteTx, plan: plans.KeptPlan) => void,
): Promise<MediaPlan> => {
  const vault = context.vault()
  const { caseId } = fileOf(context, subject)
  const facts = keptOf(context, subject) ?? (await factsOf(context, subject))
  const { evidenceId, audience } = subject
  const plan = vault.write((tx) => {
    // Two windows may have begun at once: whoever comes second takes the first one's plan.
    const known =
      plans.find(tx, evidenceId, audience) ?? plans.make(tx, { ...facts, id: newId(context), evidenceId, audience })
    work(tx, known)
    return plans.find(tx, evidenceId, audience)
  })
  if (plan === undefined) throw new Fault("internal", { step: "media plan" })
  changed(context, "media", caseId)
  return shown(plan)
}

const addSpan = async (context: EngineContext, subject: Subject, span: MediaSpan): Promise<MediaSpan> => {
  await change(context, subject, (tx, plan) => plans.addSpan(tx, plan, span))
  return span
}

export const mediaHandlers = (context: EngineContext): HandlersOf<"media"> => ({
  "media.show": (input) => show(context, input),
  "media.addSpan": ({ evidenceId, audience, ...place }) =>
    addSpan(context, { evidenceId, audience }, { id: newId(context) as SpanId, ...place }),
  "media.removeSpan": (input) => change(context, input, (tx, plan) => plans.removeSpan(tx, plan, input.spanId)),
  "media.keepTrack": (input) => change(context, input, (tx, plan) => plans.keepTrack(tx, plan, input)),
  "media.accept": (input) => change(context, input, (tx, plan) => plans.accept(tx, plan, input.accepted)),
})

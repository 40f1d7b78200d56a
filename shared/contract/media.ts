import { z } from "zod"
import { EvidenceId, SpanId } from "../model/ids.ts"
import { MediaPlan, MediaSpan, MediaSpanPlace } from "../model/media.ts"
import { redactionReasons } from "../model/redaction.ts"
import { call } from "./call.ts"

const subject = { evidenceId: EvidenceId, audience: z.string().trim().min(1).max(200) }
const reading = [
  "vault-locked",
  "not-found",
  "kind-unsupported",
  "blob-missing",
  "blob-damaged",
  "file-broken",
  "file-too-large",
  "parser-crashed",
  "parser-timeout",
  "parser-memory",
] as const
const changing = [...reading, "bad-input", "vault-read-only", "disk-full"] as const

export const mediaCalls = {
  /** What leaves of one recording for one audience; all of it, where nobody said otherwise. */
  "media.show": call({ input: z.strictObject(subject), output: MediaPlan, faults: reading }),
  "media.addSpan": call({
    input: z.strictObject({ ...subject, ...MediaSpanPlace.shape, reason: z.enum(redactionReasons).default("other") }),
    output: MediaSpan,
    faults: changing,
  }),
  "media.removeSpan": call({
    input: z.strictObject({ ...subject, spanId: SpanId }),
    output: MediaPlan,
    faults: changing,
  }),
  /** A track of sound or pictures goes along, or stays. */
  "media.keepTrack": call({
    input: z.strictObject({ ...subject, track: z.int().nonnegative(), kept: z.boolean() }),
    output: MediaPlan,
    faults: changing,
  }),
  /** A person has listened to (and seen) all of it. Any change takes that back. */
  "media.accept": call({
    input: z.strictObject({ ...subject, accepted: z.boolean() }),
    output: MediaPlan,
    faults: [...changing, "nothing-chosen"],
  }),
} as const

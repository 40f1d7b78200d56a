import { z } from "zod"
import { SpanId } from "./ids.ts"
import { redactionReasons } from "./redaction.ts"

/** What is in a recording. Only sound and pictures may leave; covers, subtitles and data never do. */
export const trackKinds = ["sound", "picture", "cover", "words", "data"] as const

export const MediaTrack = z.strictObject({
  /** As the file counts them, from 0. */
  index: z.int().nonnegative(),
  kind: z.enum(trackKinds),
  codec: z.string(),
  /** Size in pixels, or samples a second and channels. */
  detail: z.string(),
})
export type MediaTrack = z.infer<typeof MediaTrack>

/** mute: silence · black: no picture · cut: neither, and no time for it. */
export const spanActions = ["mute", "black", "cut"] as const
export type SpanAction = (typeof spanActions)[number]

/** At most as long as a day. */
const milliseconds = z.int().nonnegative().max(86_400_000)

export const MediaSpanPlace = z.strictObject({
  startMs: milliseconds,
  endMs: milliseconds,
  action: z.enum(spanActions),
})
export type MediaSpanPlace = z.infer<typeof MediaSpanPlace>

export const MediaSpan = z.strictObject({
  id: SpanId,
  ...MediaSpanPlace.shape,
  reason: z.enum(redactionReasons),
})
export type MediaSpan = z.infer<typeof MediaSpan>

/** What is taken out of a recording. */
export const MediaChoice = z.strictObject({
  spans: z.array(MediaSpanPlace).max(1000).default([]),
  droppedTracks: z.array(z.int().nonnegative()).max(100).default([]),
})
export type MediaChoice = z.infer<typeof MediaChoice>

/** What leaves of one recording for one audience. */
export const MediaPlan = z.strictObject({
  durationMs: z.int(),
  tracks: z.array(MediaTrack),
  /** Indexes of sound and picture tracks that a person left out. */
  droppedTracks: z.array(z.int().nonnegative()),
  spans: z.array(MediaSpan),
  /** A person has listened to all of it, and accepts what leaves. */
  accepted: z.boolean(),
})
export type MediaPlan = z.infer<typeof MediaPlan>

/** What a recording is made of: its tracks, its chapters, and every word that it says of itself. */
import { z } from "zod"
import { Fault } from "../../shared/faults.ts"
import type { MediaTrack } from "../../shared/model/media.ts"
import { runFfprobe } from "./ffmpeg.ts"
import type { OpenDocument, ParserContext } from "./operation.ts"

export interface MediaTracks {
  readonly durationMs: number
  readonly tracks: readonly MediaTrack[]
  readonly chapters: number
  /** Tags of the file, its tracks and chapters: "name=value". */
  readonly tags: readonly string[]
  /** Pictures a second of the first picture track; 0 without one. */
  readonly framesPerSecond: number
  /** By track index: channels of sound. */
  readonly channels: Readonly<Record<number, number>>
}

const Tags = z.record(z.string(), z.string()).default({})
const Stream = z.object({
  index: z.int().nonnegative(),
  codec_type: z.string().default("data"),
  codec_name: z.string().default(""),
  width: z.int().optional(),
  height: z.int().optional(),
  sample_rate: z.string().optional(),
  channels: z.int().optional(),
  avg_frame_rate: z.string().default("0/0"),
  duration: z.string().optional(),
  disposition: z.record(z.string(), z.int()).default({}),
  tags: Tags,
})
const Probe = z.object({
  streams: z.array(Stream).default([]),
  chapters: z.array(z.object({ tags: Tags })).default([]),
  format: z.object({ duration: z.string().optional(), tags: Tags }),
})
type Stream = z.infer<typeof Stream>

const kindOf = (stream: Stream): MediaTrack["kind"] => {
  const still = (stream.disposition["attached_pic"] ?? 0) + (stream.disposition["timed_thumbnails"] ?? 0)
  if (stream.codec_type === "video") return still > 0 ? "cover" : "picture"
  if (stream.codec_type === "audio") return "sound"
  return stream.codec_type === "subtitle" ? "words" : "data"
}

const detailOf = (stream: Stream): string => {
  if (stream.width !== undefined && stream.height !== undefined) return `${stream.width} × ${stream.height}`
  if (stream.sample_rate !== undefined) return `${stream.sample_rate} Hz, ${stream.channels ?? 1}`
  return ""
}

/** "30000/1001" → 29.97; 0 where it does not say. */
const rateOf = (fraction: string): number => {
  const [above = 0, below = 0] = fraction.split("/").map(Number)
  return below > 0 && Number.isFinite(above / below) ? above / below : 0
}

const msOf = (seconds: string | undefined): number => {
  const ms = Math.round(Number(seconds ?? 0) * 1000)
  return Number.isFinite(ms) && ms > 0 ? ms : 0
}

const spoken = (tags: Readonly<Record<string, string>>): string[] =>
  Object.entries(tags).map(([name, value]) => `${name}=${value}`)

/** @throws Fault "kind-unsupported", "file-broken" */
export const mediaTracks = async (
  { document }: { readonly document: OpenDocument },
  context: ParserContext,
): Promise<MediaTracks> => {
  const probed = Probe.safeParse(await runFfprobe(document, context))
  if (!probed.success || probed.data.streams.length === 0) throw new Fault("file-broken")
  const { streams, chapters, format } = probed.data
  const picture = streams.find((stream) => kindOf(stream) === "picture")
  return {
    durationMs: Math.max(msOf(format.duration), ...streams.map(({ duration }) => msOf(duration))),
    tracks: streams.map((stream) => ({
      index: stream.index,
      kind: kindOf(stream),
      codec: stream.codec_name,
      detail: detailOf(stream),
    })),
    chapters: chapters.length,
    tags: [format, ...streams, ...chapters].flatMap(({ tags }) => spoken(tags)),
    framesPerSecond: picture === undefined ? 0 : rateOf(picture.avg_frame_rate),
    channels: Object.fromEntries(streams.map(({ index, channels = 0 }) => [index, channels])),
  }
}

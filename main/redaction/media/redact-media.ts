/**
 * A redacted recording: made anew, and judged on its saved bytes. It comes whole and proven, or not at all.
 *
 *   container      our own reader accounts for every byte: the kept tracks, their samples, nothing else
 *   raw-bytes      byte forms of each needle, and of every tag of the original
 *   tags           none, nor chapters, covers, subtitles, by ffprobe and by our own reader
 *   muted-spans    decoded again: digital silence in every channel
 *   black-spans    decoded again: no point brighter than black
 *   rest-kept      outside the spans sound and pictures are what they were
 */
import { Fault } from "../../../shared/faults.ts"
import type { MediaSpanPlace } from "../../../shared/model/media.ts"
import type { ProofCheck, ProofReport } from "../../../shared/model/redaction.ts"
import { sha256Hex } from "../../crypto/hash.ts"
import { ffmpegName } from "../../reading/ffmpeg.ts"
import type { MediaTracks } from "../../reading/media-tracks.ts"
import type { ParserPool } from "../../workers/pool.ts"
import { foldedText } from "../../search/names/fold.ts"
import { checkOf, provenOrNot, refuseHits } from "../judge-saved.ts"
import { makeNeedles, type NeedleSet } from "../needles.ts"
import { compareSketches } from "./compare-media.ts"
import { type KeptTracks, type MadeMedia, paceOf } from "./make-media.ts"

export interface MediaRequest {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly spans: readonly MediaSpanPlace[]
  readonly droppedTracks: readonly number[]
  readonly needles: NeedleSet
  /** True only where a person has listened and accepted. */
  readonly reviewed: boolean
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface RedactedMedia {
  readonly bytes: Uint8Array
  readonly kept: KeptTracks
  /** Tracks of the original that did not leave: dropped ones, covers, subtitles, data. */
  readonly leftOut: number
  readonly durationMs: number
  readonly report: ProofReport
}

/** Coding takes about real time where pictures are large; ten times that is a hang. */
const timeoutFor = (durationMs: number): number => 180_000 + 10 * durationMs

/** @throws Fault "bad-input" where a span lies outside the recording */
export const refuseSpansOutside = (spans: readonly MediaSpanPlace[], durationMs: number): void => {
  for (const { startMs, endMs } of spans)
    if (endMs <= startMs || startMs >= durationMs) throw new Fault("bad-input", { field: "span", durationMs })
}

const leastTagLetters = 5
/** Values that any file of this kind has, ours among them. */
const usualTags = /^(?:SoundHandler|VideoHandler|\[0\]\[0\]\[0\]\[0\]|isom\w*|\d{1,6}|und)$/

/** What the original says of itself is looked for, too: whoever set the tags knew names that we do not. */
const withTags = (needles: NeedleSet, tags: readonly string[]): NeedleSet => {
  const values = [...new Set(tags.map((tag) => tag.slice(tag.indexOf("=") + 1).trim()))]
    .filter((value) => value.length >= leastTagLetters && foldedText(value).length >= 2 && !usualTags.test(value))
    .map((value) => value.slice(0, 500))
  const tagged = values.map((value) => ({ terms: [], exact: [value], label: "", key: "" }))
  return makeNeedles([...needles.subjects, ...tagged])
}

interface Run {
  readonly pool: ParserPool
  readonly request: MediaRequest
  readonly facts: MediaTracks
  readonly needles: NeedleSet
  readonly options: { readonly timeoutMs: number; readonly signal?: AbortSignal }
  readonly step: () => void
}

const original = ({ bytes, mediaType }: MediaRequest) => ({ key: `original ${sha256Hex(bytes)}`, mediaType, bytes })

const isAlike = async (run: Run, saved: ReturnType<typeof original>, kept: KeptTracks): Promise<ProofCheck> => {
  const { pool, request, facts, options } = run
  const framesPerSecond = paceOf(facts)
  const shared = { framesPerSecond }
  const before = await pool.run(
    "sketchMedia",
    { ...shared, ...kept, document: original(request), spans: request.spans },
    options,
  )
  run.step()
  const pictures = kept.pictures.map((_, at) => at)
  const sounds = kept.sounds.map((_, at) => kept.pictures.length + at)
  const after = await pool.run("sketchMedia", { ...shared, pictures, sounds, document: saved, spans: [] }, options)
  run.step()
  const { looked, hits } = compareSketches(before, after, { spans: request.spans, framesPerSecond })
  return checkOf("rest-kept", { by: ffmpegName, looked, hits: looked === 0 && !request.spans.length ? 1 : hits })
}

const prove = async (run: Run, { bytes, kept }: MadeMedia): Promise<ProofCheck[]> => {
  const { pool, request, options } = run
  const mediaType = kept.pictures.length > 0 ? "video/mp4" : "audio/mp4"
  const document = { key: `saved ${sha256Hex(bytes)}`, mediaType, bytes }
  const { spans } = request
  const checks: ProofCheck[] = []
  const judge = async (name: string, verdict: Promise<Parameters<typeof checkOf>[1]>): Promise<void> => {
    checks.push(checkOf(name, await verdict))
    run.step()
  }
  await judge("container", pool.run("judgeMediaStructure", { document, kept }, options))
  await judge("raw-bytes", pool.run("judgeMediaBytes", { document, needles: run.needles.needles }, options))
  await judge("tags", pool.run("judgeMediaTags", { document, kept }, options))
  await judge("muted-spans", pool.run("judgeMediaSilence", { document, kept, spans }, options))
  await judge("black-spans", pool.run("judgeMediaBlack", { document, kept, spans }, options))
  checks.push(await isAlike(run, document, kept))
  return checks
}

const stepCount = 8

/**
 * @throws Fault "kind-unsupported", "file-broken", "bad-input", "nothing-chosen", parser faults, "cancelled",
 *   "redaction-unproven", "redaction-leak"
 */
export const redactMedia = async (pool: ParserPool, request: MediaRequest): Promise<RedactedMedia> => {
  const document = original(request)
  const signal = request.signal === undefined ? {} : { signal: request.signal }
  const facts = await pool.run("mediaTracks", { document }, signal)
  refuseSpansOutside(request.spans, facts.durationMs)
  let done = 0
  const step = (): void => request.onProgress?.(++done, stepCount)
  const options = { timeoutMs: timeoutFor(facts.durationMs), ...signal }
  const run: Run = { pool, request, facts, needles: withTags(request.needles, facts.tags), options, step }
  const { spans, droppedTracks } = request
  const made = await pool.run("makeMedia", { document, spans, droppedTracks }, options)
  step()
  const checks = await provenOrNot(() => prove(run, made))
  refuseHits(checks)
  const leaving = made.kept.pictures.length + made.kept.sounds.length
  return {
    ...made,
    leftOut: facts.tracks.length - leaving,
    durationMs: facts.durationMs,
    report: {
      passed: true,
      pages: 0,
      boxes: spans.length,
      needles: run.needles.needles.length,
      cleared: 0,
      pagesWithDoubts: [],
      checks,
      reviewed: request.reviewed,
    },
  }
}

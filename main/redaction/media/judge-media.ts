/** Judges of a saved recording: its bytes, its container by two readers, its muted and blackened spans once decoded. */
import type { MediaSpanPlace } from "../../../shared/model/media.ts"
import { ffmpegName, runFfmpeg } from "../../reading/ffmpeg.ts"
import { mediaFacts } from "../../reading/media.ts"
import { mediaTracks } from "../../reading/media-tracks.ts"
import type { OpenDocument, ParserContext } from "../../reading/operation.ts"
import { bytePatterns, searchBytes } from "../judges/search-bytes.ts"
import type { JudgeInput, Verdict } from "../judges/verdict.ts"
import type { KeptTracks } from "./make-media.ts"
import { mp4Structure } from "./mp4-structure.ts"
import { afterCuts, samplesPerFrame, type Window, windowsOf } from "./spans.ts"

export interface SavedMedia {
  readonly document: OpenDocument
  readonly kept: KeptTracks
}

const structureName = "own MP4 reader"
const expectedTracks = ({ pictures, sounds }: KeptTracks): string[] => [
  ...pictures.map(() => "vide"),
  ...sounds.map(() => "soun"),
]

/** Boxes, tracks and samples: each byte is accounted for. */
export const judgeMediaStructure = ({ document, kept }: SavedMedia): Verdict => {
  const { boxes, samples, tracks, faults } = mp4Structure(document.bytes)
  const otherTracks = tracks.join() === expectedTracks(kept).join() ? 0 : 1
  return { by: structureName, looked: boxes + samples, hits: faults.length + otherTracks, pages: [] }
}

/** Inside coded sound and pictures shorter words stand by chance. */
const leastLettersInMedia = 8

export const judgeMediaBytes = ({ document, needles }: JudgeInput & { readonly document: OpenDocument }): Verdict => {
  const { bytes } = document
  const { media } = mp4Structure(bytes)
  const outside = searchBytes(bytes, bytePatterns(needles), media)
  const long = bytePatterns(needles.filter(({ exact }) => exact.length >= leastLettersInMedia))
  const within = media.map(([from, to]) => searchBytes(bytes.subarray(from, to), long))
  const hits = outside.hits.length + within.reduce((sum, found) => sum + found.hits.length, 0)
  return { by: "byte search", looked: bytes.length, hits, pages: [] }
}

/** What every MP4 of ours says of itself. */
const ownTags: ReadonlySet<string> = new Set([
  "major_brand=isom",
  "minor_version=512",
  "compatible_brands=isomiso2mp41",
  "compatible_brands=isomiso2avc1mp41",
  "language=und",
  "handler_name=VideoHandler",
  "handler_name=SoundHandler",
  "vendor_id=[0][0][0][0]",
  "encoder=Lavc libx264",
])

/** Tags, chapters and tracks as two readers see them. */
export const judgeMediaTags = async ({ document, kept }: SavedMedia, context: ParserContext): Promise<Verdict> => {
  const probed = await mediaTracks({ document }, context)
  const { bytes, mediaType } = document
  const own = mediaFacts({ mediaType, sizeBytes: bytes.length, head: bytes, tail: new Uint8Array() })
  const said = Object.values(own.metadata).filter((text) => text !== "")
  const strange = probed.tags.filter((tag) => !ownTags.has(tag))
  const kinds = [...kept.pictures.map(() => "picture"), ...kept.sounds.map(() => "sound")]
  const otherTracks = probed.tracks.map(({ kind }) => kind).join() === kinds.join() ? 0 : 1
  const hits = said.length + strange.length + probed.chapters + otherTracks
  return { by: `${ffmpegName}, own reader`, looked: probed.tags.length + probed.tracks.length, hits, pages: [] }
}

/** Shorter than a few frames there is nothing to look at. */
const leastSeconds = 0.05

/** Where spans stand in the saved file: exactly as the person chose them, without the margins that were added. */
export const savedWindows = (spans: readonly MediaSpanPlace[], action: "mute" | "black"): Window[] => {
  const cuts = windowsOf(spans, ["cut"])
  return windowsOf(spans, [action], 0, 0)
    .map(([from, to]) => [afterCuts(cuts, from), afterCuts(cuts, to)] as const)
    .filter(([from, to]) => to - from >= leastSeconds)
}

const numberAfter = (log: string, label: string): number | undefined => {
  const found = [...log.matchAll(new RegExp(`${label}: (-?[\\d.]+)`, "g"))].map((match) => Number(match[1]))
  return found.length === 0 ? undefined : Math.max(...found)
}

/** volumedetect calls digital silence −91 dB. */
const silenceDecibels = -90

/** Every sample of the muted spans, in every channel of every track, at its full rate. */
export const judgeMediaSilence = async (
  { document, kept, spans }: SavedMedia & { readonly spans: readonly MediaSpanPlace[] },
  context: ParserContext,
): Promise<Verdict> => {
  const windows = savedWindows(spans, "mute")
  let [looked, hits] = [0, 0]
  const frameSeconds = samplesPerFrame / 48_000
  const inside = windows
    .map(([from, to]) => `between(t,${from.toFixed(4)},${(to - frameSeconds).toFixed(4)})`)
    .join("+")
  for (const [track] of windows.length === 0 ? [] : kept.sounds.entries()) {
    const filter = `asetnsamples=n=${samplesPerFrame}:p=0,aselect='${inside}',volumedetect`
    const words = ["-map", `0:a:${track}`, "-af", filter, "-f", "null", "-"]
    const { log } = await runFfmpeg({ ...document, words, outputs: [] }, context)
    const loudest = numberAfter(log, "max_volume")
    looked += numberAfter(log, "n_samples") ?? 0
    // Nothing heard is no proof of silence.
    if (loudest === undefined || loudest > silenceDecibels) hits += 1
  }
  return { by: ffmpegName, looked, hits, pages: [] }
}

/** Black is 16 of 255; coding may leave a shade. */
const darkest = 28

/** The brightest point of every picture in the blackened spans. */
export const judgeMediaBlack = async (
  { document, kept, spans }: SavedMedia & { readonly spans: readonly MediaSpanPlace[] },
  context: ParserContext,
): Promise<Verdict> => {
  const windows = savedWindows(spans, "black")
  let [looked, hits] = [0, 0]
  const inside = windows.map(([from, to]) => `between(t,${from.toFixed(4)},${to.toFixed(4)})`).join("+")
  for (const [track] of windows.length === 0 ? [] : kept.pictures.entries()) {
    const print = "metadata=print:key=lavfi.signalstats.YMAX:file=/out.txt"
    const words = ["-map", `0:v:${track}`, "-vf", `select='${inside}',signalstats,${print}`, "-f", "null", "-"]
    const { files } = await runFfmpeg({ ...document, words, outputs: ["/out.txt"] }, context)
    const shades = [...new TextDecoder().decode(files[0]).matchAll(/YMAX=(\d+)/g)].map((match) => Number(match[1]))
    looked += shades.length
    hits += shades.length === 0 ? 1 : shades.filter((shade) => shade > darkest).length
  }
  return { by: ffmpegName, looked, hits, pages: [] }
}

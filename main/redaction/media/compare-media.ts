/**
 * Is the rest still there? Original and saved copy are decoded to something small, cut alike and compared outside the
 * spans that were muted or blackened:
 *
 *   sound     loudness of every tenth of a second (8,000 samples a second, one channel)
 *   pictures  every picture in 16 × 9 greys
 */
import type { MediaSpanPlace } from "../../../shared/model/media.ts"
import { runFfmpeg } from "../../reading/ffmpeg.ts"
import type { OpenDocument, ParserContext } from "../../reading/operation.ts"
import { savedWindows } from "./judge-media.ts"
import { pictureFilter, soundFilter, type Window } from "./spans.ts"

export interface MediaSketch {
  /** By track: one loudness (root mean square, 0 to 32768) for every tenth of a second. */
  readonly sounds: readonly Float32Array[]
  /** By track: 144 greys for every picture. */
  readonly pictures: readonly Uint8Array[]
}

export interface SketchInput {
  readonly document: OpenDocument
  readonly pictures: readonly number[]
  readonly sounds: readonly number[]
  /** Only cuts count here; none for the saved copy. */
  readonly spans: readonly MediaSpanPlace[]
  readonly framesPerSecond: number
}

const [thumbWidth, thumbHeight, rate] = [16, 9, 8000]
const thumbBytes = thumbWidth * thumbHeight
const windowSamples = rate / 10

const loudness = (raw: Uint8Array): Float32Array => {
  const samples = new DataView(raw.buffer, raw.byteOffset, raw.byteLength)
  const windows = new Float32Array(Math.floor(raw.length / 2 / windowSamples))
  for (let window = 0; window < windows.length; window += 1) {
    let sum = 0
    for (let index = 0; index < windowSamples; index += 1)
      sum += samples.getInt16((window * windowSamples + index) * 2, true) ** 2
    windows[window] = Math.sqrt(sum / windowSamples)
  }
  return windows
}

/** A recording, decoded and made small. @throws Fault "file-broken", "kind-unsupported" */
export const sketchMedia = async (input: SketchInput, context: ParserContext): Promise<MediaSketch> => {
  const { pictures, sounds, spans, framesPerSecond } = input
  const shape = { framesPerSecond, largestSide: 640 }
  const small = `scale=${thumbWidth}:${thumbHeight}:flags=area,format=gray`
  const graph = [
    ...pictures.map((index, at) => `[0:${index}]${pictureFilter(spans, shape, false)},${small}[v${at}]`),
    ...sounds.map(
      (index, at) =>
        `[0:${index}]${soundFilter(spans, false)},aresample=${rate},aformat=s16:channel_layouts=mono[a${at}]`,
    ),
  ].join(";")
  const outputs = [...pictures.map((_, at) => `/out-v${at}`), ...sounds.map((_, at) => `/out-a${at}`)]
  const words = [
    ...["-filter_complex_threads", "1", "-filter_complex", graph],
    ...pictures.flatMap((_, at) => ["-map", `[v${at}]`, "-f", "rawvideo", `/out-v${at}`]),
    ...sounds.flatMap((_, at) => ["-map", `[a${at}]`, "-f", "s16le", `/out-a${at}`]),
  ]
  const { files } = await runFfmpeg({ ...input.document, words, outputs }, context)
  return {
    pictures: files.slice(0, pictures.length).map((file) => file.slice()),
    sounds: files.slice(pictures.length).map(loudness),
  }
}

const near = (windows: readonly Window[], moment: number, around: number): boolean =>
  windows.some(([from, to]) => moment > from - around && moment < to + around)

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Below this nothing is to be heard, and a ratio says nothing. */
const faint = 60
const mostDecibels = 4
const mostGreys = 20
/** A coder may lose a click or a flash; a twentieth is no longer chance. */
const tolerated = 0.05

interface Compared {
  readonly looked: number
  readonly hits: number
}

const judged = (looked: number, differing: number): Compared => ({
  looked,
  hits: differing > Math.max(2, looked * tolerated) ? differing : 0,
})

const compareSound = (original: Float32Array, saved: Float32Array, mutes: readonly Window[]): Compared => {
  const ratios: number[] = []
  let vanished = 0
  for (let window = 0; window < Math.min(original.length, saved.length); window += 1) {
    if (near(mutes, window / 10 + 0.05, 0.3)) continue
    const [before = 0, after = 0] = [original[window], saved[window]]
    if (before < faint && after < faint) continue
    if (before < faint || after < faint / 4) vanished += 1
    else ratios.push(20 * Math.log10(after / before))
  }
  // More channels were mixed to two in between: all of it may be a little louder.
  const usual = median(ratios)
  const differing = ratios.filter((ratio) => Math.abs(ratio - usual) > mostDecibels).length
  return judged(ratios.length + vanished, differing + vanished)
}

const comparePictures = (
  original: Uint8Array,
  saved: Uint8Array,
  { black, framesPerSecond }: { readonly black: readonly Window[]; readonly framesPerSecond: number },
): Compared => {
  let [looked, differing] = [0, 0]
  for (let from = 0; from + thumbBytes <= Math.min(original.length, saved.length); from += thumbBytes) {
    if (near(black, from / thumbBytes / framesPerSecond, 0.3 + 2 / framesPerSecond)) continue
    let sum = 0
    for (let at = from; at < from + thumbBytes; at += 1) sum += Math.abs((original[at] ?? 0) - (saved[at] ?? 0))
    looked += 1
    if (sum / thumbBytes > mostGreys) differing += 1
  }
  return judged(looked, differing)
}

/** A third of a second is lost or won at the ends and at cuts. */
const lengthDiffers = (before: number, after: number, perSecond: number): number =>
  Math.abs(before - after) > perSecond * 0.35 + 2 ? 1 : 0

/** How many places outside the spans are no longer as they were; 0 within what a coder may do. */
export const compareSketches = (
  original: MediaSketch,
  saved: MediaSketch,
  { spans, framesPerSecond }: { readonly spans: readonly MediaSpanPlace[]; readonly framesPerSecond: number },
): Compared => {
  const [mutes, black] = [savedWindows(spans, "mute"), savedWindows(spans, "black")]
  const parts = [
    ...original.sounds.map((before, track) => {
      const after = saved.sounds[track] ?? new Float32Array()
      const { looked, hits } = compareSound(before, after, mutes)
      return { looked, hits: hits + lengthDiffers(before.length, after.length, 10) }
    }),
    ...original.pictures.map((before, track) => {
      const after = saved.pictures[track] ?? new Uint8Array()
      const { looked, hits } = comparePictures(before, after, { black, framesPerSecond })
      return {
        looked,
        hits: hits + lengthDiffers(before.length / thumbBytes, after.length / thumbBytes, framesPerSecond),
      }
    }),
  ]
  return parts.reduce((sum, part) => ({ looked: sum.looked + part.looked, hits: sum.hits + part.hits }), {
    looked: 0,
    hits: 0,
  })
}

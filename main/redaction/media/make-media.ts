/** Parser operations that decode a recording and write it anew: nothing of the old container goes into the new one. */
import { Fault } from "../../../shared/faults.ts"
import type { MediaSpanPlace } from "../../../shared/model/media.ts"
import { runFfmpeg } from "../../reading/ffmpeg.ts"
import { type MediaTracks, mediaTracks } from "../../reading/media-tracks.ts"
import type { OpenDocument, ParserContext } from "../../reading/operation.ts"
import { pictureFilter, soundFilter } from "./spans.ts"

export interface MediaInput {
  readonly document: OpenDocument
  readonly spans: readonly MediaSpanPlace[]
  readonly droppedTracks: readonly number[]
}

/** What leaves, by index in the original. */
export interface KeptTracks {
  readonly pictures: readonly number[]
  readonly sounds: readonly number[]
}

/** Larger pictures take longer than anyone waits, and show more of a background than a witness needs. */
const largestSide = 1280
const mostFramesPerSecond = 30
const mostTracks = 8

/** An even pace; a recording that does not say gets the usual one. */
export const paceOf = ({ framesPerSecond }: Pick<MediaTracks, "framesPerSecond">): number =>
  framesPerSecond > 0 ? Math.min(mostFramesPerSecond, Math.max(5, Math.round(framesPerSecond))) : 25

/** @throws Fault "bad-input" where a track is named that is not there, "nothing-chosen" where none is left */
export const keptTracks = ({ tracks }: Pick<MediaTracks, "tracks">, dropped: readonly number[]): KeptTracks => {
  const leaving = tracks.filter(({ kind }) => kind === "sound" || kind === "picture")
  for (const index of dropped)
    if (!tracks.some((track) => track.index === index)) throw new Fault("bad-input", { field: "track", track: index })
  const indexes = (kind: string): number[] =>
    leaving.filter((track) => track.kind === kind && !dropped.includes(track.index)).map(({ index }) => index)
  const kept = { pictures: indexes("picture"), sounds: indexes("sound") }
  const count = kept.pictures.length + kept.sounds.length
  if (count === 0) throw new Fault("nothing-chosen")
  if (count > mostTracks) throw new Fault("bad-input", { field: "track", tracks: count })
  return kept
}

const graph = (
  { pictures, sounds }: KeptTracks,
  { spans, framesPerSecond }: { readonly spans: readonly MediaSpanPlace[]; readonly framesPerSecond: number },
): string =>
  [
    ...pictures.map(
      (index, at) => `[0:${index}]${pictureFilter(spans, { framesPerSecond, largestSide }, true)}[v${at}]`,
    ),
    ...sounds.map((index, at) => `[0:${index}]${soundFilter(spans, true)}[a${at}]`),
  ].join(";")

/** No word of any kind: no tags, chapters, subtitles, data, encoder's name, dates. */
const wordless = ["-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn", "-fflags", "+bitexact"]

const coding = ({ pictures, sounds }: KeptTracks, channels: MediaTracks["channels"]): string[] => [
  ...pictures.flatMap((_, at) => ["-map", `[v${at}]`]),
  ...sounds.flatMap((_, at) => ["-map", `[a${at}]`]),
  ...(pictures.length === 0
    ? []
    : [
        ..."-c:v libx264 -preset superfast -crf 24 -pix_fmt yuv420p -threads 1 -flags:v +bitexact".split(" "),
        // x264 signs its work in a message of kind 6; captions hide in the same kind.
        ..."-bsf:v filter_units=remove_types=6".split(" "),
      ]),
  ...(sounds.length === 0 ? [] : "-c:a aac -ar 48000 -flags:a +bitexact".split(" ")),
  ...sounds.flatMap((index, at) => {
    const stereo = (channels[index] ?? 1) > 1
    return [`-ac:a:${at}`, stereo ? "2" : "1", `-b:a:${at}`, stereo ? "128k" : "80k"]
  }),
]

export interface MadeMedia {
  readonly bytes: Uint8Array
  readonly kept: KeptTracks
}

/** The recording as it leaves: an MP4 of H.264 and AAC, whatever it was. @throws Faults of `keptTracks` and ffmpeg */
export const makeMedia = async (input: MediaInput, context: ParserContext): Promise<MadeMedia> => {
  const facts = await mediaTracks(input, context)
  const kept = keptTracks(facts, input.droppedTracks)
  const filters = graph(kept, { spans: input.spans, framesPerSecond: paceOf(facts) })
  const coded = coding(kept, facts.channels)
  const words = ["-filter_complex_threads", "1", "-filter_complex", filters, ...coded, ...wordless]
  const { files } = await runFfmpeg(
    {
      ...input.document,
      words: [...words, "-movflags", "+faststart", "-f", "mp4", "/out.mp4"],
      outputs: ["/out.mp4"],
    },
    context,
  )
  const [bytes] = files
  if (bytes === undefined) throw new Fault("file-broken")
  return { bytes: bytes.slice(), kept }
}

import { afterAll, beforeAll, expect, test } from "vitest"
import { ffmpegName, runFfmpeg } from "../../../../main/reading/ffmpeg.ts"
import { mediaTracks } from "../../../../main/reading/media-tracks.ts"
import { compareSketches, sketchMedia } from "../../../../main/redaction/media/compare-media.ts"
import {
  judgeMediaBlack,
  judgeMediaBytes,
  judgeMediaSilence,
  judgeMediaStructure,
  judgeMediaTags,
} from "../../../../main/redaction/media/judge-media.ts"
import { makeMedia } from "../../../../main/redaction/media/make-media.ts"
import { needlesOfTerms } from "../../../../main/redaction/needles.ts"
import { type MediaRequest, redactMedia } from "../../../../main/redaction/media/redact-media.ts"
import type { ParserPool } from "../../../../main/workers/pool.ts"
import { makeTestPool } from "../../../support/parser-pool.ts"
import { ffmpegContext, makeRecording, tone } from "../../../support/recordings.ts"

let pool: ParserPool
beforeAll(() => {
  pool = makeTestPool()
})
afterAll(() => pool.close())

const redact = (given: Partial<MediaRequest> & Pick<MediaRequest, "bytes" | "mediaType">) =>
  redactMedia(pool, { spans: [], droppedTracks: [], needles: needlesOfTerms(["Смирнова"]), reviewed: false, ...given })

const documentOf = (bytes: Uint8Array) => ({ key: "recording", mediaType: "video/mp4", bytes, kept: new Map() })

const note = () =>
  makeRecording([
    "-f",
    "lavfi",
    "-i",
    tone(6),
    "-map",
    "1:a",
    "-c:a",
    "libopus",
    "-b:a",
    "32k",
    "-metadata",
    "title=Голос Смирновой",
    "-f",
    "ogg",
  ])

/** Samples of one channel at 8,000 a second. */
const decode = async (bytes: Uint8Array): Promise<Int16Array> => {
  const words = ["-map", "0:a:0", "-ac", "1", "-ar", "8000", "-f", "s16le", "/out"]
  const { files } = await runFfmpeg({ bytes, mediaType: "audio/mp4", words, outputs: ["/out"] }, ffmpegContext)
  return new Int16Array((files[0] ?? new Uint8Array()).slice().buffer)
}
const loudest = (samples: Int16Array, fromSeconds: number, toSeconds: number): number =>
  samples.subarray(fromSeconds * 8000, toSeconds * 8000).reduce((most, value) => Math.max(most, Math.abs(value)), 0)

test("a muted span is silent, a cut one gone, and the rest is there", async () => {
  const bytes = await note()
  const { bytes: saved, report } = await redact({
    bytes,
    mediaType: "audio/ogg",
    spans: [
      { startMs: 1000, endMs: 2000, action: "mute" },
      { startMs: 3000, endMs: 4000, action: "cut" },
    ],
  })
  const samples = await decode(saved)
  expect(loudest(samples, 1, 2)).toBe(0)
  expect(loudest(samples, 0.2, 0.8)).toBeGreaterThan(3000)
  expect(loudest(samples, 2.2, 2.8)).toBeGreaterThan(3000)
  // Six seconds without the second that was cut and its margins.
  expect(samples.length / 8000).toBeCloseTo(4.88, 1)
  expect(report.checks.map(({ name, hits }) => [name, hits])).toEqual([
    ["container", 0],
    ["raw-bytes", 0],
    ["tags", 0],
    ["muted-spans", 0],
    ["black-spans", 0],
    ["rest-kept", 0],
  ])
  expect(report.checks.find(({ name }) => name === "muted-spans")).toMatchObject({ by: ffmpegName })
  expect(report.checks.every(({ name, looked }) => looked > 0 || name === "black-spans")).toBe(true)
})

/** A film with everything that a phone, an editor and a messenger leave in one: two sounds, subtitles, chapters, tags. */
const film = async (): Promise<Uint8Array> => {
  const subtitles = "1\n00:00:00,500 --> 00:00:02,000\nЭто Смирнова\n"
  const chapters =
    ";FFMETADATA1\ntitle=Смирнова дома\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=Смирнова пришла\n"
  return await makeRecording([
    ...[
      "-f",
      "lavfi",
      "-i",
      "testsrc2=s=160x120:r=10:d=4",
      "-f",
      "lavfi",
      "-i",
      tone(4),
      "-f",
      "lavfi",
      "-i",
      tone(4, 16_000),
    ],
    ...["-f", "srt", "-i", `data:text/plain;base64,${Buffer.from(subtitles).toString("base64")}`],
    ...["-f", "ffmetadata", "-i", `data:text/plain;base64,${Buffer.from(chapters).toString("base64")}`],
    ...["-map", "1:v", "-map", "2:a", "-map", "3:a", "-map", "4:s", "-map_metadata", "5", "-map_chapters", "5"],
    ...["-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-c:s", "mov_text", "-f", "mp4"],
    ...["-metadata:s:a:1", "handler_name=Микрофон Смирновой", "-metadata", "comment=Смирнова, 43.25, 76.95"],
  ])
}

test("of a film only the chosen picture and sound leave, a span of it black", async () => {
  const bytes = await film()
  const facts = await mediaTracks({ document: documentOf(bytes) }, ffmpegContext)
  expect(facts.tracks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["picture", "sound", "words", "data"]))
  expect([facts.chapters, facts.tags.some((tag) => tag.includes("Смирнова"))]).toEqual([1, true])
  const {
    bytes: saved,
    kept,
    leftOut,
    report,
  } = await redact({
    bytes,
    mediaType: "video/mp4",
    spans: [
      { startMs: 1000, endMs: 2000, action: "black" },
      { startMs: 1500, endMs: 2500, action: "mute" },
    ],
    droppedTracks: [2],
  })
  expect([kept, leftOut]).toEqual([{ pictures: [0], sounds: [1] }, facts.tracks.length - 2])
  expect(Buffer.from(saved).includes("Смирнов")).toBe(false)
  const after = await mediaTracks({ document: documentOf(saved) }, ffmpegContext)
  expect([after.tracks.map(({ kind }) => kind), after.chapters]).toEqual([["picture", "sound"], 0])
  expect(report.checks.find(({ name }) => name === "black-spans")?.looked).toBeGreaterThan(8)
})

test("each judge finds what it is there for", async () => {
  const original = documentOf(await film())
  const kept = { pictures: [0], sounds: [1] }
  const { needles } = needlesOfTerms(["Смирнова"])
  expect(judgeMediaStructure({ document: original, kept }).hits).toBeGreaterThan(0)
  expect(judgeMediaBytes({ document: original, needles }).hits).toBeGreaterThan(0)
  expect((await judgeMediaTags({ document: original, kept }, ffmpegContext)).hits).toBeGreaterThan(0)
  const made = await makeMedia({ document: original, spans: [], droppedTracks: [2] }, ffmpegContext)
  const saved = { document: documentOf(made.bytes), kept: made.kept }
  expect(judgeMediaStructure(saved).hits).toBe(0)
  expect((await judgeMediaTags(saved, ffmpegContext)).hits).toBe(0)
  // Nothing was muted or blackened, though the plan said so.
  const spans = (["mute", "black"] as const).map((action) => ({ startMs: 1000, endMs: 2000, action }))
  expect((await judgeMediaSilence({ ...saved, spans }, ffmpegContext)).hits).toBe(1)
  expect((await judgeMediaBlack({ ...saved, spans }, ffmpegContext)).hits).toBeGreaterThan(5)
  // A second of something else in place of the rest.
  const sketch = { framesPerSecond: 10, ...kept, document: original }
  const before = await sketchMedia({ ...sketch, spans: [] }, ffmpegContext)
  const other = await sketchMedia({ ...sketch, spans: [{ startMs: 500, endMs: 1500, action: "cut" }] }, ffmpegContext)
  const shape = { spans: [], framesPerSecond: 10 }
  expect(compareSketches(before, before, shape).hits).toBe(0)
  expect(compareSketches(before, other, shape).hits).toBeGreaterThan(0)
})

test("bytes added anywhere in the finished file are found", async () => {
  const made = await makeMedia(
    { document: { ...documentOf(await note()), mediaType: "audio/ogg" }, spans: [], droppedTracks: [] },
    ffmpegContext,
  )
  const hitsOf = (bytes: Uint8Array): number =>
    judgeMediaStructure({ document: documentOf(bytes), kept: made.kept }).hits
  expect(hitsOf(made.bytes)).toBe(0)
  const word = Buffer.from("Смирнова")
  const box = Buffer.concat([Buffer.from([0, 0, 0, 8 + word.length]), Buffer.from("free"), word])
  expect(hitsOf(Buffer.concat([made.bytes, word]))).toBeGreaterThan(0)
  expect(hitsOf(Buffer.concat([made.bytes, box]))).toBeGreaterThan(0)
  const dated = made.bytes.slice()
  dated[Buffer.from(dated).indexOf("mvhd") + 10] = 7
  expect(hitsOf(dated)).toBe(1)
})

test("a track that is not there, a span after the end and nothing left are refused", async () => {
  const given = { bytes: await note(), mediaType: "audio/ogg" }
  await expect(redact({ ...given, droppedTracks: [3] })).rejects.toMatchObject({ code: "bad-input" })
  await expect(redact({ ...given, droppedTracks: [0] })).rejects.toMatchObject({ code: "nothing-chosen" })
  const late = { startMs: 60_000, endMs: 61_000, action: "mute" } as const
  await expect(redact({ ...given, spans: [late] })).rejects.toMatchObject({ code: "bad-input" })
  await expect(redact({ ...given, bytes: given.bytes.subarray(0, 60) })).rejects.toMatchObject({ code: "file-broken" })
})

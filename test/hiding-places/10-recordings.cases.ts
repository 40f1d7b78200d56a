/** Place 83: a name beside the sound and the pictures of a recording. */
import { needlesOfTerms } from "../../main/redaction/needles.ts"
import { redactMedia } from "../../main/redaction/media/redact-media.ts"
import { pictureOfLines } from "../support/picture-files.ts"
import { makeRecording, tone } from "../support/recordings.ts"
import type { HidingCase, MadeFile } from "./hiding-case.ts"

const sound = ["-f", "lavfi", "-i", tone(2, 16_000)]
const film = ["-f", "lavfi", "-i", "testsrc2=s=96x64:r=5:d=2"]
const data = (bytes: Uint8Array): string =>
  `data:application/octet-stream;base64,${Buffer.from(bytes).toString("base64")}`
const text = (written: string): string => data(new Uint8Array(Buffer.from(written, "utf8")))

const mediaTypes: Readonly<Record<string, string>> = {
  ogg: "audio/ogg",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  mp4: "video/mp4",
  mkv: "video/x-matroska",
}

const redact: HidingCase["redact"] = async ({ name, bytes }: MadeFile, hidden, { pool }) => {
  const copy = await redactMedia(pool, {
    bytes,
    mediaType: mediaTypes[name.replace(/^.*\./, "")] ?? "",
    spans: [],
    droppedTracks: [],
    needles: needlesOfTerms(hidden.terms),
    reviewed: false,
  })
  return { name: "annex-1.mp4", bytes: copy.bytes }
}

const shared = { place: 83, writer: "ffmpeg", keeps: null, redact } as const
const file = async (name: string, words: readonly string[]): Promise<MadeFile> => ({
  name,
  bytes: await makeRecording(words),
})

export const cases: readonly HidingCase[] = [
  {
    ...{ ...shared, name: "tags of an Ogg file" },
    make: ({ written }) =>
      file("voice.ogg", [...sound, "-map", "1:a", "-c:a", "libopus", "-metadata", `title=${written}`, "-f", "ogg"]),
  },
  {
    ...{ ...shared, name: "tags of an MP3 file" },
    make: ({ written }) =>
      file("voice.mp3", [...sound, "-map", "1:a", "-c:a", "libmp3lame", "-metadata", `artist=${written}`, "-f", "mp3"]),
  },
  {
    ...{ ...shared, name: "subtitles" },
    make: ({ written }) =>
      file("film.mp4", [
        ...[...film, "-f", "srt", "-i", text(`1\n00:00:00,100 --> 00:00:01,900\n${written}\n`)],
        ...["-map", "1:v", "-map", "2:s", "-c:v", "libx264", "-preset", "ultrafast", "-c:s", "mov_text", "-f", "mp4"],
      ]),
  },
  {
    ...{ ...shared, name: "chapters" },
    make: ({ written }) =>
      file("voice.m4a", [
        ...[...sound, "-f", "ffmetadata", "-i"],
        text(`;FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=${written}\n`),
        ...["-map", "1:a", "-map_chapters", "2", "-c:a", "aac", "-f", "ipod"],
      ]),
  },
  {
    ...{ ...shared, name: "cover art" },
    make: async ({ written }) =>
      file("voice.m4a", [
        ...[...sound, "-f", "png_pipe", "-i", data(await pictureOfLines([written]))],
        ...[
          "-map",
          "1:a",
          "-map",
          "2:v",
          "-c:a",
          "aac",
          "-c:v",
          "copy",
          "-disposition:v",
          "attached_pic",
          "-f",
          "ipod",
        ],
      ]),
  },
  {
    ...{ ...shared, name: "title of a track in a Matroska file" },
    make: ({ written }) =>
      file("film.mkv", [
        ...[...film, "-map", "1:v", "-c:v", "libx264", "-preset", "ultrafast"],
        ...["-metadata:s:v", `title=${written}`, "-f", "matroska"],
      ]),
  },
]

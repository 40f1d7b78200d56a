import { readFileSync } from "node:fs"
import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { mediaMetadata, metadata } from "../../../main/reading/metadata.ts"
import { context, demoFile, docx, docxType, openDocument } from "../../support/reading/documents.ts"

const facts = (mediaType: string, bytes: Uint8Array) => metadata({ document: openDocument(mediaType, bytes) }, context)
const demoFacts = (name: string, mediaType: string) => facts(mediaType, readFileSync(demoFile(name)))

test("a photograph says when, where and with what it was taken", async () => {
  expect((await demoFacts("IMG_2041.jpg", "image/jpeg")).metadata).toMatchObject({
    Model: "Phone 3",
    ModifyDate: "2017:10:02 14:06:00",
    "GPS position": "50.283900, 57.167000",
  })
})

test("a PDF says with what it was made", async () => {
  expect((await demoFacts("Түсініктеме.pdf", "application/pdf")).metadata).toMatchObject({ Format: "PDF 1.7" })
})

test("a mail says from whom it came", async () => {
  expect((await demoFacts("letter.eml", "message/rfc822")).metadata).toMatchObject({
    From: "Yerlan Ospanov <yerlan@aral-dauysy.example>",
    "Message-ID": "<20171002150211.41@aral-dauysy.example>",
  })
})

test("an office document says who wrote it", async () => {
  const core =
    "<cp:coreProperties><dc:creator>A. Author</dc:creator><cp:lastModifiedBy>B. Editor</cp:lastModifiedBy></cp:coreProperties>"
  const { metadata: said } = await facts(docxType, docx("<w:p/>", { "docProps/core.xml": core }))
  expect(said).toEqual({ creator: "A. Author", lastModifiedBy: "B. Editor" })
})

test.each([
  ["voice-note.m4a", "audio/mp4", 9544],
  ["return-of-devices.mp4", "video/mp4", 8035],
  ["Голосовое 2017-10-02.ogg", "audio/ogg", 9543],
])("%s says how long it is", async (name, mediaType, durationMs) => {
  expect((await demoFacts(name, mediaType)).durationMs).toBe(durationMs)
})

test("an MP4 with its index at the end is read from its last bytes", () => {
  const whole = readFileSync(demoFile("return-of-devices.mp4"))
  const moov = whole.indexOf("moov") - 4
  const end = moov + whole.readUInt32BE(moov)
  const tail = Buffer.concat([Buffer.from("some frames"), whole.subarray(moov, end)])
  const input = { mediaType: "video/mp4", sizeBytes: 5_000_000_000, head: whole.subarray(0, 32), tail }
  expect(mediaMetadata(input).durationMs).toBe(8035)
})

const wav = (): Uint8Array => {
  const bytes = Buffer.alloc(44)
  bytes.write("RIFF\0\0\0\0WAVEfmt ", "latin1")
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt32LE(16_000, 28)
  bytes.write("data", 36)
  bytes.writeUInt32LE(32_000, 40)
  return bytes
}

test.each([
  ["WAV", "audio/wav", wav(), 32_044, 2000],
  ["AMR of 12.2 kbit/s", "audio/amr", Buffer.from("#!AMR\n\x3c", "latin1"), 6 + 32 * 50, 1000],
  ["MP3 of 128 kbit/s", "audio/mpeg", Buffer.from([0xff, 0xfb, 0x90, 0x64, ...Buffer.alloc(200)]), 16_000, 1000],
  [
    "WebM",
    "video/webm",
    Buffer.from("1a45dfa38018538067891549a966844489447a0000".replace("844489447a0000", "874489844516a000"), "hex"),
    1000,
    2410,
  ],
])("%s says how long it is", (_, mediaType, head, sizeBytes, durationMs) => {
  expect(mediaMetadata({ mediaType, sizeBytes, head, tail: new Uint8Array() }).durationMs).toBe(durationMs)
})

const types = ["audio/mp4", "audio/ogg", "audio/wav", "audio/mpeg", "audio/amr", "audio/flac", "video/webm"]
property.prop([fc.constantFrom(...types), fc.uint8Array({ maxLength: 400 })])(
  "no bytes make a recording's reader throw",
  (mediaType, head) => {
    const { durationMs } = mediaMetadata({ mediaType, sizeBytes: head.length, head, tail: head })
    expect(durationMs === null || durationMs >= 0).toBe(true)
  },
)

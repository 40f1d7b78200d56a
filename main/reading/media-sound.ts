/** Ogg, WAV, MP3, AMR and FLAC: how long, and the tags. */
import type { MediaFacts } from "./media.ts"

const latin1 = (data: DataView, at: number, length: number): string => {
  let text = ""
  for (let index = at; index < Math.min(at + length, data.byteLength); index += 1)
    text += String.fromCharCode(data.getUint8(index))
  return text
}
const utf8 = (data: DataView, at: number, length: number): string =>
  new TextDecoder().decode(
    new Uint8Array(data.buffer, data.byteOffset + at, Math.max(0, Math.min(length, data.byteLength - at))),
  )

/** Vorbis comments: maker, then "NAME=text" entries, each with its length before it. RFC 7845, section 5.2. */
const comments = (data: DataView, at: number, facts: MediaFacts): void => {
  const maker = data.getUint32(at, true)
  facts.metadata["Encoder"] = utf8(data, at + 4, maker)
  let next = at + 4 + maker
  const count = Math.min(100, data.getUint32(next, true))
  next += 4
  for (let index = 0; index < count; index += 1) {
    const length = data.getUint32(next, true)
    const [name = "", ...text] = utf8(data, next + 4, length).split("=")
    // A cover picture in base64 is no fact to read.
    if (name.toUpperCase() !== "METADATA_BLOCK_PICTURE") facts.metadata[name.toLowerCase()] = text.join("=")
    next += 4 + length
  }
}

/** The last page's granule position is the length in samples: 48,000 a second in Opus, as the header says in Vorbis. */
export const oggFacts = (head: DataView, tail: DataView, facts: MediaFacts): void => {
  const start = latin1(head, 0, 8192)
  const opus = start.indexOf("OpusHead")
  const vorbis = start.indexOf("\x01vorbis")
  const rate = opus >= 0 ? 48_000 : vorbis >= 0 ? head.getUint32(vorbis + 12, true) : 0
  const skipped = opus >= 0 ? head.getUint16(opus + 10, true) : 0
  const end = tail.byteLength > 0 ? tail : head
  const last = latin1(end, 0, end.byteLength).lastIndexOf("OggS")
  if (rate > 0 && last >= 0 && last + 14 <= end.byteLength)
    facts.durationMs = Math.round(((Number(end.getBigInt64(last + 6, true)) - skipped) / rate) * 1000)
  const tags = start.indexOf("OpusTags")
  const vorbisTags = start.indexOf("\x03vorbis")
  if (tags >= 0) comments(head, tags + 8, facts)
  else if (vorbisTags >= 0) comments(head, vorbisTags + 7, facts)
}

/** RIFF chunks: "fmt " has bytes per second, "data" its size. */
export const wavFacts = (head: DataView, sizeBytes: number, facts: MediaFacts): void => {
  let perSecond = 0
  for (let at = 12; at + 8 <= head.byteLength; ) {
    const name = latin1(head, at, 4)
    const size = head.getUint32(at + 4, true)
    if (name === "fmt ") perSecond = head.getUint32(at + 16, true)
    if (name === "data" && perSecond > 0) {
      facts.durationMs = Math.round((Math.min(size, sizeBytes - at - 8) / perSecond) * 1000)
      return
    }
    at += 8 + size + (size % 2)
  }
}

/** Kilobits a second of MPEG layer III by index, for version 1 and for versions 2 and 2.5. */
const bitRates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const
const sampleRates = [44_100, 48_000, 32_000] as const

const frameTexts: Readonly<Record<string, string>> = {
  TIT2: "Title",
  TPE1: "Artist",
  TALB: "Album",
  TDRC: "Date",
  TYER: "Date",
  TSSE: "Encoder",
}
const id3Encodings = ["latin1", "utf-16", "utf-16be", "utf-8"] as const

/** ID3v2 text frames; sizes are seven bits a byte in version 4 and in the header. */
const id3 = (data: DataView, facts: MediaFacts): number => {
  if (latin1(data, 0, 3) !== "ID3") return 0
  const sevens = (at: number): number =>
    [0, 1, 2, 3].reduce((sum, index) => sum * 128 + (data.getUint8(at + index) & 127), 0)
  const end = Math.min(10 + sevens(6), data.byteLength)
  const version = data.getUint8(3)
  for (let at = 10; at + 11 < end; ) {
    const size = version >= 4 ? sevens(at + 4) : data.getUint32(at + 4)
    const name = frameTexts[latin1(data, at, 4)]
    if (size === 0) break
    if (name !== undefined && at + 10 + size <= data.byteLength) {
      const bytes = new Uint8Array(data.buffer, data.byteOffset + at + 11, size - 1)
      facts.metadata[name] = new TextDecoder(id3Encodings[data.getUint8(at + 10)] ?? "latin1")
        .decode(bytes)
        .replace(/\0+$/, "")
    }
    at += 10 + size
  }
  return 10 + sevens(6)
}

/** Length by the frame count that encoders leave in the first frame ("Xing", "Info"), else by its bit rate. */
export const mp3Facts = (head: DataView, sizeBytes: number, facts: MediaFacts): void => {
  let at = id3(head, facts)
  while (at + 4 < head.byteLength && (head.getUint16(at) & 0xffe0) !== 0xffe0) at += 1
  if (at + 4 >= head.byteLength) return
  const version1 = ((head.getUint8(at + 1) >> 3) & 3) === 3
  const bitRate = bitRates[version1 ? 0 : 1][head.getUint8(at + 2) >> 4] ?? 0
  const sampleRate = (sampleRates[(head.getUint8(at + 2) >> 2) & 3] ?? 44_100) / (version1 ? 1 : 2)
  const start = latin1(head, at, 200)
  const info = Math.max(start.indexOf("Xing"), start.indexOf("Info"))
  if (info >= 0 && (head.getUint32(at + info + 4) & 1) === 1)
    facts.durationMs = Math.round((head.getUint32(at + info + 8) * (version1 ? 1152 : 576) * 1000) / sampleRate)
  else if (bitRate > 0) facts.durationMs = Math.round(((sizeBytes - at) * 8) / bitRate)
}

/** Bytes of an AMR frame by its mode; each lasts 20 ms. RFC 4867, section 5.3. */
const amrFrames = [13, 14, 16, 18, 20, 21, 27, 32, 6] as const

/** Recorders keep one mode, so the first frame's size tells for all of them. */
export const amrFacts = (head: DataView, sizeBytes: number, facts: MediaFacts): void => {
  const frame = amrFrames[(head.getUint8(6) >> 3) & 15]
  if (frame !== undefined) facts.durationMs = Math.floor((sizeBytes - 6) / frame) * 20
}

/** STREAMINFO: 20 bits of samples a second, 36 bits of samples. */
export const flacFacts = (head: DataView, facts: MediaFacts): void => {
  const rate = head.getUint32(18) >>> 12
  const samples = (head.getUint8(21) & 15) * 2 ** 32 + head.getUint32(22)
  if (rate > 0) facts.durationMs = Math.round((samples / rate) * 1000)
}

/**
 * Takes a written MP4 apart with a reader of our own and says what should not be there. ISO/IEC 14496-12.
 *
 *   file   ftyp · moov · free (zeros) · mdat, which ends with the file
 *   moov   mvhd, one trak for each track that was kept, an empty udta; no chapters, no date but zero
 *   mdat   every byte belongs to a sample of a track, and to one only
 *   H.264  a sample holds pictures and their parameters; no messages (captions, a signature), no filler
 */
import { boxesIn } from "../../reading/media-iso.ts"

type Box = ReturnType<typeof boxesIn>[number]

export interface Mp4Structure {
  readonly boxes: number
  readonly samples: number
  /** "vide" and "soun", in the file's order. */
  readonly tracks: readonly string[]
  /** What should not be there, in words of our own. */
  readonly faults: readonly string[]
  /** Where the samples are: half open. */
  readonly media: readonly (readonly [start: number, end: number])[]
}

const children: Readonly<Record<string, readonly string[]>> = {
  file: ["ftyp", "moov", "free", "mdat"],
  moov: ["mvhd", "trak"],
  trak: ["tkhd", "edts", "mdia"],
  edts: ["elst"],
  mdia: ["mdhd", "hdlr", "minf"],
  minf: ["vmhd", "smhd", "dinf", "stbl"],
  dinf: ["dref"],
  stbl: ["stsd", "stts", "stss", "ctts", "stsc", "stsz", "stco", "co64", "sgpd", "sbgp"],
  stsd: ["avc1", "mp4a"],
  avc1: ["avcC", "colr", "pasp", "btrt"],
  mp4a: ["esds", "btrt"],
}
/** Where children begin, after the fields of their parent. */
const fieldBytes: Readonly<Record<string, number>> = { stsd: 8, avc1: 78, mp4a: 28 }

/** What ffmpeg writes where it has no tag to write: these bytes, and not one more. */
const emptyTags = `${"\0".repeat(3)}=udta${"\0".repeat(3)}5meta${"\0".repeat(7)}!hdlr${"\0".repeat(8)}mdirappl${"\0".repeat(12)}\bilst`

interface Walk {
  readonly data: DataView
  readonly faults: string[]
  readonly found: { readonly path: string; readonly box: Box; readonly track: number }[]
}

const latin1 = (data: DataView, from: number, to: number): string => {
  let said = ""
  for (let at = from; at < to; at += 1) said += String.fromCharCode(data.getUint8(at))
  return said
}

const walk = ({ data, faults, found }: Walk, parent: string, from: number, to: number, track = -1): void => {
  const boxes = boxesIn(data, from, to)
  const end = boxes.at(-1)?.to ?? from
  if (end !== to) faults.push(`${to - end} bytes after the boxes of ${parent}`)
  let next = track
  for (const box of boxes) {
    if (parent === "moov" && box.type === "udta" && latin1(data, box.header, box.to) === emptyTags) continue
    if (children[parent]?.includes(box.type) !== true) {
      faults.push(`a box that does not belong in ${parent}`)
      continue
    }
    if (box.type === "trak") next += 1
    found.push({ path: box.type, box, track: next })
    if (children[box.type] !== undefined)
      walk({ data, faults, found }, box.type, box.from + (fieldBytes[box.type] ?? 0), box.to, next)
  }
}

const text = (data: DataView, from: number, to: number): string => latin1(data, from, to).replace(/\0+$/, "")

const onlyZeros = (data: DataView, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (data.getUint8(at) !== 0) return false
  return true
}

const handlers: Readonly<Record<string, string>> = { vide: "VideoHandler", soun: "SoundHandler" }
const namesOfCoders = ["", "Lavc libx264"]

/** Free text and dates, wherever a box that may be there has room for them. */
const wordsIn = (data: DataView, type: string, { from, to }: Box): string | undefined => {
  const isDated = type === "mvhd" || type === "tkhd" || type === "mdhd"
  // Version 0: two dates of four bytes; version 1: of eight.
  if (isDated && !onlyZeros(data, from + 4, from + (data.getUint8(from) === 1 ? 20 : 12))) return "a date"
  if (type === "free" && !onlyZeros(data, from, to)) return "bytes in free space"
  if (type === "hdlr" && text(data, from + 24, to) !== handlers[text(data, from + 8, from + 12)])
    return "a handler's name"
  if (type === "dref" && to - from !== 20) return "a reference to another file"
  if (type !== "avc1") return undefined
  const length = data.getUint8(from + 42)
  return namesOfCoders.includes(text(data, from + 43, from + 43 + Math.min(31, length))) ? undefined : "a coder's name"
}

interface Sample {
  readonly from: number
  readonly to: number
}

const tableOf = (found: Walk["found"], track: number, types: readonly string[]): Box | undefined =>
  found.find((entry) => entry.track === track && types.includes(entry.path))?.box

const sampleSizes = (data: DataView, { from }: Box): number[] => {
  const [same, count] = [data.getUint32(from + 4), data.getUint32(from + 8)]
  return Array.from({ length: count }, (_, index) => (same === 0 ? data.getUint32(from + 12 + 4 * index) : same))
}

const chunkOffsets = (data: DataView, { type, from }: Box): number[] =>
  Array.from({ length: data.getUint32(from + 4) }, (_, index) =>
    type === "co64" ? Number(data.getBigUint64(from + 8 + 8 * index)) : data.getUint32(from + 8 + 4 * index),
  )

/** stsc: from which chunk on, how many samples in each. */
const samplesOf = (walked: Walk, track: number): Sample[] => {
  const { data, found } = walked
  const [stsz, stco, stsc] = [["stsz"], ["stco", "co64"], ["stsc"]].map((types) => tableOf(found, track, types))
  if (stsz === undefined || stco === undefined || stsc === undefined) return []
  const sizes = sampleSizes(data, stsz)
  const runs = Array.from({ length: data.getUint32(stsc.from + 4) }, (_, index) => ({
    first: data.getUint32(stsc.from + 8 + 12 * index),
    count: data.getUint32(stsc.from + 12 + 12 * index),
  }))
  const samples: Sample[] = []
  for (const [index, offset] of chunkOffsets(data, stco).entries()) {
    const count = runs.findLast((run) => run.first <= index + 1)?.count ?? 0
    let at = offset
    for (let taken = 0; taken < count && samples.length < sizes.length; taken += 1) {
      const size = sizes[samples.length] ?? 0
      samples.push({ from: at, to: at + size })
      at += size
    }
  }
  if (samples.length !== sizes.length) walked.faults.push("samples without a place")
  return samples
}

/** Pictures (1, 5), their parameters (7, 8), where one ends (9). Four bytes of length stand before each. */
const pictureUnits = new Set([1, 5, 7, 8, 9])

const strangeUnits = (data: DataView, { from, to }: Sample): boolean => {
  let at = from
  while (at + 5 <= to) {
    if (!pictureUnits.has(data.getUint8(at + 4) & 31)) return true
    at += 4 + data.getUint32(at)
  }
  return at !== to
}

/** Samples stand one after another and fill the box. */
const fills = (samples: readonly Sample[], { from, to }: Box): boolean => {
  const sorted = samples.toSorted((left, right) => left.from - right.from)
  let at = from
  for (const sample of sorted) {
    if (sample.from !== at) return false
    at = sample.to
  }
  return at === to
}

/** Throws RangeError where a table leads out of the file. */
export const mp4Structure = (bytes: Uint8Array): Mp4Structure => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const walked: Walk = { data, faults: [], found: [] }
  const { faults, found } = walked
  walk(walked, "file", 0, bytes.length)
  for (const { path, box } of found) {
    const said = wordsIn(data, path, box)
    if (said !== undefined) faults.push(said)
  }
  const tracks = found.filter(({ path }) => path === "hdlr").map(({ box }) => text(data, box.from + 8, box.from + 12))
  const perTrack = tracks.map((_, track) => samplesOf(walked, track))
  const pictures = perTrack.flatMap((samples, track) => (tracks[track] === "vide" ? samples : []))
  if (pictures.some((sample) => strangeUnits(data, sample))) faults.push("something beside pictures in the pictures")
  const media = found.filter(({ path }) => path === "mdat").map(({ box }) => box)
  const samples = perTrack.flat()
  const [first] = media
  if (media.length !== 1 || first === undefined || !fills(samples, first)) faults.push("bytes that belong to no sample")
  return {
    boxes: found.length,
    samples: samples.length,
    tracks,
    faults,
    media: media.map(({ from, to }) => [from, to] as const),
  }
}

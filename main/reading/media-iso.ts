/** MP4, M4A, MOV, 3GP: the boxes that say how long it is, when and where it was made. ISO/IEC 14496-12; QuickTime File Format. */
import type { MediaFacts } from "./media.ts"

const latin1 = (data: DataView, at: number, length: number): string =>
  Array.from({ length }, (_, index) => String.fromCharCode(data.getUint8(at + index))).join("")

interface Box {
  readonly type: string
  /** Where the box itself begins, with its size and type. */
  readonly header: number
  readonly from: number
  readonly to: number
}

/** The boxes between `from` and `to`; a size that leads outside ends the walk. */
export const boxesIn = (data: DataView, from: number, to: number): Box[] => {
  const boxes: Box[] = []
  let at = from
  while (at + 8 <= to) {
    const short = data.getUint32(at)
    const long = short === 1 && at + 16 <= to
    const size = long ? Number(data.getBigUint64(at + 8)) : short === 0 ? to - at : short
    const header = long ? 16 : 8
    if (size < header) break
    boxes.push({ type: latin1(data, at + 4, 4), header: at, from: at + header, to: Math.min(to, at + size) })
    at += size
  }
  return boxes
}

/** Seconds since 1904, as ISO 8601; "" for the zero that many recorders write. */
const instant = (seconds: number): string =>
  seconds < 2_082_844_800 ? "" : new Date((seconds - 2_082_844_800) * 1000).toISOString()

/** mvhd: version, flags, created, modified, units per second, length. */
const movieHeader = (data: DataView, { from }: Box, facts: MediaFacts): void => {
  const wide = data.getUint8(from) === 1
  const created = wide ? Number(data.getBigUint64(from + 4)) : data.getUint32(from + 4)
  const scale = data.getUint32(from + (wide ? 20 : 12))
  const length = wide ? Number(data.getBigUint64(from + 24)) : data.getUint32(from + 16)
  if (scale > 0) facts.durationMs = Math.round((length / scale) * 1000)
  facts.metadata["Created"] = instant(created)
}

const names: Readonly<Record<string, string>> = {
  "\xa9nam": "Title",
  "\xa9ART": "Artist",
  "\xa9alb": "Album",
  "\xa9day": "Date",
  "\xa9cmt": "Comment",
  "\xa9too": "Encoder",
  "\xa9xyz": "Location",
  "\xa9mak": "Make",
  "\xa9mod": "Model",
  "\xa9swr": "Software",
}

const decoder = new TextDecoder()
const utf8 = (data: DataView, from: number, to: number): string =>
  decoder.decode(new Uint8Array(data.buffer, data.byteOffset + from, Math.max(0, to - from)))

/** A tag is either iTunes' (a `data` box with type and locale before the text) or QuickTime's (length and language first). */
const tag = (data: DataView, box: Box, facts: MediaFacts): void => {
  const name = names[box.type]
  if (name === undefined) return
  const inner = boxesIn(data, box.from, box.to).find(({ type }) => type === "data")
  const from = inner === undefined ? box.from + 4 : inner.from + 8
  const to = inner === undefined ? Math.min(box.to, from + data.getUint16(box.from)) : inner.to
  facts.metadata[name] = utf8(data, from, to)
}

/** Apple's `mdta` keys: names in `keys`, values in `ilst` under their number. */
const keyed = (data: DataView, meta: readonly Box[], facts: MediaFacts): void => {
  const keys = meta.find(({ type }) => type === "keys")
  const list = meta.find(({ type }) => type === "ilst")
  if (keys === undefined || list === undefined) return
  const known = boxesIn(data, keys.from + 8, keys.to).map(({ from, to }) => utf8(data, from, to))
  for (const item of boxesIn(data, list.from, list.to)) {
    const index = data.getUint32(item.header + 4)
    const name = known[index - 1]?.replace("com.apple.quicktime.", "")
    const value = boxesIn(data, item.from, item.to).find(({ type }) => type === "data")
    if (name !== undefined && value !== undefined) facts.metadata[name] = utf8(data, value.from + 8, value.to)
  }
}

/** `meta` is a full box in MP4 (four bytes before its children) and a plain one in QuickTime. */
const metaBoxes = (data: DataView, { from, to }: Box): Box[] =>
  boxesIn(data, latin1(data, from + 4, 4) === "hdlr" ? from : from + 4, to)

const walk = (data: DataView, from: number, to: number, facts: MediaFacts): void => {
  for (const box of boxesIn(data, from, to)) {
    if (box.type === "mvhd") movieHeader(data, box, facts)
    else if (box.type === "moov" || box.type === "udta" || box.type === "ilst") walk(data, box.from, box.to, facts)
    else if (box.type === "meta") {
      const meta = metaBoxes(data, box)
      keyed(data, meta, facts)
      for (const inner of meta) if (inner.type === "ilst") walk(data, inner.from, inner.to, facts)
    } else tag(data, box, facts)
  }
}

const indexIn = (tail: DataView): number => {
  for (let at = 4; at + 8 < tail.byteLength; at += 1) if (tail.getUint32(at) === 0x6d6f6f76) return at - 4
  return tail.byteLength
}

/** The index stands at the start or, as cameras write it, at the end: there it is found by its name. */
export const isoFacts = (head: DataView, tail: DataView, facts: MediaFacts): void => {
  walk(head, 0, head.byteLength, facts)
  if (facts.durationMs === null) walk(tail, indexIn(tail), tail.byteLength, facts)
}

/** Matroska and WebM: the Info element. RFC 8794 (EBML), RFC 9559 (Matroska). */
import type { MediaFacts } from "./media.ts"

const ids = {
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  date: 0x4461,
  title: 0x7ba9,
  writer: 0x5741,
} as const

/** A variable-length number: as many bytes as zero bits lead, plus one. `keep` leaves the marker bit, as in ids. */
const variable = (data: DataView, at: number, keep: boolean): { value: number; length: number } => {
  const first = data.getUint8(at)
  const length = Math.clz32(first) - 23
  let value = keep ? first : first & (0xff >> length)
  for (let index = 1; index < length; index += 1) value = value * 256 + data.getUint8(at + index)
  return { value, length }
}

const unsigned = (data: DataView, at: number, size: number): number => {
  let value = 0
  for (let index = 0; index < size; index += 1) value = value * 256 + data.getUint8(at + index)
  return value
}

/** Dates count nanoseconds from the start of 2001. */
const instant = (nanoseconds: bigint): string =>
  new Date(Date.UTC(2001, 0, 1) + Number(nanoseconds / 1_000_000n)).toISOString()

export const matroskaFacts = (data: DataView, facts: MediaFacts): void => {
  let scale = 1_000_000
  let ticks: number | undefined
  const text = (at: number, size: number): string =>
    new TextDecoder().decode(new Uint8Array(data.buffer, data.byteOffset + at, size))
  for (let at = 0; at + 2 < data.byteLength; ) {
    const id = variable(data, at, true)
    const size = variable(data, at + id.length, false)
    const body = at + id.length + size.length
    // Segment and Info are entered, everything else is stepped over.
    at = id.value === ids.segment || id.value === ids.info ? body : body + size.value
    if (id.value === ids.scale) scale = unsigned(data, body, size.value)
    if (id.value === ids.duration) ticks = size.value === 4 ? data.getFloat32(body) : data.getFloat64(body)
    if (id.value === ids.date) facts.metadata["Created"] = instant(data.getBigInt64(body))
    if (id.value === ids.title) facts.metadata["Title"] = text(body, size.value)
    if (id.value === ids.writer) facts.metadata["Software"] = text(body, size.value)
    if (ticks !== undefined) facts.durationMs = Math.round((ticks * scale) / 1e6)
  }
}

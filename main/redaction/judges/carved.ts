/**
 * A PDF's streams as they stand in the bytes, found by their own words and by no table: what an edit only unlinked, what
 * a later save replaced, and what follows the end is still there, packed, and parsers that go by the table never see it.
 */
import { Unzlib } from "fflate"
import { Fault } from "../../../shared/faults.ts"
import { indexNeedles } from "../match.ts"
import { between, dataStart, dictionaryBefore, isImageDictionary, streamRanges } from "./image-ranges.ts"
import { aroundScan } from "./jpeg-parts.ts"
import { isOpaque } from "./opaque.ts"
import { stringsIn } from "./pdf-strings.ts"
import { bytePatterns, searchBytes } from "./search-bytes.ts"
import { searchStrings } from "./search-strings.ts"
import { hitsInWritten } from "./search-text.ts"
import type { JudgeInput, Verdict } from "./verdict.ts"

const mostUnpacked = 256 * 1024 * 1024

/** As much as can be unpacked: a stream whose end is damaged says what its beginning says. */
const inflate = (packed: Uint8Array, left: number): Uint8Array => {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    const stream = new Unzlib((chunk) => {
      size += chunk.length
      if (size > left) throw new Fault("file-too-large", { sizeBytes: size })
      chunks.push(chunk)
    })
    // Piece by piece: what was unpacked before an error is kept.
    for (let at = 0; at < packed.length; at += 16_384)
      stream.push(packed.subarray(at, at + 16_384), at + 16_384 >= packed.length)
  } catch (error) {
    if (error instanceof Fault) throw error
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const fromHex = (data: Uint8Array): Uint8Array => {
  const digits =
    new TextDecoder("latin1")
      .decode(data)
      .split(">")[0]
      ?.replace(/[^0-9a-f]/giu, "") ?? ""
  return Uint8Array.from(digits.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16))
}

const fromAscii85 = (data: Uint8Array): Uint8Array => {
  const text = (new TextDecoder("latin1").decode(data).split("~>")[0] ?? "")
    .replace(/\s|^<~/gu, "")
    .replace(/z/gu, "!!!!!")
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 5) {
    const group = text.slice(at, at + 5)
    let value = 0
    for (const sign of group.padEnd(5, "u")) value = value * 85 + (sign.charCodeAt(0) - 33)
    for (let byte = 0; byte < group.length - 1; byte += 1) bytes.push(Math.floor(value / 256 ** (3 - byte)) & 0xff)
  }
  return Uint8Array.from(bytes)
}

/** Packed once, as an entry's data, or behind one of the wrappers in ASCII. */
const unpacked = (data: Uint8Array, dictionary: string, left: number): Uint8Array => {
  const unwrapped = /ASCII85Decode|\/A85\b/u.test(dictionary)
    ? fromAscii85(data)
    : /ASCIIHexDecode|\/AHx\b/u.test(dictionary)
      ? fromHex(data)
      : data
  // Whatever its dictionary says: what begins as zlib does is tried.
  return ((unwrapped[0] ?? 0) & 0x0f) === 8 ? inflate(unwrapped, left) : unwrapped
}

interface Stretch {
  readonly dictionary: string
  readonly data: Uint8Array
}

const stretchesOf = (bytes: Uint8Array): Stretch[] =>
  streamRanges(bytes).map(([at, end]) => {
    return { dictionary: dictionaryBefore(bytes, at), data: bytes.subarray(dataStart(bytes, at), end) }
  })

export const judgeCarved = (bytes: Uint8Array, { needles }: JudgeInput): Verdict => {
  const index = indexNeedles(needles)
  const patterns = bytePatterns(needles)
  let left = mostUnpacked
  let [looked, hits] = [0, 0]
  const search = (data: Uint8Array): void => {
    looked += data.length
    hits += searchBytes(data, patterns).hits.length
    if (isOpaque(data)) return
    hits += searchStrings(stringsIn(data, 0, data.length), index).hits
    hits += hitsInWritten(new TextDecoder("utf-8").decode(data), index)
  }
  for (const { dictionary, data } of stretchesOf(bytes)) {
    if (isImageDictionary(dictionary)) {
      for (const part of aroundScan(data)) search(part)
      continue
    }
    const plain = unpacked(data, dictionary, left)
    left -= plain.length
    search(plain)
  }
  for (const [start, end] of between(bytes.length, streamRanges(bytes))) search(bytes.subarray(start, end))
  return { by: "stream search", looked, hits, pages: [] }
}

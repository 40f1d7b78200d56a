/** Exact byte forms of needles in any bytes: one pass, whatever their number. */
import { type Literal, literalsOf } from "../../search/names/literal.ts"
import { type Needle, nameSubjects } from "../needles.ts"
import { searchedEncodings, type TextEncoding } from "./encodings.ts"

interface Pattern {
  readonly bytes: Uint8Array
  readonly literal: Literal
  readonly encoding: TextEncoding
}

/** Shorter ones stand in compressed data by chance. */
const leastBytes = 5
/** Enough bytes for the letter next to a hit, in any of the forms. */
const neighbourBytes = 16

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1).toLowerCase()}`
const isAscii = (text: string): boolean => /^[\0-\u007f]*$/u.test(text)
const titled = (text: string): string => text.split(" ").map(capitalised).join(" ")

const formsOf = (exact: string): Set<string> =>
  new Set([exact, exact.toLowerCase(), exact.toUpperCase(), titled(exact), exact.normalize("NFD")])

export type BytePatterns = ReadonlyMap<number, readonly Pattern[]>

const headOf = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0

/** All byte forms of all needles, by their first four bytes. */
export const bytePatterns = (needles: readonly Needle[]): BytePatterns => {
  const patterns = new Map<number, Pattern[]>()
  const seen = new Set<string>()
  for (const literal of nameSubjects(needles).flatMap(literalsOf))
    for (const form of formsOf(literal.exact)) {
      const plain = isAscii(form)
      for (const encoding of searchedEncodings) {
        if (plain && encoding.extendsAscii) continue
        const bytes = encoding.encode(form)
        if (bytes === undefined || bytes.length < leastBytes) continue
        const key = String.fromCharCode(...bytes)
        if (seen.has(key)) continue
        seen.add(key)
        const head = headOf(bytes, 0)
        const bucket = patterns.get(head)
        if (bucket === undefined) patterns.set(head, [{ bytes, literal, encoding }])
        else bucket.push({ bytes, literal, encoding })
      }
    }
  return patterns
}

const startsWith = (bytes: Uint8Array, at: number, wanted: Uint8Array): boolean => {
  for (let index = 0; index < wanted.length; index += 1) if (bytes[at + index] !== wanted[index]) return false
  return true
}

const letter = /[\p{L}\p{N}]/u

/** Is the hit as much of a word as its needle must be? Long needles count anywhere. */
const reaches = (bytes: Uint8Array, at: number, { literal, encoding, bytes: wanted }: Pattern): boolean => {
  if (literal.reach === "anywhere") return true
  const before = Array.from(encoding.decode(bytes.subarray(Math.max(0, at - neighbourBytes), at))).at(-1) ?? ""
  if (letter.test(before)) return false
  if (literal.reach === "word-start") return true
  const end = at + wanted.length
  const after = Array.from(encoding.decode(bytes.subarray(end, end + neighbourBytes)))[0] ?? ""
  return !letter.test(after)
}

/** Where a needle stands in `bytes`, outside the ranges in `skipped` (sorted, half open). */
export const searchBytes = (
  bytes: Uint8Array,
  patterns: BytePatterns,
  skipped: readonly (readonly [start: number, end: number])[] = [],
): { looked: number; hits: number[] } => {
  const hits: number[] = []
  let looked = 0
  let range = 0
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    const next = skipped[range]
    if (next !== undefined && at >= next[0]) {
      at = Math.max(at, next[1] - 1)
      range += 1
      continue
    }
    looked += 1
    const bucket = patterns.get(headOf(bytes, at))
    if (bucket === undefined) continue
    if (bucket.some((pattern) => startsWith(bytes, at, pattern.bytes) && reaches(bytes, at, pattern))) hits.push(at)
  }
  return { looked, hits }
}

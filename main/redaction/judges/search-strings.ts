/** Needles in the strings of a PDF, whatever they are encoded in. */
import { fold } from "../../search/names/fold.ts"
import { matchesIn, type NeedleIndex } from "../match.ts"
import { plainEncodings, type TextEncoding } from "./encodings.ts"
import { hitsInWritten } from "./search-text.ts"

/**
 * What a string's bytes may say: a two-byte font's codes, or any of the plain encodings.
 * Subtle: UTF-16 read as single bytes has a control character before every letter. Left in, each letter would be a word of
 * its own, and "Ann" would stand whole in "annual".
 */
const decoded = (bytes: Uint8Array, encoding: TextEncoding): string => {
  const text = encoding.decode(bytes)
  return encoding.name.startsWith("UTF-16") ? text : text.replace(/(?![\t\n\r])\p{Cc}/gu, "")
}

export const searchStrings = (strings: readonly Uint8Array[], index: NeedleIndex): { looked: number; hits: number } => {
  let hits = 0
  let looked = 0
  for (const encoding of plainEncodings) {
    // Joined without a gap: a name may be split over several strings, and words of a layer carry their own spaces.
    const text = strings.map((bytes) => decoded(bytes, encoding).replace(/^\ufeff/u, "")).join("")
    const apart = strings.map((bytes) => decoded(bytes, encoding)).join("\n")
    looked += text.length
    hits += Math.max(matchesIn(fold(text), index).length, matchesIn(fold(apart), index).length)
    if (encoding.name === "UTF-8") hits += hitsInWritten(apart, index)
  }
  return { looked, hits }
}

/** Bytes that are no text: fonts, packed files, samples, ciphertext. Byte forms are searched in them, and nothing finer. */
import { decodeText } from "../../reading/decode-text.ts"

/** How programs of fonts begin (TrueType, OpenType, collections, bare CFF, Type 1), and files that are judged by themselves. */
const starts = [
  ...["\0\u0001\0\0", "OTTO", "true", "ttcf", "\u0001\0\u0004", "%!PS-AdobeFont", "%!FontType1"],
  ...["%PDF-", "PK\u0003\u0004", "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "\u001f\u008b"],
]
const sampled = 16_384
const mostStrange = 0.08
const strange = /[\0-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/gu

/**
 * Subtle: text strings of two bytes a letter are strange in other encodings, so the sample is decoded as it fits best, and a
 * short stretch is never taken for opaque: that costs nothing.
 */
export const isOpaque = (data: Uint8Array): boolean => {
  const head = String.fromCharCode(...data.subarray(0, 16))
  if (starts.some((start) => head.startsWith(start))) return true
  if (data.length < 4096) return false
  const middle = Math.max(0, Math.floor((data.length - sampled) / 2))
  return [0, middle].every((from) => {
    const text = decodeText(data.subarray(from, from + sampled))
    return (text.match(strange)?.length ?? 0) > text.length * mostStrange
  })
}

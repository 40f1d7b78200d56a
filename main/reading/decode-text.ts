/** Text of unknown encoding: UTF-8 and UTF-16 by their marks or their shape, else Windows-1251, the usual one here. */
export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1251"

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

/** Share of zero bytes at even and at odd places: in UTF-16 text the high bytes of spaces and digits are zero. */
const zeroShares = (bytes: Uint8Array): { even: number; odd: number } => {
  const length = Math.min(bytes.length, 4096)
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  return { even: (even * 2) / Math.max(1, length), odd: (odd * 2) / Math.max(1, length) }
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    // `stream`, because the bytes may end inside a letter.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

export const encodingOf = (bytes: Uint8Array): TextEncodingName => {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return "utf-8"
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le"
  if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be"
  const { even, odd } = zeroShares(bytes)
  if (odd > 0.05 && even < odd / 4) return "utf-16le"
  if (even > 0.05 && odd < even / 4) return "utf-16be"
  return isUtf8(bytes) ? "utf-8" : "windows-1251"
}

/** The text of `bytes`, its byte-order mark dropped. */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes)

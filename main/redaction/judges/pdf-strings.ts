/** Literal and hexadecimal strings in decoded PDF syntax, as bytes. */

const [open, close, backslash, less, greater] = ["(", ")", "\\", "<", ">"].map((character) =>
  character.charCodeAt(0),
) as [number, number, number, number, number]
const escapes = new Map(Array.from("nrtbf", (letter, index) => [letter.charCodeAt(0), [10, 13, 9, 8, 12][index] ?? 0]))
const isOctal = (byte: number | undefined): byte is number => byte !== undefined && byte >= 48 && byte <= 55

/** Reads an escape at `at` (after the backslash): its bytes and where it ends. */
const readEscape = (bytes: Uint8Array, at: number): { value: number[]; next: number } => {
  const byte = bytes[at]
  if (byte === undefined) return { value: [], next: at }
  if (isOctal(byte)) {
    let code = 0
    let next = at
    while (next < at + 3 && isOctal(bytes[next])) code = code * 8 + ((bytes[next++] ?? 48) - 48)
    return { value: [code & 0xff], next }
  }
  if (byte === 13 || byte === 10) return { value: [], next: at + (byte === 13 && bytes[at + 1] === 10 ? 2 : 1) }
  return { value: [escapes.get(byte) ?? byte], next: at + 1 }
}

const readLiteral = (bytes: Uint8Array, start: number): { value: Uint8Array; next: number } => {
  const value: number[] = []
  let depth = 1
  let at = start
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    at += 1
    if (byte === backslash) {
      const escape = readEscape(bytes, at)
      value.push(...escape.value)
      at = escape.next
      continue
    }
    if (byte === open) depth += 1
    if (byte === close && --depth === 0) break
    value.push(byte)
  }
  return { value: Uint8Array.from(value), next: at }
}

const readHex = (bytes: Uint8Array, start: number): { value: Uint8Array; next: number } => {
  const end = bytes.indexOf(greater, start)
  const next = end === -1 ? bytes.length : end + 1
  const digits = new TextDecoder("latin1").decode(bytes.subarray(start, next - 1)).replace(/[^0-9a-f]/giu, "")
  const pairs = `${digits}${digits.length % 2 === 1 ? "0" : ""}`.match(/../gu) ?? []
  return { value: Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)), next }
}

/** All strings between `start` and `end`, in order. */
export const stringsIn = (bytes: Uint8Array, start: number, end: number): Uint8Array[] => {
  const strings: Uint8Array[] = []
  let at = start
  while (at < end) {
    const byte = bytes[at]
    if (byte === open) {
      const { value, next } = readLiteral(bytes, at + 1)
      strings.push(value)
      at = next
    } else if (byte === less && bytes[at + 1] !== less) {
      const { value, next } = readHex(bytes, at + 1)
      strings.push(value)
      at = next
    } else at += byte === less ? 2 : 1
  }
  return strings
}

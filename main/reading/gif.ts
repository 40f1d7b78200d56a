/**
 * A GIF taken apart into its pictures: each a GIF of its own. GIF89a specification, appendices A and B.
 *
 *   header (6) · screen (7) · palette · blocks · 0x3b
 *   0x21 label, sub-blocks           an extension; the one before a picture says how it is drawn
 *   0x2c place (9), palette, 1, sub-blocks   a picture
 *   sub-blocks: length (1), bytes …, 0
 */

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const paletteBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Behind the sub-blocks that begin at `at`; past the end where they are cut off. */
const afterBlocks = (bytes: Uint8Array, at: number): number => {
  let next = at
  while (next < bytes.length) {
    const length = bytes[next] ?? 0
    next += 1 + length
    if (length === 0) break
  }
  return next
}

const mostFrames = 2000

/** Every picture by itself, with what the file says about how to draw it; the file itself where none is found. */
export const gifFrames = (bytes: Uint8Array): Uint8Array[] => {
  const start = 13 + paletteBytes(bytes[10] ?? 0)
  const head = bytes.subarray(0, start)
  const end = Uint8Array.of(0x3b)
  const frames: Uint8Array[] = []
  let control = new Uint8Array()
  let at = start
  while (at < bytes.length && frames.length < mostFrames) {
    const from = at
    if (bytes[at] === 0x21) {
      at = afterBlocks(bytes, at + 2)
      if (bytes[from + 1] === 0xf9) control = bytes.slice(from, at)
    } else if (bytes[at] === 0x2c) {
      at = afterBlocks(bytes, at + 10 + paletteBytes(bytes[at + 9] ?? 0) + 1)
      frames.push(joined([head, control, bytes.subarray(from, at), end]))
      control = new Uint8Array()
    } else break
  }
  return frames.length === 0 ? [bytes] : frames
}

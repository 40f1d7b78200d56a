/** A PNG with its transparency taken off: what is painted under alpha is in the file, and whoever removes alpha sees it. */
import { unzlibSync } from "fflate"

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const mostPixels = 50_000_000

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

export const pngChunks = (bytes: Uint8Array): Chunk[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  let at = signature.length
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const type = new TextDecoder("latin1").decode(bytes.subarray(at + 4, at + 8))
    chunks.push({ type, data: bytes.subarray(at + 8, Math.min(bytes.length, at + 8 + length)) })
    at += 12 + length
    if (type === "IEND") break
  }
  return chunks
}

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** Undoes the filters, row by row, in place; `step` bytes a pixel. */
const unfilter = (rows: Uint8Array, height: number, rowBytes: number, step: number): Uint8Array => {
  const plain = new Uint8Array(height * rowBytes)
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (rowBytes + 1)] ?? 0
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x
      const left = x >= step ? (plain[at - step] ?? 0) : 0
      const up = y > 0 ? (plain[at - rowBytes] ?? 0) : 0
      const corner = x >= step && y > 0 ? (plain[at - rowBytes - step] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      plain[at] = (rows[y * (rowBytes + 1) + 1 + x] ?? 0) + guess
    }
  }
  return plain
}

/**
 * A bitmap of 24 bits a pixel, from the last row to the first, each filled up to four bytes.
 * Subtle: not a portable pixmap, which begins like a text and is taken for one.
 */
const bitmap = (components: number, width: number, height: number, samples: Uint8Array): Uint8Array => {
  const rowBytes = Math.ceil((width * 3) / 4) * 4
  const file = new Uint8Array(54 + rowBytes * height)
  const view = new DataView(file.buffer)
  file.set([0x42, 0x4d])
  view.setUint32(2, file.length, true)
  view.setUint32(10, 54, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, width, true)
  view.setInt32(22, height, true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 24, true)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < 3; channel += 1)
        file[54 + (height - 1 - y) * rowBytes + x * 3 + channel] =
          samples[(y * width + x) * components + (components === 1 ? 0 : 2 - channel)] ?? 0
  return file
}

/** Grey or colour samples of an 8-bit picture with alpha, as a bitmap; undefined for other pictures. */
export const withoutAlpha = (bytes: Uint8Array): Uint8Array | undefined => {
  const chunks = pngChunks(bytes)
  const header = chunks.find(({ type }) => type === "IHDR")?.data
  if (header === undefined || header.length < 13) return undefined
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth, colour, interlace] = [header[8], header[9], header[12]]
  if (depth !== 8 || (colour !== 4 && colour !== 6) || interlace !== 0 || width * height > mostPixels) return undefined
  const step = colour === 4 ? 2 : 4
  const packed = chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)
  const whole = new Uint8Array(packed.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const data of packed) {
    whole.set(data, at)
    at += data.length
  }
  const out = new Uint8Array(height * (width * step + 1))
  const plain = unfilter(unzlibSync(whole, { out }), height, width * step, step)
  const samples = new Uint8Array(width * height * (step - 1))
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let component = 0; component < step - 1; component += 1)
      samples[pixel * (step - 1) + component] = plain[pixel * step + component] ?? 0
  return bitmap(step - 1, width, height, samples)
}

/** Texts that a PNG carries, packed or plain. */
export const pngTexts = (bytes: Uint8Array): Uint8Array[] =>
  pngChunks(bytes).flatMap(({ type, data }) => {
    if (type !== "zTXt" && type !== "iTXt") return []
    // What is packed stands behind the first sign of zlib; plain text is searched as it is.
    const at = data.findIndex((byte, index) => byte === 0x78 && data.subarray(0, index).includes(0))
    try {
      return at < 0 ? [] : [unzlibSync(data.subarray(at))]
    } catch {
      return []
    }
  })

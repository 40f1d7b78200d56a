/** The size of an image as its header states it, found without decoding anything. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const png = (data: DataView): ImageSize => ({ width: data.getUint32(16), height: data.getUint32(20) })
const gif = (data: DataView): ImageSize => ({ width: data.getUint16(6, true), height: data.getUint16(8, true) })
const bmp = (data: DataView): ImageSize =>
  data.getUint32(14, true) === 12
    ? { width: data.getUint16(18, true), height: data.getUint16(20, true) }
    : { width: Math.abs(data.getInt32(18, true)), height: Math.abs(data.getInt32(22, true)) }

/** Start-of-frame markers: C0 to CF without DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const jpeg = (data: DataView): ImageSize | undefined => {
  let at = 2
  while (at + 9 < data.byteLength) {
    if (data.getUint8(at) !== 0xff) {
      at += 1
      continue
    }
    const marker = data.getUint8(at + 1)
    if (isFrame(marker)) return { width: data.getUint16(at + 7), height: data.getUint16(at + 5) }
    const alone = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    at += marker === 0xff ? 1 : alone ? 2 : 2 + data.getUint16(at + 2)
  }
  return undefined
}

/** The largest directory of the chain: a small first page must not hide a huge second one. */
const tiff = (data: DataView): ImageSize | undefined => {
  const little = data.getUint16(0) === 0x4949
  let largest: ImageSize | undefined
  const seen = new Set<number>()
  let directory = data.getUint32(4, little)
  while (directory !== 0 && !seen.has(directory) && directory + 2 <= data.byteLength) {
    seen.add(directory)
    const count = data.getUint16(directory, little)
    const size = { width: 0, height: 0 }
    for (let index = 0; index < count && directory + 14 + index * 12 <= data.byteLength; index += 1) {
      const entry = directory + 2 + index * 12
      const tag = data.getUint16(entry, little)
      const value =
        data.getUint16(entry + 2, little) === 3 ? data.getUint16(entry + 8, little) : data.getUint32(entry + 8, little)
      if (tag === 256) size.width = value
      if (tag === 257) size.height = value
    }
    if (largest === undefined || size.width * size.height > largest.width * largest.height) largest = size
    const next = directory + 2 + count * 12
    directory = next + 4 <= data.byteLength ? data.getUint32(next, little) : 0
  }
  return largest
}

/** RIFF with a "VP8X" canvas (24 bits a side, less one), a "VP8L" header (14 bits, less one) or a "VP8 " key frame. */
const webp = (data: DataView): ImageSize | undefined => {
  const kind = data.getUint32(12)
  const little24 = (at: number): number => data.getUint16(at, true) + data.getUint8(at + 2) * 65_536
  if (kind === 0x56503858) return { width: little24(24) + 1, height: little24(27) + 1 }
  if (kind === 0x56503820)
    return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff }
  if (kind !== 0x5650384c) return undefined
  const bits = data.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** The largest "ispe" property: the whole picture, whose tiles have their own. */
const heif = (data: DataView): ImageSize | undefined => {
  let largest: ImageSize | undefined
  for (let at = 4; at + 16 <= Math.min(data.byteLength, 1_000_000); at += 1) {
    if (data.getUint32(at) !== 0x69737065) continue
    const size = { width: data.getUint32(at + 8), height: data.getUint32(at + 12) }
    if (largest === undefined || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}

const readers: Readonly<Record<string, (data: DataView) => ImageSize | undefined>> = {
  "image/png": png,
  "image/gif": gif,
  "image/bmp": bmp,
  "image/jpeg": jpeg,
  "image/tiff": tiff,
  "image/webp": webp,
  "image/heic": heif,
  "image/avif": heif,
}

/** Width and height in pixels, or undefined where the header does not say. */
export const imageSize = (bytes: Uint8Array, mediaType: string): ImageSize | undefined => {
  const read = readers[mediaType]
  if (read === undefined) return undefined
  try {
    return read(view(bytes))
  } catch {
    // A header that ends too early: the decoder will say that the file is broken.
    return undefined
  }
}

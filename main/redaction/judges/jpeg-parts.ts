/** What a JPEG carries beside its picture: segments before the scan, and whatever follows its end. */

const isJpeg = (data: Uint8Array): boolean => data[0] === 0xff && data[1] === 0xd8

/** Where the picture's own data begins; the whole length where there is none. */
const scanStart = (data: Uint8Array): number => {
  let at = 2
  while (at + 4 <= data.length && data[at] === 0xff) {
    if (data[at + 1] === 0xda) return at
    at += 2 + (((data[at + 2] ?? 0) << 8) | (data[at + 3] ?? 0))
  }
  return Math.min(at, data.length)
}

const endOf = (data: Uint8Array, from: number): number => {
  for (let at = data.indexOf(0xff, from); at !== -1 && at + 1 < data.length; at = data.indexOf(0xff, at + 1))
    if (data[at + 1] === 0xd9) return at + 2
  return data.length
}

/** Whatever follows the picture; empty where nothing does. A progressive picture has several scans and one end. */
export const afterJpeg = (data: Uint8Array): Uint8Array =>
  isJpeg(data) ? data.subarray(endOf(data, scanStart(data))) : new Uint8Array()

/** Segments and trailing bytes of a JPEG; nothing of other pictures, which are samples only. */
export const aroundScan = (data: Uint8Array): Uint8Array[] =>
  isJpeg(data) ? [data.subarray(0, scanStart(data)), afterJpeg(data)] : []

/** Files inside files, found by how they begin: thumbnails, what was glued to an end, pictures in a recording. */
import { afterJpeg } from "../judges/jpeg-parts.ts"

const starts: readonly (readonly [extension: string, magic: readonly number[]])[] = [
  ["jpg", [0xff, 0xd8, 0xff]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["gif", [0x47, 0x49, 0x46, 0x38]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
]
const mostFound = 64

const startsAt = (bytes: Uint8Array, at: number): string | undefined =>
  starts.find(([, magic]) => magic.every((byte, index) => bytes[at + index] === byte))?.[0]

/** Subtle: three bytes are a JPEG's beginning by chance once in sixteen megabytes; its first two segments are not. */
const isSane = (bytes: Uint8Array, at: number, kind: string): boolean => {
  if (kind !== "jpg") return true
  const second = at + 4 + (((bytes[at + 4] ?? 0) << 8) | (bytes[at + 5] ?? 0))
  return bytes[second] === 0xff && (bytes[second + 1] ?? 0) >= 0xc0
}

export interface CarvedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Whatever begins behind the first byte; each ends where the next begins. */
export const carve = (bytes: Uint8Array): CarvedFile[] => {
  const heads = new Set(starts.map(([, [head]]) => head))
  const found: { at: number; kind: string }[] = []
  for (let at = 1; at < bytes.length && found.length < mostFound; at += 1) {
    if (!heads.has(bytes[at])) continue
    const kind = startsAt(bytes, at)
    // An archive's later entries begin like an archive.
    if (kind === undefined || (kind === "zip" && found.at(-1)?.kind === "zip") || !isSane(bytes, at, kind)) continue
    found.push({ at, kind })
  }
  return found.map(({ at, kind }, index) => ({
    name: `carved.${kind}`,
    bytes: bytes.subarray(at, found[index + 1]?.at ?? bytes.length),
  }))
}

const pictureRun = /(?:[A-Za-z0-9+/]{60,}|(?:[A-Za-z0-9+/]{40,}\s+)+)[A-Za-z0-9+/]+={0,2}/gu

/** Pictures and files that stand in text as base64: in a web page's addresses, in XMP, in mail. */
export const carveBase64 = (text: string): CarvedFile[] => {
  const found: CarvedFile[] = []
  for (const [written] of text.matchAll(pictureRun)) {
    const letters = written.replace(/[\s=]/gu, "")
    if (letters.length % 4 === 1) continue
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))
    const kind = startsAt(bytes, 0)
    if (kind !== undefined && found.length < mostFound) found.push({ name: `encoded.${kind}`, bytes })
  }
  return found
}

/** What a JPEG in a PDF carries beside its picture is worth a look of its own. */
export const hasExtras = (jpeg: Uint8Array): boolean => {
  const head = new TextDecoder("latin1").decode(jpeg.subarray(0, 64 * 1024))
  return head.includes("Exif\0\0") || head.includes("Photoshop 3.0") || afterJpeg(jpeg).length > 0
}

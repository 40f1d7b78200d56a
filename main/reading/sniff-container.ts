/** Kinds that share one magic: ZIP (office, archives), ISO media (MP4, M4A, HEIC), RIFF, Ogg, Matroska, OLE. */
import type { Sniffed } from "./sniff.ts"

const latin1 = (bytes: Uint8Array): string => {
  let text = ""
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return text
}

const office = "application/vnd.openxmlformats-officedocument."
const openDocument = "application/vnd.oasis.opendocument."
const zipKinds: readonly (readonly [needle: string, sniffed: Sniffed])[] = [
  ["word/document.xml", { kind: "document", mediaType: `${office}wordprocessingml.document` }],
  ["xl/workbook.xml", { kind: "sheet", mediaType: `${office}spreadsheetml.sheet` }],
  ["ppt/presentation.xml", { kind: "slides", mediaType: `${office}presentationml.presentation` }],
  [`mimetype${openDocument}text`, { kind: "document", mediaType: `${openDocument}text` }],
  [`mimetype${openDocument}spreadsheet`, { kind: "sheet", mediaType: `${openDocument}spreadsheet` }],
  [`mimetype${openDocument}presentation`, { kind: "slides", mediaType: `${openDocument}presentation` }],
  ["mimetypeapplication/epub+zip", { kind: "document", mediaType: "application/epub+zip" }],
]

/** A ZIP by the names of its entries, which stand before each entry and again at the end. */
const zip = (head: Uint8Array, tail: Uint8Array): Sniffed => {
  const names = latin1(head) + latin1(tail)
  const found = zipKinds.find(([needle]) => names.includes(needle))
  return found?.[1] ?? { kind: "archive", mediaType: "application/zip" }
}

/** The brand of an ISO media file ("ftyp" at byte 4): what its maker says it is. */
const isoMedia = (start: string): Sniffed => {
  const brand = start.slice(8, 12)
  const brands = start.slice(8, 64)
  if (/^(heic|heix|hevc|heim|heis|mif1|msf1)/.test(brand))
    return { kind: "image", mediaType: brands.includes("avif") ? "image/avif" : "image/heic" }
  if (/^avi[fs]/.test(brand)) return { kind: "image", mediaType: "image/avif" }
  if (/^(M4A |M4B |M4P )/.test(brand)) return { kind: "audio", mediaType: "audio/mp4" }
  if (brand === "qt  ") return { kind: "video", mediaType: "video/quicktime" }
  if (/^3g[2p]/.test(brand)) return { kind: "video", mediaType: "video/3gpp" }
  return { kind: "video", mediaType: "video/mp4" }
}

const riff = (start: string): Sniffed | undefined => {
  switch (start.slice(8, 12)) {
    case "WEBP":
      return { kind: "image", mediaType: "image/webp" }
    case "WAVE":
      return { kind: "audio", mediaType: "audio/wav" }
    case "AVI ":
      return { kind: "video", mediaType: "video/x-msvideo" }
    default:
      return undefined
  }
}

const ogg = (start: string): Sniffed =>
  start.includes("\x80theora") ? { kind: "video", mediaType: "video/ogg" } : { kind: "audio", mediaType: "audio/ogg" }

/** Matroska's DocType says WebM or not; a video track type (83 81 01) says that there is something to see. */
const matroska = (start: string): Sniffed => {
  const type = start.includes("webm") ? "webm" : "x-matroska"
  const seen = start.includes("\x83\x81\x01") || !start.includes("\x83\x81\x02")
  return seen ? { kind: "video", mediaType: `video/${type}` } : { kind: "audio", mediaType: `audio/${type}` }
}

/** Names in a compound file are UTF-16. */
const wide = (name: string): string => name.replace(/./g, "$&\0")
const oleKinds: readonly (readonly [name: string, sniffed: Sniffed])[] = [
  ["__substg1.0_", { kind: "mail", mediaType: "application/vnd.ms-outlook" }],
  ["WordDocument", { kind: "document", mediaType: "application/msword" }],
  ["PowerPoint Document", { kind: "slides", mediaType: "application/vnd.ms-powerpoint" }],
  ["Workbook", { kind: "sheet", mediaType: "application/vnd.ms-excel" }],
]

const ole = (head: Uint8Array, tail: Uint8Array): Sniffed => {
  const names = latin1(head) + latin1(tail)
  const found = oleKinds.find(([name]) => names.includes(wide(name)))
  return found?.[1] ?? { kind: "other", mediaType: "application/x-ole-storage" }
}

/** The kind of a container, or undefined where it is none. `start` is the head's first 4,096 bytes as Latin-1. */
export const sniffContainer = (head: Uint8Array, tail: Uint8Array, start: string): Sniffed | undefined => {
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return zip(head, tail)
  if (start.startsWith("ftyp", 4)) return isoMedia(start)
  if (/^(moov|mdat|wide|free|skip)$/.test(start.slice(4, 8))) return { kind: "video", mediaType: "video/quicktime" }
  if (start.startsWith("RIFF")) return riff(start)
  if (start.startsWith("OggS")) return ogg(start)
  if (start.startsWith("\x1a\x45\xdf\xa3")) return matroska(start)
  if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return ole(head, tail)
  return undefined
}

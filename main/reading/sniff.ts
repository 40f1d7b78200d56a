/** What a file is, by its bytes; its name is never asked, since it may lie. */
import type { EvidenceKind } from "../../shared/model/evidence.ts"
import { looksLikeText, sniffText } from "./sniff-text.ts"
import { sniffContainer } from "./sniff-container.ts"

export interface Sniffed {
  readonly kind: EvidenceKind
  readonly mediaType: string
}

export interface SniffInput {
  /** The first bytes: all of a small file, 256 KiB of a large one. */
  readonly head: Uint8Array
  /** The last bytes where `head` is not all: a ZIP names its entries there, an MP4 may keep its index there. */
  readonly tail?: Uint8Array
}

type Magic = readonly [offset: number, bytes: string, kind: EvidenceKind, mediaType: string]

/** Offset, bytes (as Latin-1), kind, media type; the first match wins. Containers with one magic for many kinds stand in their own file. */
const magics: readonly Magic[] = [
  [0, "\xff\xd8\xff", "image", "image/jpeg"],
  [0, "\x89PNG\r\n\x1a\n", "image", "image/png"],
  [0, "GIF87a", "image", "image/gif"],
  [0, "GIF89a", "image", "image/gif"],
  [0, "II*\0", "image", "image/tiff"],
  [0, "MM\0*", "image", "image/tiff"],
  [0, "fLaC", "audio", "audio/flac"],
  [0, "#!AMR\n", "audio", "audio/amr"],
  [0, "#!AMR-WB\n", "audio", "audio/amr-wb"],
  [0, "ID3", "audio", "audio/mpeg"],
  [0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video", "video/x-ms-asf"],
  [0, "Rar!\x1a\x07", "archive", "application/vnd.rar"],
  [0, "7z\xbc\xaf\x27\x1c", "archive", "application/x-7z-compressed"],
  [0, "\x1f\x8b\x08", "archive", "application/gzip"],
  [257, "ustar", "archive", "application/x-tar"],
  [0, "WARC/1.", "archive", "application/warc"],
  [0, "SQLite format 3\0", "other", "application/vnd.sqlite3"],
  [0, "MZ", "other", "application/x-msdownload"],
  [0, "\x7fELF", "other", "application/x-elf"],
]

const latin1 = (bytes: Uint8Array): string => {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

const isBmp = (head: Uint8Array, start: string): boolean =>
  start.startsWith("BM") && head.length >= 26 && [12, 40, 52, 56, 64, 108, 124].includes(head[14] ?? 0)

/** An MPEG audio frame: eleven set bits, then layer, bit rate and sampling rate that exist. */
const isMpegFrame = (head: Uint8Array): boolean => {
  const [first = 0, second = 0, third = 0] = head
  return (
    first === 0xff && second >> 5 === 7 && ((second >> 1) & 3) !== 0 && third >> 4 !== 15 && ((third >> 2) & 3) !== 3
  )
}

/** The kind and media type of a file. What nothing recognises is "other", application/octet-stream. */
export const sniff = ({ head, tail = new Uint8Array() }: SniffInput): Sniffed => {
  const start = latin1(head.subarray(0, 4096))
  // PDF's header may stand anywhere in the first 1,024 bytes, and readers accept that.
  const pdfAt = start.slice(0, 1024).indexOf("%PDF-")
  if (pdfAt === 0) return { kind: "pdf", mediaType: "application/pdf" }
  for (const [offset, bytes, kind, mediaType] of magics) if (start.startsWith(bytes, offset)) return { kind, mediaType }
  if (isBmp(head, start)) return { kind: "image", mediaType: "image/bmp" }
  const container = sniffContainer(head, tail, start)
  if (container !== undefined) return container
  if (pdfAt > 0) return { kind: "pdf", mediaType: "application/pdf" }
  if (isMpegFrame(head)) return { kind: "audio", mediaType: "audio/mpeg" }
  if (looksLikeText(head)) return sniffText(head)
  return { kind: "other", mediaType: "application/octet-stream" }
}

/** Many files in one message, in their order. */
export const sniffMany = ({ files }: { readonly files: readonly SniffInput[] }): { kinds: Sniffed[] } => ({
  kinds: files.map(sniff),
})

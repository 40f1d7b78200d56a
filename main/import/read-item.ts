import type { ReadFacts, ReadPage } from "../domain/reading.ts"
import { mediaKinds, pagedKinds, type EvidenceKind } from "../../shared/model/evidence.ts"
import type { PageText as ReadText } from "../reading/page-text.ts"
import type { DocumentInput } from "../workers/parser/operations.ts"
import type { ParserPool } from "../workers/pool.ts"

/** A file as the reader needs it. */
export interface ReadableFile {
  readonly kind: EvidenceKind
  readonly mediaType: string
  readonly sizeBytes: number
  readonly document: DocumentInput
  /** Verified bytes [start, end). */
  readonly range: (start: number, end: number) => Promise<Uint8Array>
}

const among = (kinds: readonly EvidenceKind[], kind: EvidenceKind): boolean => kinds.includes(kind)
export const isPaged = (kind: EvidenceKind): boolean => among(pagedKinds, kind)
export const isMedia = (kind: EvidenceKind): boolean => among(mediaKinds, kind)
/** Kinds whose pages may be pictures of text. */
export const mayBeScan = (kind: EvidenceKind): boolean => kind === "pdf" || kind === "image"

const mediaEndBytes = 1024 * 1024
const nothing: ReadFacts = { metadata: {}, durationMs: null }

/** What the file says of itself. @throws Fault of the parser */
export const readFacts = async (
  parsers: ParserPool,
  { kind, mediaType, sizeBytes, document, range }: ReadableFile,
  signal: AbortSignal,
): Promise<ReadFacts> => {
  if (isPaged(kind)) return await parsers.run("metadata", { document }, { signal })
  if (!isMedia(kind)) return nothing
  const head = await range(0, Math.min(sizeBytes, mediaEndBytes))
  const tail = await range(Math.max(head.length, sizeBytes - mediaEndBytes), sizeBytes)
  return await parsers.run("mediaMetadata", { mediaType, sizeBytes, head, tail }, { signal })
}

/** Below this, what OCR says is more often dirt than a word. */
const surestDirt = 0.3

const rounded = (points: number): number => Math.round(points * 100) / 100

/** Lines of words as the contract has them: one list of words, each with its line; the text has them in that order. */
export const pageOf = (page: number, { width, height, lines }: ReadText, source: "file" | "ocr"): ReadPage => {
  const kept = lines
    .map((line) => line.words.filter((word) => source === "file" || word.confidence >= surestDirt))
    .filter((words) => words.length > 0)
  const words = kept.flatMap((line, index) =>
    line.map(({ text, rect }) => ({
      text,
      rect: [
        rounded(rect.x),
        rounded(rect.y),
        rounded(rect.width),
        rounded(rect.height),
      ] as ReadPage["words"][0]["rect"],
      line: index,
    })),
  )
  const text = kept.map((line) => line.map((word) => word.text).join(" ")).join("\n")
  return { page, width, height, source: words.length === 0 ? "none" : source, text, words }
}

/** OCR of one dense page takes seconds; a picture that takes longer than this holds no text worth it. */
const ocrTimeoutMs = 180_000

/** One page with its words: as the file says them, or, where it says none, as OCR reads them. */
export const readPage = async (
  parsers: ParserPool,
  { kind, document }: Pick<ReadableFile, "kind" | "document">,
  page: number,
  signal: AbortSignal,
): Promise<ReadPage> => {
  const said = pageOf(page, await parsers.run("pageText", { document, page }, { signal }), "file")
  if (said.source === "file" || !mayBeScan(kind)) return said
  const seen = await parsers.run("ocrPage", { document, page, set: "finder" }, { signal, timeoutMs: ocrTimeoutMs })
  return pageOf(page, seen, "ocr")
}

/** Pages one after the other as one text, and where each begins in it. */
export const joinPages = (pages: readonly { readonly text: string }[]): { text: string; starts: number[] } => {
  const starts: number[] = []
  let text = ""
  for (const page of pages) {
    if (starts.length > 0) text += "\n\n"
    starts.push(text.length)
    text += page.text
  }
  return { text, starts }
}

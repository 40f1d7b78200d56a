import { Fault } from "../../../shared/faults.ts"
import type { EvidenceId } from "../../../shared/model/ids.ts"
import * as evidence from "../../domain/evidence.ts"
import * as reading from "../../domain/reading.ts"
import { documentOf } from "../../import/document.ts"
import { isMedia, isPaged, pageOf } from "../../import/read-item.ts"
import { isRendered } from "../../redaction/print/kinds.ts"
import type { EngineContext, HandlersOf } from "../context.ts"
import { createPageCache } from "../page-cache.ts"
import { documentOf as leavingDocumentOf } from "../review.ts"

type PageCalls = "evidence.pages" | "evidence.pageImage" | "evidence.pageText" | "evidence.text" | "evidence.range"

const cachedBytes = 48 * 1024 * 1024
/** More than any player asks at once. */
const rangeBytes = 16 * 1024 * 1024

/** Subtle: only bytes in a buffer of their own cross a port without dragging along what lies beside them. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? (bytes as Uint8Array<ArrayBuffer>)
    : Uint8Array.from(bytes)

/** What the viewer shows of an item: always from verified bytes, through a contained parser. */
export const evidencePageHandlers = (context: EngineContext): Pick<HandlersOf<"evidence">, PageCalls> => {
  const { parsers } = context.parts
  const cache = createPageCache(cachedBytes)
  context.session.onClosing(() => {
    cache.clear()
    return Promise.resolve()
  })

  const storedOf = (id: EvidenceId) => context.vault().read((tx) => evidence.storedFile(tx, id))

  const pagedDocument = (id: EvidenceId) => {
    const file = documentOf(context.vault(), storedOf(id))
    if (!isPaged(file.kind)) throw new Fault("kind-unsupported", { kind: file.kind })
    return file.document
  }

  /** Pages that were made for leaving; undefined where the item leaves in those that it is read in. */
  const madePages = async (id: EvidenceId, isLeaving: boolean) =>
    isLeaving && isRendered(storedOf(id).mediaType) ? (await leavingDocumentOf(context, id)).document : undefined

  return {
    "evidence.pages": async ({ id, leaving }) => {
      const made = await madePages(id, leaving)
      if (made !== undefined) return await parsers.run("pages", { document: made })
      const document = pagedDocument(id)
      const known = context.vault().read((tx) => reading.pageSizes(tx, id))
      return known === undefined ? await parsers.run("pages", { document }) : { pages: known }
    },
    "evidence.pageImage": async ({ id, leaving, page, dpi }) => {
      const document = (await madePages(id, leaving)) ?? pagedDocument(id)
      const key = `${document.key} ${page} ${dpi}`
      const cached = cache.get(key)
      if (cached !== undefined) return cached
      const { png: bytes, width, height } = await parsers.run("renderPage", { document, page, dpi, colour: true })
      const png = own(bytes)
      // Subtle: the vault may have been locked meanwhile, and the cache must not fill again after that.
      context.vault()
      cache.put(key, { png, width, height })
      return { png, width, height }
    },
    "evidence.pageText": async ({ id, leaving, page }) => {
      const made = await madePages(id, leaving)
      const document = made ?? pagedDocument(id)
      const known = made === undefined ? context.vault().read((tx) => reading.page(tx, id, page)) : undefined
      const read = known ?? pageOf(page, await parsers.run("pageText", { document, page }), "file")
      return { text: read.text, words: read.words, source: read.source }
    },
    "evidence.text": async ({ id }) => {
      const document = pagedDocument(id)
      const known = context.vault().read((tx) => reading.text(tx, id))
      return { text: known ?? (await parsers.run("text", { document })).text }
    },
    "evidence.range": async ({ id, start, end }) => {
      const vault = context.vault()
      const { kind, mediaType, blob } = vault.read((tx) => evidence.storedFile(tx, id))
      if (!isMedia(kind)) throw new Fault("kind-unsupported", { kind })
      if (start >= end || start >= blob.sizeBytes || end - start > rangeBytes)
        throw new Fault("bad-input", { field: "end" })
      return { bytes: own(await vault.blobs.range(blob, start, end)), sizeBytes: blob.sizeBytes, mediaType }
    },
  }
}

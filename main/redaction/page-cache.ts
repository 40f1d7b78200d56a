/**
 * What was worked out about pages, by everything that it depends on, so that the same dossier built again releases in seconds.
 *
 *   text     a page's words, by the original and the renderer
 *   ocr      what OCR read on the original, by the same
 *   layer    what OCR read in the burned pixels, by the original, boxes and resolution; with the SHA-256 of those pixels
 *   again    what the proof's own OCR read, by the SHA-256 of the saved pixels, boxes and resolution
 *   pixels   that the saved pixels are the original outside the boxes and nothing inside them, by the same
 *
 * Only readings are kept, no verdicts about names: every needle is searched for anew in what was read. Keys name the
 * renderer's version, so a new renderer finds nothing here.
 */
import type { ParserPool } from "../workers/pool.ts"
import type { BurnedPage } from "./burn-page.ts"

/** Changes whenever pixels, boxes or readers may come out otherwise: what was read before is then read anew. */
export const rendererVersion = "mupdf 1.28.1, saqta 3"

/** Where readings are kept: a vault's own table, or this process's memory. */
export interface PageStore {
  get(key: string): string | undefined
  put(key: string, value: string): void
}

export interface PageCache {
  /** The JSON that was kept for `parts`, or what `work` gives now. */
  remembered<T>(parts: readonly unknown[], work: () => Promise<T>): Promise<T>
  /** As it was kept, or undefined. Whoever kept it knows its shape. */
  known(parts: readonly unknown[]): unknown
  keep(parts: readonly unknown[], value: unknown): void
  /** A burned page with its pixels, in memory only: they are soon drawn again. */
  burned(parts: readonly unknown[], burn: () => Promise<BurnedPage>): Promise<BurnedPage>
}

const keptBytes = 64 * 1024 * 1024

/** A map that forgets the oldest when it grows too large. */
const bounded = <T>(sizeOf: (value: T) => number) => {
  const entries = new Map<string, T>()
  let bytes = 0
  return {
    get: (key: string): T | undefined => entries.get(key),
    put: (key: string, value: T): void => {
      const known = entries.get(key)
      if (known !== undefined) bytes -= sizeOf(known)
      entries.set(key, value)
      bytes += sizeOf(value)
      for (const [oldest, old] of entries) {
        if (bytes <= keptBytes) break
        entries.delete(oldest)
        bytes -= sizeOf(old)
      }
    },
  }
}

const inMemory = (): PageStore => bounded<string>((value) => 2 * value.length)

const keyOf = (parts: readonly unknown[]): string => JSON.stringify([rendererVersion, ...parts])

export const makePageCache = (store: PageStore = inMemory()): PageCache => {
  const pages = bounded<BurnedPage>((page) => page.image.data.length)
  const known = (parts: readonly unknown[]): unknown => {
    const value = store.get(keyOf(parts))
    return value === undefined ? undefined : (JSON.parse(value) as unknown)
  }
  const keep = (parts: readonly unknown[], value: unknown): void => store.put(keyOf(parts), JSON.stringify(value))
  return {
    known,
    keep,
    remembered: async <T>(parts: readonly unknown[], work: () => Promise<T>): Promise<T> => {
      const before = known(parts) as T | undefined
      if (before !== undefined) return before
      const value = await work()
      keep(parts, value)
      return value
    },
    burned: async (parts, burn) => {
      const before = pages.get(keyOf(parts))
      if (before !== undefined) return before
      const page = await burn()
      pages.put(keyOf(parts), page)
      return page
    },
  }
}

const caches = new WeakMap<ParserPool, PageCache>()

/** The cache that lives as long as `pool`: locking ends both. */
export const pageCacheOf = (pool: ParserPool): PageCache => {
  const known = caches.get(pool)
  if (known !== undefined) return known
  const made = makePageCache()
  caches.set(pool, made)
  return made
}

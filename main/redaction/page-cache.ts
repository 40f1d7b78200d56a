/**
 * Pages that were burned and read, and pages that were proven, so that the same dossier built again releases in seconds.
 * Kept in the engine's memory as long as its parser pool: locking ends both.
 */
import type { ParserPool } from "../workers/pool.ts"
import type { BurnedPage } from "./burn-page.ts"

/** Page images whose second OCR found nothing, by everything that it depends on. */
export interface ProofCache {
  has(key: string): boolean
  add(key: string): void
}

export interface PageCache {
  readonly proven: ProofCache
  /** A page as it was burned and read, by everything that it depends on. */
  burned(key: string, burn: () => Promise<BurnedPage>): Promise<BurnedPage>
}

const keptBytes = 64 * 1024 * 1024

export const makePageCache = (): PageCache => {
  const pages = new Map<string, BurnedPage>()
  let bytes = 0
  const keep = (key: string, page: BurnedPage): void => {
    pages.set(key, page)
    bytes += page.image.data.length
    for (const [oldest, old] of pages) {
      if (bytes <= keptBytes) break
      pages.delete(oldest)
      bytes -= old.image.data.length
    }
  }
  return {
    proven: new Set<string>(),
    burned: async (key, burn) => {
      const known = pages.get(key)
      if (known !== undefined) return known
      const page = await burn()
      keep(key, page)
      return page
    },
  }
}

const caches = new WeakMap<ParserPool, PageCache>()

/** The cache that lives as long as `pool`. */
export const pageCacheOf = (pool: ParserPool): PageCache => {
  const known = caches.get(pool)
  if (known !== undefined) return known
  const made = makePageCache()
  caches.set(pool, made)
  return made
}

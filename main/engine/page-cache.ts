/** Rendered pages that were shown lately, in this process's memory only: the one used longest ago goes first. */
export interface PageCache {
  get(key: string): RenderedPage | undefined
  put(key: string, page: RenderedPage): void
  clear(): void
}

interface RenderedPage {
  readonly png: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

export const createPageCache = (bytesAtMost: number): PageCache => {
  const pages = new Map<string, RenderedPage>()
  let bytes = 0
  const drop = (key: string): void => {
    bytes -= pages.get(key)?.png.length ?? 0
    pages.delete(key)
  }
  return {
    get: (key) => {
      const page = pages.get(key)
      if (page === undefined) return undefined
      pages.delete(key)
      pages.set(key, page)
      return page
    },
    put: (key, page) => {
      drop(key)
      pages.set(key, page)
      bytes += page.png.length
      for (const oldest of pages.keys()) {
        if (bytes <= bytesAtMost) break
        drop(oldest)
      }
    },
    clear: () => {
      pages.clear()
      bytes = 0
    },
  }
}

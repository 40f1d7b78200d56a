import { readFile } from "node:fs/promises"
import { extname, join, sep } from "node:path"

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
}

export interface StaticFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** Reads the built file that `pathname` names inside `folder`; undefined where there is none, or it lies elsewhere. */
export const readStaticFile = async (folder: string, pathname: string): Promise<StaticFile | undefined> => {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  const path = join(folder, decoded === "/" ? "index.html" : decoded)
  const mediaType = mediaTypes[extname(path)]
  // Subtle: `join` has resolved "..", so a prefix check is enough; the NUL would throw inside `readFile`.
  if (!path.startsWith(folder + sep) || path.includes("\0") || mediaType === undefined) return undefined
  try {
    return { bytes: await readFile(path), mediaType }
  } catch {
    return undefined
  }
}

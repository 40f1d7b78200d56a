/** What each address of ours answers with: the page, the media player, a part of a recording, or nothing. */
import { contentRange, parseRange } from "./byte-range.ts"
import type { EngineLink } from "./engine-link.ts"
import { mediaHeaders, pageHeaders } from "./pages.ts"
import { readStaticFile } from "./static-files.ts"

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface Request {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
}

export const nothing: Answer = { status: 404, headers: { "Content-Type": "text/plain" }, body: new Uint8Array() }

const fromFolder = async (folder: string, pathname: string, headers: Record<string, string>): Promise<Answer> => {
  const file = await readStaticFile(folder, pathname)
  if (file === undefined) return nothing
  return { status: 200, headers: { ...headers, "Content-Type": file.mediaType }, body: file.bytes }
}

interface RangeResult {
  readonly bytes: Uint8Array
  readonly sizeBytes: number
  readonly mediaType: string
}

const mediaBytes = async (id: string, range: string | undefined, options: ServeOptions): Promise<Answer> => {
  const { engine, mediaOrigin, pageOrigin } = options
  // Subtle: the size is known only after asking; the first byte is the cheapest question.
  const head = await engine.call("evidence.range", { id, start: 0, end: 1 })
  if (!head.ok) return nothing
  const { sizeBytes, mediaType } = head.result as RangeResult
  const wanted = parseRange(range, sizeBytes)
  const headers = mediaHeaders(mediaOrigin, pageOrigin)
  if (wanted === undefined) return { ...nothing, status: 416 }
  const part = await engine.call("evidence.range", { id, ...wanted })
  if (!part.ok) return nothing
  return {
    status: 206,
    headers: {
      ...headers,
      "Content-Type": mediaType,
      "Accept-Ranges": "bytes",
      "Content-Range": contentRange(wanted, sizeBytes),
    },
    body: (part.result as RangeResult).bytes,
  }
}

export interface ServeOptions {
  readonly engine: EngineLink
  readonly pageOrigin: string
  readonly mediaOrigin: string
  readonly rendererFolder: string
  /** The built media player. */
  readonly mediaFolder: string
}

/** The answer to one request: the page, the media player, a part of a recording, or 404. */
export const answerRequest = async (request: Request, options: ServeOptions): Promise<Answer> => {
  const { pageOrigin, mediaOrigin } = options
  const url = new URL(request.url)
  if (request.method !== "GET") return nothing
  // Chromium asks for an icon by itself; a 404 would stand in the console as an error.
  if (url.pathname === "/favicon.ico") return { ...nothing, status: 204 }
  // Subtle: `URL.origin` is "null" for schemes of our own.
  const origin = `${url.protocol}//${url.host}`
  if (origin === pageOrigin) return fromFolder(options.rendererFolder, url.pathname, pageHeaders(mediaOrigin))
  if (origin !== mediaOrigin) return nothing
  const [, first = "", second] = url.pathname.split("/")
  const range = Object.entries(request.headers).find(([name]) => name.toLowerCase() === "range")?.[1]
  if (second === "bytes") return mediaBytes(decodeURIComponent(first), range, options)
  const name = first.includes(".") ? url.pathname : "/player.html"
  return fromFolder(options.mediaFolder, name, mediaHeaders(mediaOrigin, pageOrigin))
}

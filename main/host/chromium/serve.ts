/** Answers every request of the browser ourselves: nothing that it asks for ever leaves this process. */
import type { EngineLink } from "../engine-link.ts"
import { contentRange, parseRange } from "../byte-range.ts"
import { mediaHeaders, pageHeaders } from "../pages.ts"
import { readStaticFile } from "../static-files.ts"
import type { Cdp } from "./cdp.ts"
import { mediaOrigin, pageOrigin } from "./flags.ts"

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

interface Request {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
}

const nothing: Answer = { status: 404, headers: { "Content-Type": "text/plain" }, body: new Uint8Array() }

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

const mediaBytes = async (engine: EngineLink, id: string, range: string | undefined): Promise<Answer> => {
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
  readonly rendererFolder: string
  /** The built media player (`dist/media`). */
  readonly mediaFolder: string
}

/** The answer to one request: the page, the media player, a part of a recording, or 404. */
export const answerRequest = async (request: Request, options: ServeOptions): Promise<Answer> => {
  const url = new URL(request.url)
  if (request.method !== "GET") return nothing
  // Chromium asks for an icon by itself; a 404 would stand in the console as an error.
  if (url.pathname === "/favicon.ico") return { ...nothing, status: 204 }
  if (url.origin === pageOrigin) return fromFolder(options.rendererFolder, url.pathname, pageHeaders(mediaOrigin))
  if (url.origin !== mediaOrigin) return nothing
  const [, first = "", second] = url.pathname.split("/")
  const range = Object.entries(request.headers).find(([name]) => name.toLowerCase() === "range")?.[1]
  if (second === "bytes") return mediaBytes(options.engine, decodeURIComponent(first), range)
  const name = first.includes(".") ? url.pathname : "/player.html"
  return fromFolder(options.mediaFolder, name, mediaHeaders(mediaOrigin, pageOrigin))
}

/** Takes over the requests of one target (a page, a frame, a worker). */
export const serveTarget = async (cdp: Cdp, sessionId: string): Promise<void> => {
  await cdp.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] }, sessionId)
}

/** Answers the paused requests of every target that was taken over. */
export const serveRequests = (cdp: Cdp, options: ServeOptions): void => {
  cdp.on("Fetch.requestPaused", (params, sessionId) => {
    const fulfil = async (): Promise<void> => {
      const answer = await answerRequest(params["request"] as Request, options).catch(() => nothing)
      const responseHeaders = Object.entries(answer.headers).map(([name, value]) => ({ name, value }))
      const body = Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength).toString("base64")
      const reply = { requestId: params["requestId"], responseCode: answer.status, responseHeaders, body }
      await cdp.send("Fetch.fulfillRequest", reply, sessionId)
    }
    // The target may be gone before its answer.
    fulfil().catch(() => undefined)
  })
}

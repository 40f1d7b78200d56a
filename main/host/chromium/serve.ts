/** Answers every request of the browser ourselves: nothing that it asks for ever leaves this process. */
import { answerRequest, nothing, type Request, type ServeOptions } from "../answer.ts"
import type { Cdp } from "./cdp.ts"

/** Takes over the requests of one target (a page, a frame, a worker). */
export const serveTarget = async (cdp: Cdp, sessionId: string): Promise<void> => {
  await cdp.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] }, sessionId)
}

/** Whether a document of another origin than ours is asked for: a navigation that must not happen. */
const leadsAway = (resourceType: unknown, { url }: Request, { pageOrigin, mediaOrigin }: ServeOptions): boolean => {
  const isOurs = url.startsWith(`${pageOrigin}/`) || url.startsWith(`${mediaOrigin}/`)
  return resourceType === "Document" && !isOurs
}

/** Answers the paused requests of every target that was taken over. */
export const serveRequests = (cdp: Cdp, options: ServeOptions): void => {
  cdp.on("Fetch.requestPaused", (params, sessionId) => {
    const { requestId, resourceType } = params
    const request = params["request"] as Request
    const fulfil = async (): Promise<void> => {
      if (leadsAway(resourceType, request, options)) {
        // An aborted navigation leaves the page where it is; an answer, even 404, would replace it.
        await cdp.send("Fetch.failRequest", { requestId, errorReason: "Aborted" }, sessionId)
        return
      }
      const answer = await answerRequest(request, options).catch(() => nothing)
      const responseHeaders = Object.entries(answer.headers).map(([name, value]) => ({ name, value }))
      const body = Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength).toString("base64")
      const reply = { requestId, responseCode: answer.status, responseHeaders, body }
      await cdp.send("Fetch.fulfillRequest", reply, sessionId)
    }
    // The target may be gone before its answer.
    fulfil().catch(() => undefined)
  })
}

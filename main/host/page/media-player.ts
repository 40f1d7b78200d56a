/**
 * The player, in a sandboxed frame of another origin than the page that owns the bridge.
 *
 *   page → frame   {kind: "seek", seconds} · {kind: "play"} · {kind: "pause"}
 *   frame → page   {kind: "ready", durationSeconds} · {kind: "time", seconds} · {kind: "failed"}
 */
import { isMediaCommand, type MediaReport } from "../media-messages.ts"

const player = document.querySelector("video")

const report = (message: MediaReport): void => {
  // Subtle: this frame's own origin is opaque, and what it says (a time, a length) is no secret of the page's parent.
  parent.postMessage(message, "*")
}

const start = (video: HTMLVideoElement): void => {
  video.src = `${location.pathname}/bytes`
  video.addEventListener("loadedmetadata", () => report({ kind: "ready", durationSeconds: video.duration }))
  video.addEventListener("timeupdate", () => report({ kind: "time", seconds: video.currentTime }))
  video.addEventListener("seeked", () => report({ kind: "time", seconds: video.currentTime }))
  video.addEventListener("error", () => report({ kind: "failed" }))
  addEventListener("message", (event) => {
    if (event.source !== parent || !isMediaCommand(event.data)) return
    if (event.data.kind === "seek") video.currentTime = event.data.seconds
    else if (event.data.kind === "pause") video.pause()
    // A refused start (no gesture yet) leaves the player's own button.
    else video.play().catch(() => undefined)
  })
}

if (player !== null) start(player)

/**
 * The player, in a sandboxed frame of another origin than the page that owns the bridge.
 *
 *   page → frame   {kind: "seek", seconds} · {kind: "play"} · {kind: "pause"} · {kind: "spans", spans}
 *   frame → page   {kind: "ready", durationSeconds} · {kind: "time", seconds} · {kind: "key", code} · {kind: "lock"} · {kind: "hideNames"}
 *                  {kind: "failed"}
 */
import { isMediaCommand, type MediaReport, type PlayedSpan } from "../media-messages.ts"
import { swallowBrowserKeys } from "./keys.ts"

const player = document.querySelector("video")

const report = (message: MediaReport): void => {
  // Subtle: this frame's own origin is opaque, and what it says (a time, a length) is no secret of the page's parent.
  parent.postMessage(message, "*")
}

/** Plays what will leave: looked at with every picture, since the player's own clock ticks four times a second. */
const asItLeaves = (video: HTMLVideoElement) => {
  let spans: readonly PlayedSpan[] = []
  let silenced = false
  const apply = (): void => {
    const nowMs = video.currentTime * 1000
    const inside = (action: PlayedSpan["action"]) =>
      spans.find((span) => span.action === action && nowMs >= span.startMs && nowMs < span.endMs)
    const cut = inside("cut")
    if (cut !== undefined && !video.seeking) video.currentTime = cut.endMs / 1000 + 0.001
    const silent = inside("mute") !== undefined
    // Subtle: whoever had turned the sound off finds it off afterwards.
    if (silent !== silenced) video.muted = silent
    silenced = silent
    video.classList.toggle("black", inside("black") !== undefined)
    requestAnimationFrame(apply)
  }
  requestAnimationFrame(apply)
  return (wanted: readonly PlayedSpan[]): void => {
    spans = wanted
  }
}

const start = (video: HTMLVideoElement): void => {
  const play = asItLeaves(video)
  swallowBrowserKeys()
  addEventListener("keydown", ({ code, ctrlKey, altKey, metaKey, shiftKey }) => {
    if ((ctrlKey || metaKey) && !altKey && code === "KeyL" && !shiftKey) report({ kind: "lock" })
    if ((ctrlKey || metaKey) && !altKey && code === "KeyH" && shiftKey) report({ kind: "hideNames" })
    if (/^Key[A-Z]$/.test(code) && !ctrlKey && !altKey && !metaKey && !shiftKey) report({ kind: "key", code })
  })
  video.src = `${location.pathname}/bytes`
  video.addEventListener("loadedmetadata", () => report({ kind: "ready", durationSeconds: video.duration }))
  video.addEventListener("timeupdate", () => report({ kind: "time", seconds: video.currentTime }))
  video.addEventListener("seeked", () => report({ kind: "time", seconds: video.currentTime }))
  video.addEventListener("error", () => report({ kind: "failed" }))
  addEventListener("message", (event) => {
    if (event.source !== parent || !isMediaCommand(event.data)) return
    if (event.data.kind === "spans") play(event.data.spans)
    else if (event.data.kind === "seek") video.currentTime = event.data.seconds
    else if (event.data.kind === "pause") video.pause()
    // A refused start (no gesture yet) leaves the player's own button.
    else video.play().catch(() => undefined)
  })
}

if (player !== null) start(player)

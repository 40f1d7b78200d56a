/** What is to be played as it will leave: silent, black, or passed over. */
export interface PlayedSpan {
  readonly startMs: number
  readonly endMs: number
  readonly action: "mute" | "black" | "cut"
}

/** What the page and the media frame say to each other by `postMessage`. */
export type MediaCommand =
  | { readonly kind: "spans"; readonly spans: readonly PlayedSpan[] }
  | { readonly kind: "seek"; readonly seconds: number }
  | { readonly kind: "play" }
  | { readonly kind: "pause" }

export type MediaReport =
  | { readonly kind: "ready"; readonly durationSeconds: number }
  | { readonly kind: "time"; readonly seconds: number }
  /** A letter pressed while the frame has the focus: the page's own keys still work. */
  | { readonly kind: "key"; readonly code: string }
  /** Ctrl+L and Ctrl+Shift+H work from within the frame: it may ask to lock and to hide, never to show. */
  | { readonly kind: "lock" }
  | { readonly kind: "hideNames" }
  | { readonly kind: "failed" }

const isSpan = (value: unknown): value is PlayedSpan => {
  if (typeof value !== "object" || value === null) return false
  const { startMs, endMs, action } = value as Record<string, unknown>
  return (
    typeof startMs === "number" &&
    typeof endMs === "number" &&
    (action === "mute" || action === "black" || action === "cut")
  )
}

export const isMediaCommand = (value: unknown): value is MediaCommand => {
  if (typeof value !== "object" || value === null) return false
  const { kind, seconds, spans } = value as { kind?: unknown; seconds?: unknown; spans?: unknown }
  if (kind === "spans") return Array.isArray(spans) && spans.every(isSpan)
  return (
    kind === "play" || kind === "pause" || (kind === "seek" && typeof seconds === "number" && Number.isFinite(seconds))
  )
}

/** What the page and the media frame say to each other by `postMessage`. */
export type MediaCommand =
  | { readonly kind: "seek"; readonly seconds: number }
  | { readonly kind: "play" }
  | { readonly kind: "pause" }

export type MediaReport =
  | { readonly kind: "ready"; readonly durationSeconds: number }
  | { readonly kind: "time"; readonly seconds: number }
  | { readonly kind: "failed" }

export const isMediaCommand = (value: unknown): value is MediaCommand => {
  if (typeof value !== "object" || value === null) return false
  const { kind, seconds } = value as { kind?: unknown; seconds?: unknown }
  return (
    kind === "play" || kind === "pause" || (kind === "seek" && typeof seconds === "number" && Number.isFinite(seconds))
  )
}

/**
 * What each page may do, as response headers. The page that holds the bridge runs our own scripts only, talks to
 * nobody, and turns no string into markup (Trusted Types without a single policy).
 */

const shared = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
} as const

/** Headers of the page with the bridge. `mediaOrigin` is the only thing that it may frame. */
export const pageHeaders = (mediaOrigin: string): Record<string, string> => ({
  ...shared,
  "Content-Security-Policy": [
    "default-src 'none'",
    "webrtc 'block'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `frame-src ${mediaOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; "),
})

/** Headers of the frame that plays audio and video: it may play from its own origin, and be framed by the page. */
export const mediaHeaders = (mediaOrigin: string, pageOrigin: string): Record<string, string> => ({
  ...shared,
  "Content-Security-Policy": [
    "default-src 'none'",
    "webrtc 'block'",
    `script-src ${mediaOrigin}`,
    `style-src ${mediaOrigin}`,
    `media-src ${mediaOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${pageOrigin}`,
    // Subtle: the frame's own attribute could be forgotten in the page; this cannot.
    "sandbox allow-scripts",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; "),
  "Cross-Origin-Resource-Policy": "cross-origin",
})

/** Headers of a parser's page: WebAssembly from bytes it was sent, its own script, nothing else. */
export const parserHeaders: Record<string, string> = {
  ...shared,
  "Content-Security-Policy": [
    "default-src 'none'",
    "webrtc 'block'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
}

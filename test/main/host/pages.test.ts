import { expect, test } from "vitest"
import { mediaHeaders, pageHeaders, parserHeaders } from "../../../main/host/pages.ts"

const policy = (headers: Record<string, string>): string[] => (headers["Content-Security-Policy"] ?? "").split("; ")

test("the page's policy allows its own files and the media frame, and nothing by default", () => {
  expect(policy(pageHeaders("https://media.invalid"))).toEqual([
    "default-src 'none'",
    "webrtc 'block'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "frame-src https://media.invalid",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
})

test("no policy allows inline code, strings as code, data: or blob: addresses", () => {
  for (const headers of [
    pageHeaders("https://m.invalid"),
    mediaHeaders("https://m.invalid", "https://p.invalid"),
    parserHeaders,
  ]) {
    const joined = policy(headers).join(" ")
    expect(joined).not.toMatch(/unsafe-inline|'unsafe-eval'|data:|blob:|\*/)
    expect(headers["Cache-Control"]).toBe("no-store")
    expect(headers["X-Content-Type-Options"]).toBe("nosniff")
  }
})

test("the media frame is sandboxed by its own policy and framed by the page only", () => {
  const media = policy(mediaHeaders("https://m.invalid", "https://p.invalid"))
  expect(media).toContain("sandbox allow-scripts")
  expect(media).toContain("frame-ancestors https://p.invalid")
  expect(media.some((directive) => directive.startsWith("connect-src"))).toBe(false)
})

test("a parser's policy allows WebAssembly and no connection", () => {
  expect(policy(parserHeaders)).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(policy(parserHeaders)[0]).toBe("default-src 'none'")
})

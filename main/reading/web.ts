/** Web pages as text. Nothing in them is run or fetched: MuPDF draws what is there, and has no network. */
import { decodeText } from "./decode-text.ts"

const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i

/** The page's source, decoded as it declares itself. */
export const decodeHtml = (bytes: Uint8Array): string => {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096))
  const name = declared.exec(start)?.[1]
  if (name === undefined || (bytes[0] ?? 0) >= 0xef) return decodeText(bytes)
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch {
    return decodeText(bytes)
  }
}

// Subtle: MuPDF's fixed-width font draws Kazakh "ө" as "џ"; what asks for it gets another.
const fixedWidth = /\b(?:ui-monospace|monospace|courier(?: new)?|consolas|menlo|monaco|lucida console)\b/gi

/** Only inside tags and style sheets: what the page says is left as it is. */
const steadyFonts = (source: string): string =>
  source
    .replace(/<style\b[\s\S]*?<\/style\s*>|<[^>]+>/gi, (markup) => markup.replace(fixedWidth, "sans-serif"))
    .replace(/<(\/?)(?:tt|code|kbd|samp)\b/gi, "<$1span")
    .replace(/<pre\b/gi, '<pre style="font-family:sans-serif;white-space:pre-wrap"')

/** The source as UTF-8 without what declares another encoding, and without code. */
export const plainHtml = (source: string): string =>
  steadyFonts(source)
    .replace(/<meta[^>]*charset[^>]*>/gi, "")
    .replace(/<\?xml[^>]*>/gi, "")
    .replace(/<(script|noscript|template)\b[\s\S]*?<\/\1\s*>/gi, "")

/** The body of a page alone, to stand inside another. */
export const htmlBody = (source: string): string =>
  plainHtml(source)
    .replace(/<(style|head|title)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<\/?(?:html|body|!doctype)[^>]*>/gi, "")

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " " }

/** What the page says, a line for each block. */
export const textOfHtml = (source: string): string =>
  htmlBody(source)
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\s+/g, " ")
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/blockquote|\/table)\b[^>]*>/gi, "\n")
    .replace(/<\/t[dh]\s*>/gi, "\t")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n")

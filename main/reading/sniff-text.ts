import { decodeText, encodingOf } from "./decode-text.ts"
import type { Sniffed } from "./sniff.ts"

/** Control characters that text does not have (tab, line feed, form feed, carriage return and escape are fine). */
const strange = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g

/** Whether the bytes read as text in the encoding that fits them best. */
export const looksLikeText = (head: Uint8Array): boolean => {
  if (head.length === 0) return false
  const sample = head.subarray(0, 8192)
  const text = decodeText(sample)
  if ((text.match(strange)?.length ?? 0) > text.length / 200) return false
  if (encodingOf(sample) !== "windows-1251") return true
  // Subtle: every byte is some letter in Windows-1251, so a binary without zeros would pass; real text has words.
  const letters = text.match(/[\p{L}\p{N}\s]/gu)?.length ?? 0
  return letters > text.length * 0.7
}

const header =
  /^(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|x-[a-z0-9-]+|content-type): ?\S/gim

/** Which text: mail by its headers, web pages by their first tag, else plain. */
export const sniffText = (head: Uint8Array): Sniffed => {
  const text = decodeText(head.subarray(0, 16_384)).trimStart()
  const top = text.split(/\r?\n\r?\n/, 1)[0] ?? ""
  const headers = new Set(top.match(header)?.map((line) => line.split(":", 1)[0]?.toLowerCase()))
  if (/^From \S+.*\d{4}\r?$/m.test(text.split("\n", 1)[0] ?? "") && headers.size >= 2)
    return { kind: "mail", mediaType: "application/mbox" }
  if (headers.size >= 3 && (headers.has("from") || headers.has("received")))
    return { kind: "mail", mediaType: "message/rfc822" }
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(text))
    return { kind: "web", mediaType: "text/html" }
  if (text.startsWith("{\\rtf")) return { kind: "document", mediaType: "application/rtf" }
  return { kind: "text", mediaType: "text/plain" }
}

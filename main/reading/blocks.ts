import { htmlBody, textOfHtml } from "./web.ts"

/** What a flowing document says, whatever wrote it: one shape for pages, text and search. */
export type Block =
  | { readonly is: "heading"; readonly text: string }
  | { readonly is: "paragraph"; readonly runs: readonly Run[] }
  | { readonly is: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly is: "image"; readonly mediaType: string; readonly bytes: Uint8Array }
  /** Text whose line ends and spaces count. */
  | { readonly is: "lines"; readonly text: string }
  /** A web page inside another document, such as a mail's body. */
  | { readonly is: "html"; readonly source: string }

/** `mark` says what a reader must not overlook: text that was struck out, or added, under tracked changes. */
export interface Run {
  readonly text: string
  readonly mark?: "deleted" | "inserted"
}

export const paragraph = (text: string): Block => ({ is: "paragraph", runs: [{ text }] })

const blockText = (block: Block): string => {
  switch (block.is) {
    case "heading":
    case "lines":
      return block.text
    case "paragraph":
      return block.runs.map(({ text }) => text).join("")
    case "table":
      return block.rows.map((cells) => cells.join("\t")).join("\n")
    case "html":
      return textOfHtml(block.source)
    case "image":
      return ""
  }
}

/** The text of `blocks`, a line each: what text anchors count in. */
export const textOfBlocks = (blocks: readonly Block[]): string =>
  blocks
    .map(blockText)
    .filter((text) => text !== "")
    .join("\n")

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")

const base64 = (bytes: Uint8Array): string => {
  let latin1 = ""
  for (let at = 0; at < bytes.length; at += 32_766) latin1 += String.fromCharCode(...bytes.subarray(at, at + 32_766))
  return btoa(latin1)
}

const runHtml = ({ text, mark }: Run): string => {
  const inner = escape(text).replace(/\n/g, "<br/>")
  return mark === undefined ? inner : mark === "deleted" ? `<del>${inner}</del>` : `<u>${inner}</u>`
}

const blockHtml = (block: Block): string => {
  switch (block.is) {
    case "heading":
      return `<h3>${escape(block.text)}</h3>`
    case "html":
      return `<div>${htmlBody(block.source)}</div>`
    case "lines":
      return `<pre>${escape(block.text)}</pre>`
    case "paragraph":
      return `<p>${block.runs.map(runHtml).join("")}</p>`
    case "table": {
      const rows = block.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join("")}</tr>`)
      return `<table>${rows.join("")}</table>`
    }
    case "image":
      return `<p><img src="data:${block.mediaType};base64,${base64(block.bytes)}"/></p>`
  }
}

// Subtle: MuPDF's fixed-width font draws Kazakh "ө" as "џ". Nothing is ever set in it.
const styles =
  "body{line-height:1.35}p{margin:0 0 6pt 0}h3{font-size:12pt;margin:10pt 0 6pt 0}pre{white-space:pre-wrap;font-family:sans-serif;margin:0}td{border:1px solid #999999;padding:3pt}table{margin:0 0 8pt 0}"

/** `blocks` as a page that MuPDF lays out. */
export const htmlOfBlocks = (blocks: readonly Block[]): string =>
  `<html><head><style>${styles}</style></head><body>${blocks.map(blockHtml).join("\n")}</body></html>`

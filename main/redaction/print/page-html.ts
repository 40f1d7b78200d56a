/**
 * Pieces as one page of HTML for a browser's engine. Every word is escaped, pictures are data that we drew, fonts are our
 * own; the page's policy lets nothing run and nothing load, and the host that prints it refuses every request besides.
 */
import type { Cell, Piece, Run } from "../../reading/visible/pieces.ts"
import { fit } from "./fit.ts"
import { pageFonts, readFont } from "./fonts.ts"

/** Also sent as a header by the host. */
export const printPolicy =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const escape = (text: string): string =>
  text
    // Subtle: signs that turn the direction of reading would show other words than the ones that were found.
    .replace(/[\u202a-\u202e\u2066-\u2069\0]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")

const wrapped = (text: string, tag: string, isOn: true | undefined): string =>
  isOn === true ? `<${tag}>${text}</${tag}>` : text

const runHtml = ({ text, bold, italic, underline, struck, raised }: Run): string => {
  let html = escape(text)
  html = wrapped(html, "sup", raised)
  html = wrapped(html, "s", struck)
  html = wrapped(html, "u", underline)
  html = wrapped(html, "i", italic)
  return wrapped(html, "b", bold)
}

const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join("")

const cellHtml = ({ pieces, span, head }: Cell): string => {
  const tag = head === true ? "th" : "td"
  const across = span === undefined ? "" : ` colspan="${span}"`
  return `<${tag}${across}>${pieces.map(pieceHtml).join("")}</${tag}>`
}

const pieceHtml = (piece: Piece): string => {
  switch (piece.is) {
    case "heading":
      return `<h${piece.level}>${runsHtml(piece.runs)}</h${piece.level}>`
    case "paragraph": {
      const { indent = 0, marker, align = "left" } = piece
      const sign = marker === undefined ? "" : `<span class="marker">${escape(marker)}</span> `
      return `<p class="${align}" style="margin-left:${indent * 6}mm">${sign}${runsHtml(piece.runs)}</p>`
    }
    case "lines":
      return `<p class="left">${escape(piece.text)}</p>`
    case "table":
      return `<table>${piece.rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`).join("")}</table>`
    case "picture": {
      const { bytes, width = 0, height = 0 } = piece.picture
      const data = Buffer.from(bytes).toString("base64")
      return `<p><img alt="" width="${Math.round((width * 96) / 72)}" height="${Math.round((height * 96) / 72)}" src="data:image/png;base64,${data}"></p>`
    }
    case "rule":
      return "<hr>"
    case "new-page":
      return '<div class="new-page"></div>'
  }
}

const faces: Readonly<Record<(typeof pageFonts)[number], string>> = {
  "noto-sans/400Regular/NotoSans_400Regular.ttf": "font-weight:400",
  "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf": "font-weight:600",
  "noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf": "font-weight:400;font-style:italic",
}

let fontRules: string | undefined
const fonts = (): string =>
  (fontRules ??= pageFonts
    .map((file) => {
      const data = readFont(file).toString("base64")
      return `@font-face{font-family:Page;${faces[file]};src:url(data:font/ttf;base64,${data})}`
    })
    .join(""))

const styles = `
@page{size:A4;margin:18mm}
html{font:10.5pt/1.4 Page,sans-serif;color:#000;background:#fff}
body{margin:0;overflow-wrap:anywhere;white-space:pre-wrap;tab-size:8}
p{margin:0 0 2.2mm}.left{text-align:left}.center{text-align:center}.right{text-align:right}
b,h1,h2,h3,th{font-weight:600}h1{font-size:16pt}h2{font-size:13pt}h3{font-size:11pt}h1,h2,h3{margin:4mm 0 2.2mm;break-after:avoid}
table{border-collapse:collapse;max-width:100%;margin:0 0 3mm;font-size:9.5pt}
td,th{border:0.5pt solid #777;padding:0.8mm 1.4mm;text-align:left;vertical-align:top}td p,th p{margin:0}
img{max-width:100%;object-fit:contain}hr{border:0;border-top:0.5pt solid #777}.new-page{break-before:page}`

/** A page that needs nothing from anywhere. */
export const pageHtml = (pieces: readonly Piece[]): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${printPolicy}"><title></title><style>${fonts()}${styles}</style></head><body>${fit(pieces).map(pieceHtml).join("")}</body></html>`

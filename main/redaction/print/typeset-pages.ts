/** Pieces set as plain text by Typst: where no browser's engine is at hand. */
import type { Cell, Piece, Run } from "../../reading/visible/pieces.ts"
import { typesetInThread } from "../../workers/typeset-client.ts"
import { fit } from "./fit.ts"
import { pageFonts, readFont } from "./fonts.ts"
import type { Printer } from "./printer.ts"

/** All words come in as data and are shown by `text`: none of them is ever read as markup. */
const template = `
#let doc = json(bytes(sys.inputs.doc))
#set document(date: none)
#set page(paper: "a4", margin: 18mm)
#set text(font: "Noto Sans", size: 10pt, hyphenate: false, fallback: false)
#set par(leading: 0.62em, spacing: 0.9em, justify: false)
#let shown(run) = {
  let body = text(run.text)
  if run.raised { body = super(body) }
  if run.struck { body = strike(body) }
  if run.underline { body = underline(body) }
  if run.italic { body = text(style: "italic", body) }
  if run.bold { body = text(weight: "semibold", body) }
  body
}
#let runs(list) = { for run in list { shown(run) } }
#let sides = (left: left, center: center, right: right)
#let set-piece(piece) = {
  if piece.is == "heading" {
    block(above: 1.3em, below: 0.8em, sticky: true, text((16pt, 13pt, 11pt).at(piece.level - 1), weight: "semibold", runs(piece.runs)))
  } else if piece.is == "paragraph" {
    block(width: 100%, inset: (left: piece.indent * 6mm), align(sides.at(piece.align), runs(piece.runs)))
  } else if piece.is == "table" {
    block(width: 100%, text(9pt, table(
      columns: piece.weights.map(weight => weight * 1fr), inset: 3pt, stroke: 0.5pt + luma(110),
      ..piece.cells.map(cell => table.cell(colspan: cell.span,
        { set text(weight: if cell.head { "semibold" } else { "regular" }); for inner in cell.pieces { set-piece(inner) } })))))
  } else if piece.is == "picture" {
    block(image(piece.name, width: calc.min(piece.width, 490) * 1pt))
  } else if piece.is == "rule" {
    line(length: 100%, stroke: 0.5pt + luma(110))
  } else if piece.is == "new-page" {
    pagebreak(weak: true)
  }
}
#for piece in doc { set-piece(piece) }
`

/** The widest letters that fit on a line. */
const lineLetters = 48

/** A word longer than its line or cell may break anywhere: the sign is as wide as nothing. */
const breakable = (text: string, room: number): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069\0]/g, "")
    .replace(/\t/g, "    ")
    .replace(/ {2,}/g, (spaces) => "\u00a0".repeat(spaces.length - 1) + " ")
    .replace(new RegExp(`[^\\s\\u200b]{${room},}`, "gu"), (word) => Array.from(word).join("\u200b"))

interface Setting {
  readonly pictures: Uint8Array[]
  readonly room: number
}

const runOf = (run: Run, { room }: Setting) => ({
  text: breakable(run.text, room),
  bold: run.bold === true,
  italic: run.italic === true,
  underline: run.underline === true,
  struck: run.struck === true,
  raised: run.raised === true,
})

const longestWord = ({ pieces }: Cell): number =>
  Math.max(
    0,
    ...pieces.map((piece) => {
      if (piece.is !== "paragraph" && piece.is !== "heading") return 20
      const text = piece.runs.map((run) => run.text).join("")
      return Math.max(Math.min(30, text.length), ...text.split(/\s+/).map((word) => word.length))
    }),
  )

const widthsOf = (rows: readonly (readonly Cell[])[]): number[] => {
  const count = Math.max(1, ...rows.map((row) => row.reduce((sum, { span = 1 }) => sum + span, 0)))
  const weights = new Array<number>(count).fill(4)
  for (const row of rows) {
    let at = 0
    for (const cell of row) {
      const { span = 1 } = cell
      if (span === 1) weights[at] = Math.max(weights[at] ?? 4, Math.min(40, longestWord(cell)))
      at += span
    }
  }
  return weights
}

const tableOf = (rows: readonly (readonly Cell[])[], setting: Setting) => {
  const weights = widthsOf(rows)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const letters = (setting.room * 0.95) / sum
  const cells = rows.flatMap((row) => {
    let at = 0
    const own = row.map((cell) => {
      const { span = 1 } = cell
      const weight = weights.slice(at, at + span).reduce((all, one) => all + one, 0)
      at += span
      const room = Math.max(2, Math.floor(letters * weight) - 1)
      return {
        span,
        head: cell.head === true,
        pieces: cell.pieces.map((piece) => pieceOf(piece, { ...setting, room })),
      }
    })
    while (at < weights.length) {
      own.push({ span: 1, head: false, pieces: [] })
      at += 1
    }
    return own
  })
  return { is: "table", weights, cells }
}

const pieceOf = (piece: Piece, setting: Setting): object => {
  switch (piece.is) {
    case "heading":
      return {
        ...piece,
        runs: piece.runs.map((run) => runOf(run, { ...setting, room: Math.floor(setting.room * 0.6) })),
      }
    case "paragraph": {
      const { marker, indent = 0, align = "left" } = piece
      const sign = marker === undefined ? [] : [{ text: `${marker} ` }]
      const room = Math.max(2, setting.room - indent * 3)
      return {
        is: "paragraph",
        indent,
        align,
        runs: [...sign, ...piece.runs].map((run) => runOf(run, { ...setting, room })),
      }
    }
    case "lines":
      return { is: "paragraph", indent: 0, align: "left", runs: [runOf({ text: piece.text }, setting)] }
    case "table":
      return tableOf(piece.rows, setting)
    case "picture":
      setting.pictures.push(piece.picture.bytes)
      return { is: "picture", name: `/picture-${setting.pictures.length}.png`, width: piece.picture.width ?? 300 }
    case "rule":
    case "new-page":
      return piece
  }
}

const timeoutMs = 120_000

export const typesetPrinter = (): Printer => ({
  print: async (pieces, { signal }) => {
    const pictures: Uint8Array[] = []
    const doc = JSON.stringify(fit(pieces).map((piece) => pieceOf(piece, { pictures, room: lineLetters })))
    const files = pictures.map((bytes, index) => ({ path: `/picture-${index + 1}.png`, bytes }))
    const job = { template, doc, files, fonts: pageFonts.map(readFont) }
    return { pdf: await typesetInThread(job, { timeoutMs, signal }), by: "typeset" }
  },
})

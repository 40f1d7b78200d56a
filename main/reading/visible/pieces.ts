/** What a reader of a flowing document sees, whatever wrote it: plain data, from which pages are set. */
export interface Run {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly struck?: true
  /** Above or below the line, as a note's number is. */
  readonly raised?: true
}

export type Piece =
  | { readonly is: "heading"; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] }
  | {
      readonly is: "paragraph"
      readonly runs: readonly Run[]
      /** Steps to the right, 0 to 8. */
      readonly indent?: number
      /** A bullet or number, such as "1.". */
      readonly marker?: string
      readonly align?: "center" | "right"
    }
  | { readonly is: "table"; readonly rows: readonly (readonly Cell[])[] }
  /** Text whose line ends and spaces count. */
  | { readonly is: "lines"; readonly text: string }
  | { readonly is: "picture"; readonly picture: Picture }
  | { readonly is: "rule" }
  | { readonly is: "new-page" }

export interface Cell {
  readonly pieces: readonly Piece[]
  /** Columns that it covers; 1 unless given. */
  readonly span?: number
  readonly head?: true
}

/** A picture as the file has it, with what of it is shown; decoded and cut before anything is set. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** In points; what the picture itself says where the file does not. */
  readonly width?: number
  readonly height?: number
  /** Shares cut from each side, 0 to 1. */
  readonly crop?: Crop
}

export interface Crop {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const paragraph = (text: string, more: { bold?: true; indent?: number } = {}): Piece => ({
  is: "paragraph",
  runs: [{ text, ...(more.bold === undefined ? {} : { bold: true }) }],
  ...(more.indent === undefined ? {} : { indent: more.indent }),
})

export const heading = (text: string, level: 1 | 2 | 3 = 2): Piece => ({ is: "heading", level, runs: [{ text }] })

/** A table of plain words. */
export const plainTable = (rows: readonly (readonly string[])[], head = false): Piece => ({
  is: "table",
  rows: rows.map((cells, row) =>
    cells.map((text): Cell => ({ pieces: [paragraph(text)], ...(head && row === 0 ? { head: true } : {}) })),
  ),
})

export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("")

const textOfPiece = (piece: Piece): string => {
  switch (piece.is) {
    case "heading":
      return textOfRuns(piece.runs)
    case "paragraph":
      return `${piece.marker === undefined ? "" : `${piece.marker} `}${textOfRuns(piece.runs)}`
    case "lines":
      return piece.text
    case "table":
      return piece.rows.map((cells) => cells.map((cell) => textOfPieces(cell.pieces)).join("\t")).join("\n")
    case "picture":
    case "rule":
    case "new-page":
      return ""
  }
}

/** All words of `pieces`, a line for each. */
export const textOfPieces = (pieces: readonly Piece[]): string => pieces.map(textOfPiece).join("\n")

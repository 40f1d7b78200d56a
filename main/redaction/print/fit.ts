/** Makes what is set fit on a page: nothing may be cut off at its edge, since what is cut off is lost unseen. */
import type { Cell, Piece } from "../../reading/visible/pieces.ts"

/** More columns than this stand beside one another on no page. */
const mostColumns = 20
const columnsInBand = 12

const bands = (rows: readonly (readonly Cell[])[]): Piece[] => {
  const widest = Math.max(0, ...rows.map((row) => row.length))
  if (widest <= mostColumns) return [{ is: "table", rows }]
  return Array.from({ length: Math.ceil(widest / columnsInBand) }, (_, index): Piece => {
    const part = rows.map((row) =>
      row.slice(index * columnsInBand, (index + 1) * columnsInBand).map(({ span, ...cell }): Cell => cell),
    )
    return { is: "table", rows: part.filter((row) => row.length > 0) }
  })
}

export const fit = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece): Piece[] => {
    if (piece.is !== "table") return [piece]
    return bands(piece.rows.map((row) => row.map((cell): Cell => ({ ...cell, pieces: fit(cell.pieces) }))))
  })

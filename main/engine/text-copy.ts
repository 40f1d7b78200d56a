/** A copy as plain text: what a file says, names replaced by one sign, set in type. No picture, no look, no pixels of it. */
import { Fault } from "../../shared/faults.ts"
import type { ProofReport } from "../../shared/model/redaction.ts"
import type { HiddenCount } from "../../shared/model/rendering.ts"
import { sha256Hex } from "../crypto/hash.ts"
import { pseudonymiser } from "../dossier/pseudonymise.ts"
import { type Cell, type Piece, type Run, textOfRuns } from "../reading/visible/pieces.ts"
import type { NeedleSet } from "../redaction/needles.ts"
import { isRendered } from "../redaction/print/kinds.ts"
import { typesetPrinter } from "../redaction/print/typeset-pages.ts"
import { proveTypeset } from "../redaction/prove-typeset.ts"
import type { EngineParts } from "./context.ts"

type Replace = (text: string) => string

/** Runs are joined before names are replaced: a bold half of a name is still half of it. */
const plain = (runs: readonly Run[], replace: Replace): Run[] => [{ text: replace(textOfRuns(runs)) }]

const coveredPiece = (piece: Piece, replace: Replace): Piece[] => {
  switch (piece.is) {
    case "heading":
    case "paragraph":
      return [{ ...piece, runs: plain(piece.runs, replace) }]
    case "lines":
      return [{ is: "lines", text: replace(piece.text) }]
    case "table": {
      const cellOf = (cell: Cell): Cell => ({ ...cell, pieces: covered(cell.pieces, replace) })
      return [{ is: "table", rows: piece.rows.map((row) => row.map(cellOf)) }]
    }
    case "picture":
      return [{ is: "paragraph", runs: [{ text: "[…]" }] }]
    case "rule":
    case "new-page":
      return [piece]
  }
}

const covered = (pieces: readonly Piece[], replace: Replace): Piece[] =>
  pieces.flatMap((piece) => coveredPiece(piece, replace))

const picturesIn = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => {
    if (piece.is === "table") return sum + piece.rows.flat().reduce((all, cell) => all + picturesIn(cell.pieces), 0)
    return piece.is === "picture" ? sum + 1 : sum
  }, 0)

interface TextCopy {
  readonly pdf: Uint8Array
  readonly replaced: number
  readonly report: ProofReport
  readonly hidden: HiddenCount[]
}

/** @throws Fault "cannot-redact-kind", "redaction-leak", "redaction-unproven", and the faults of parsers */
export const textCopy = async (
  { parsers }: EngineParts,
  file: { readonly bytes: Uint8Array; readonly mediaType: string; readonly needles: NeedleSet },
): Promise<TextCopy> => {
  const { bytes, mediaType, needles } = file
  if (!isRendered(mediaType)) throw new Fault("cannot-redact-kind", { mediaType })
  const document = { key: `seen ${sha256Hex(bytes)}`, mediaType, bytes }
  const { pieces, hidden } = await parsers.run("visible", { document })
  const pseudonymised = pseudonymiser(needles)
  let replaced = 0
  const replace: Replace = (text) => {
    const result = pseudonymised(text)
    if (result !== text) replaced += 1
    return result
  }
  const { pdf } = await typesetPrinter().print(covered(pieces, replace), {})
  const proof = await proveTypeset(parsers, { pdf, needles, signal: new AbortController().signal })
  const pictures = picturesIn(pieces)
  const undrawn = hidden.find(({ kind }) => kind === "undrawn-picture")?.count ?? 0
  const counts = hidden.filter(({ kind }) => kind !== "undrawn-picture").map(({ kind, count }) => ({ kind, count }))
  const lost: HiddenCount[] = pictures + undrawn === 0 ? [] : [{ kind: "undrawn-picture", count: pictures + undrawn }]
  return { pdf, replaced, report: { ...proof, reviewed: false }, hidden: [...counts, ...lost] }
}

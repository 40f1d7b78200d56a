/**
 * The pages in which an office file, mail, chat or web page leaves:
 *
 *   bytes ─ parser process ─► what is seen, and what is not ─ printer ─► a PDF, redacted as any PDF is
 *
 * A PDF or picture is its own rendering.
 */
import type { HiddenPart } from "../../reading/visible/hidden.ts"
import { textOfPieces } from "../../reading/visible/pieces.ts"
import type { RenderedBy } from "../../../shared/model/rendering.ts"
import type { DocumentInput } from "../../workers/parser/operations.ts"
import type { ParserPool } from "../../workers/pool.ts"
import { undrawnLetters } from "./fonts.ts"
import type { PrintOptions, Printer } from "./printer.ts"
import { steadyPdf } from "./steady-pdf.ts"

export interface Rendering {
  readonly pdf: Uint8Array
  readonly by: Exclude<RenderedBy, "itself">
  readonly hidden: readonly HiddenPart[]
}

const readTimeoutMs = 120_000

/** @throws Fault "file-broken", "file-too-large", "cancelled", and the faults of parsers */
export const renderPages = async (
  pool: ParserPool,
  printer: Printer,
  document: DocumentInput,
  options: PrintOptions = {},
): Promise<Rendering> => {
  const { signal } = options
  const run = { timeoutMs: readTimeoutMs, ...(signal === undefined ? {} : { signal }) }
  const { pieces, hidden } = await pool.run("visible", { document }, run)
  const { pdf: printed, by } = await printer.print(pieces, options)
  const pdf = steadyPdf(printed)
  const missing = by !== "typeset" ? [] : undrawnLetters(textOfPieces(pieces))
  const letters = { kind: "undrawn-letter", count: missing.length, texts: [missing.join(" ")] } as const
  return { pdf, by, hidden: missing.length === 0 ? hidden : [...hidden, letters] }
}

/** The pages in which a file leaves, for every call that needs them. */
import type { HiddenCount, RenderedBy } from "../../shared/model/rendering.ts"
import { sha256Hex } from "../crypto/hash.ts"
import type { HiddenPart } from "../reading/visible/hidden.ts"
import type { Printer } from "../redaction/print/printer.ts"
import { isRendered, renderPages } from "../redaction/print/rendering.ts"
import { typesetPrinter } from "../redaction/print/typeset-pages.ts"
import type { EngineParts } from "./context.ts"

const printerOf = ({ printer }: EngineParts): Printer => printer ?? typesetPrinter()

/** Kinds and how often, without the words. */
const countsOf = (hidden: readonly HiddenPart[]): HiddenCount[] => hidden.map(({ kind, count }) => ({ kind, count }))

interface Pages {
  readonly pages: { readonly bytes: Uint8Array; readonly mediaType: string }
  readonly renderedBy: RenderedBy
  readonly hidden: HiddenCount[]
}

/** @throws Fault "file-broken", "file-too-large", and the faults of parsers */
export const pagesOf = async (
  parts: EngineParts,
  file: { readonly bytes: Uint8Array; readonly mediaType: string },
): Promise<Pages> => {
  const { bytes, mediaType } = file
  if (!isRendered(mediaType)) return { pages: { bytes, mediaType }, renderedBy: "itself", hidden: [] }
  const document = { key: `seen ${sha256Hex(bytes)}`, mediaType, bytes }
  const { pdf, by, hidden } = await renderPages(parts.parsers, printerOf(parts), document)
  return { pages: { bytes: pdf, mediaType: "application/pdf" }, renderedBy: by, hidden: countsOf(hidden) }
}

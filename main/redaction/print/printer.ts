/** Sets pages: who does it depends on what is there (a browser's engine, or plain typesetting). */
import type { Piece } from "../../reading/visible/pieces.ts"
import type { RenderedBy } from "../../../shared/model/rendering.ts"

export interface PrintOptions {
  readonly signal?: AbortSignal | undefined
}

export interface Printed {
  readonly pdf: Uint8Array
  readonly by: Exclude<RenderedBy, "itself">
}

export interface Printer {
  /** A PDF of pages; the same pieces give the same pages. @throws Fault "cancelled", "parser-timeout", "parser-crashed" */
  print(pieces: readonly Piece[], options: PrintOptions): Promise<Printed>
}

/** Prints a whole page of ours, given as HTML, in a page without scripts and without network. */
export type PrintHtml = (html: string, options: PrintOptions) => Promise<Uint8Array>

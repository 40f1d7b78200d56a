/** Pages by a browser's engine, and by plain typesetting where that engine does not print. */
import { isFault } from "../../../shared/faults.ts"
import { pageHtml } from "./page-html.ts"
import type { Printer, PrintHtml } from "./printer.ts"
import { typesetPrinter } from "./typeset-pages.ts"

export const browserPrinter = (printHtml: PrintHtml): Printer => {
  const plain = typesetPrinter()
  return {
    print: async (pieces, options) => {
      try {
        return { pdf: await printHtml(pageHtml(pieces), options), by: "browser" }
      } catch (error) {
        // Cancelled is cancelled, and a text without end has none in type either; all else is the browser's.
        if (isFault(error) && (error.code === "cancelled" || error.code === "parser-timeout")) throw error
        return await plain.print(pieces, options)
      }
    },
  }
}

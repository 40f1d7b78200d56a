/** MuPDF's view of a file that was made elsewhere: text with and without ActualText, every layer shown, every part drawn. */
import type { PDFDocument, PDFObject } from "mupdf"
import { Fault } from "../../../shared/faults.ts"
import { loadMuPdf, type MuPdf, withMuPdfFaults } from "../../reading/mupdf.ts"
import { keepWith, type OpenDocument, type ParserContext } from "../../reading/operation.ts"
import type { PageText } from "../../reading/page-text.ts"
import { readPage } from "../../reading/page-words.ts"
import { findOnPage } from "../find.ts"
import { indexNeedles, type NeedleIndex, refuses } from "../match.ts"
import { hitsInText } from "./search-text.ts"
import type { JudgeInput, Verdict } from "./verdict.ts"

export const mupdfName = "MuPDF 1.28.1"

export interface OpenForJudging {
  readonly mupdf: MuPdf
  readonly pdf: PDFDocument
}

/**
 * A copy of its own, with no layer off: what is hidden in the original is in the file.
 * @throws Fault "file-encrypted", "file-broken"
 */
export const openAllLayers = (document: OpenDocument, context: ParserContext): Promise<OpenForJudging> =>
  keepWith(document, "mupdf-all-layers", async () => {
    const mupdf = await loadMuPdf(context)
    const value = withMuPdfFaults((): OpenForJudging => {
      const opened = mupdf.Document.openDocument(document.bytes, "application/pdf")
      if (opened.needsPassword()) throw new Fault("file-encrypted")
      const pdf = opened.asPDF()
      if (pdf === null) throw new Fault("file-broken")
      pdf.getTrailer().get("Root").delete("OCProperties")
      return { mupdf, pdf }
    })
    return { value, close: () => value.pdf.destroy() }
  })

const spoken = ({ lines }: PageText): string =>
  lines.map((line) => line.words.map(({ text }) => text).join(" ")).join("\n")

/** Needles in a page's words: in the order of the file, and by their places. */
export const hitsOnPage = (page: PageText, index: NeedleIndex): number =>
  Math.max(hitsInText(spoken(page), index), findOnPage(page, index).filter(({ match }) => refuses(match)).length)

export const judgeMupdfText = async (
  { document, needles }: JudgeInput & { readonly document: OpenDocument },
  context: ParserContext,
): Promise<Verdict> => {
  const { pdf } = await openAllLayers(document, context)
  const index = indexNeedles(needles)
  const pages: number[] = []
  let [looked, hits] = [0, 0]
  withMuPdfFaults(() => {
    for (let number = 0; number < pdf.countPages(); number += 1) {
      const page = pdf.loadPage(number)
      let found = 0
      for (const ignoreActualText of [false, true]) {
        const read = readPage(page, ignoreActualText, true)
        looked += spoken(read).length
        found = Math.max(found, hitsOnPage(read, index))
      }
      page.destroy()
      hits += found
      if (found > 0) pages.push(number + 1)
    }
  })
  return { by: mupdfName, looked, hits, pages }
}

/** Every object that the table knows, used or not. */
export const everyObject = function* (pdf: PDFDocument): Generator<{ number: number; object: PDFObject }> {
  const count = pdf.countObjects()
  for (let number = 1; number < count; number += 1) {
    const reference = pdf.newIndirect(number)
    // A damaged object is somebody else's to judge: here it is none.
    const object = ((): PDFObject | undefined => {
      try {
        const resolved = reference.resolve()
        return resolved.isDictionary() || resolved.isStream() ? reference : undefined
      } catch {
        return undefined
      }
    })()
    if (object !== undefined) yield { number, object }
  }
}

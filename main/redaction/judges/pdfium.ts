/** PDFium's view: text, pixels, and whatever else the file carries. */
import type { PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium"
import { keepWith, type OpenDocument, type ParserContext } from "../../reading/operation.ts"
import { fold } from "../fold.ts"
import { indexNeedles, matchesIn } from "../match.ts"
import type { JudgeInput, Verdict } from "./verdict.ts"

export const pdfiumName = "PDFium 2.1.13"

let loading: Promise<PDFiumLibrary> | undefined

const load = async (context: ParserContext): Promise<PDFiumLibrary> => {
  // Subtle: bytes that came from another process may be a Buffer, whose `slice` is a view into a larger one.
  const wasmBinary = new Uint8Array(await context.binary("pdfium")).buffer
  const pdfium = await import("@hyzyla/pdfium")
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the package's two classes of one name
  return await pdfium.PDFiumLibrary.init({ wasmBinary })
}

/** The saved file, opened once per process. */
export const openInPdfium = (document: OpenDocument, context: ParserContext): Promise<PDFiumDocument> =>
  keepWith(document, "pdfium", async () => {
    const library = await (loading ??= load(context))
    const value = await library.loadDocument(document.bytes)
    return { value, close: () => value.destroy() }
  })

export const judgePdfiumText = async (
  input: JudgeInput & { readonly document: OpenDocument },
  context: ParserContext,
): Promise<Verdict> => {
  const opened = await openInPdfium(input.document, context)
  const index = indexNeedles(input.needles)
  let looked = 0
  let hits = 0
  const pages: number[] = []
  for (const page of opened.pages()) {
    const text = page.getText()
    looked += text.length
    const found = matchesIn(fold(text), index).length
    hits += found
    if (found > 0) pages.push(page.number + 1)
  }
  return { by: pdfiumName, looked, hits, pages }
}

/** One page of the saved file, drawn by PDFium in grey. */
export const renderSaved = async (
  document: OpenDocument,
  page: number,
  dpi: number,
  context: ParserContext,
): Promise<{ samples: Uint8Array; width: number; height: number; dpi: number }> => {
  const opened = await openInPdfium(document, context)
  const drawn = await opened
    .getPage(page - 1)
    .render({ scale: dpi / 72, render: "bitmap", colorSpace: "Gray", renderFormFields: true })
  return { samples: drawn.data, width: drawn.width, height: drawn.height, dpi }
}

/** The page's own image, decoded by PDFium without being placed: four bytes a pixel. */
export const savedImage = async (
  document: OpenDocument,
  page: number,
  context: ParserContext,
): Promise<{ samples: Uint8Array; width: number; height: number } | undefined> => {
  const opened = await openInPdfium(document, context)
  for (const object of opened.getPage(page - 1).objects())
    if (object.type === "image") {
      const { data, width, height } = await object.render({ render: "bitmap" })
      return { samples: data, width, height }
    }
  return undefined
}

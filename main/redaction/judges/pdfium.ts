/** PDFium's view: text, pixels, and whatever else the file carries. */
import type { PDFiumDocument, PDFiumLibrary, PDFiumPage } from "@hyzyla/pdfium"
import { Fault } from "../../../shared/faults.ts"
import { keepWith, type OpenDocument, type ParserContext } from "../../reading/operation.ts"
import { fold } from "../../search/names/fold.ts"
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

/** What the package keeps to itself, and has no call for. */
interface PdfiumModule {
  readonly HEAPU8: Uint8Array
  _FPDF_ClosePage(page: number): void
  _FPDFImageObj_GetBitmap(object: number): number
  _FPDFBitmap_GetBuffer(bitmap: number): number
  _FPDFBitmap_GetWidth(bitmap: number): number
  _FPDFBitmap_GetHeight(bitmap: number): number
  _FPDFBitmap_GetStride(bitmap: number): number
  _FPDFBitmap_GetFormat(bitmap: number): number
  _FPDFBitmap_Destroy(bitmap: number): void
}
interface OpenPage {
  readonly module: PdfiumModule
  readonly pageIdx: number
}
interface OpenImage {
  readonly module: PdfiumModule
  readonly objectIdx: number
}

/**
 * Runs `work` on a page, from 1, and closes it.
 * Subtle: the package never closes a page, and an open one keeps its decoded images: 200 pages would fill the memory.
 */
const withPage = async <T>(
  opened: PDFiumDocument,
  number: number,
  work: (page: PDFiumPage) => T | Promise<T>,
): Promise<T> => {
  const page = opened.getPage(number - 1)
  const { module, pageIdx } = page as unknown as OpenPage
  if (pageIdx === 0) throw new Fault("file-broken", { page: number })
  try {
    return await work(page)
  } finally {
    module._FPDF_ClosePage(pageIdx)
  }
}

export const judgePdfiumText = async (
  input: JudgeInput & { readonly document: OpenDocument },
  context: ParserContext,
): Promise<Verdict> => {
  const opened = await openInPdfium(input.document, context)
  const index = indexNeedles(input.needles)
  let looked = 0
  let hits = 0
  const pages: number[] = []
  for (let number = 1; number <= opened.getPageCount(); number += 1) {
    const text = await withPage(opened, number, (page) => page.getText())
    looked += text.length
    const found = matchesIn(fold(text), index).length
    hits += found
    if (found > 0) pages.push(number)
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
  // Subtle: drawing is the one call of the package after which it closes the page itself.
  const drawn = await opened.getPage(page - 1).render({ scale: dpi / 72, render: "bitmap", colorSpace: "Gray" })
  return { samples: drawn.data, width: drawn.width, height: drawn.height, dpi }
}

/** PDFium's bitmap formats, and their bytes per pixel. */
const bytesPerPixel: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4 }

/** An image as PDFium decodes it, without being placed; rows without padding. */
export interface DecodedImage {
  readonly samples: Uint8Array
  readonly width: number
  readonly height: number
  readonly components: number
}

/** Subtle: the package's own way converts every image to four bytes a pixel, and never frees PDFium's bitmap. */
const decode = ({ module, objectIdx }: OpenImage): DecodedImage => {
  const bitmap = module._FPDFImageObj_GetBitmap(objectIdx)
  const components = bitmap === 0 ? undefined : bytesPerPixel[module._FPDFBitmap_GetFormat(bitmap)]
  if (components === undefined) throw new Fault("file-broken")
  try {
    const [width, height] = [module._FPDFBitmap_GetWidth(bitmap), module._FPDFBitmap_GetHeight(bitmap)]
    const [start, stride] = [module._FPDFBitmap_GetBuffer(bitmap), module._FPDFBitmap_GetStride(bitmap)]
    const samples = new Uint8Array(width * height * components)
    for (let y = 0; y < height; y += 1) {
      const row = start + y * stride
      samples.set(module.HEAPU8.subarray(row, row + width * components), y * width * components)
    }
    return { samples, width, height, components }
  } finally {
    module._FPDFBitmap_Destroy(bitmap)
  }
}

/** The page's own image. */
export const savedImage = async (
  document: OpenDocument,
  page: number,
  context: ParserContext,
): Promise<DecodedImage | undefined> => {
  const opened = await openInPdfium(document, context)
  return await withPage(opened, page, (shown) => {
    for (const object of shown.objects()) if (object.type === "image") return decode(object as unknown as OpenImage)
    return undefined
  })
}

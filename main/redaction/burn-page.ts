/** Parser operations on the original: burn a page, and say what it must look like once saved. */
import type { Page, Pixmap } from "mupdf"
import { type PageRect, pixelsToPage } from "../../shared/geometry.ts"
import { Fault } from "../../shared/faults.ts"
import { type MuPdf, openPages, withMuPdfFaults } from "../reading/mupdf.ts"
import type { OpenDocument, ParserContext } from "../reading/operation.ts"
import type { PageLine } from "../reading/page-text.ts"
import { isImage, sizeOf, withPage } from "../reading/pages.ts"
import { readEveryWay } from "../reading/ocr/index.ts"
import { type BlockPrints, blockPrints } from "./blocks.ts"
import { whitenBoxes } from "./burn.ts"
import { boxInPixels } from "./boxes.ts"
import type { EncodedImage, Encoding } from "./encode.ts"
import { openInPdfium, savedImage } from "./judges/pdfium.ts"
import type { RedactionPageText } from "./page-text.ts"
import { burnInto, drawPage, encodePixmap, type LabelledBox, labelled, rasterOf } from "./render.ts"
import { pageCountOf, type PictureChoice, readForRedaction, steady } from "./source.ts"
import { writePdf } from "./write-pdf.ts"

export interface PlacedBox {
  readonly rect: PageRect
  readonly label: string
}

export interface BurnInput {
  readonly document: OpenDocument
  readonly page: number
  readonly boxes: readonly PlacedBox[]
  readonly rasterDpi: number
  readonly colour: boolean
}

export interface BurnedPage {
  readonly width: number
  readonly height: number
  readonly dpi: number
  readonly image: EncodedImage
  /** What OCR reads in the burned pixels. */
  readonly lines: readonly PageLine[]
  /** Boxes that had some part on the page. */
  readonly burned: number
}

const maximumRasterPixels = 40_000_000
const leastDpi = 40

/** As wanted, but no more pixels than the page's image has, nor than fit in memory. @throws Fault "file-too-large" */
export const dpiFor = (
  page: Pick<RedactionPageText, "width" | "height" | "images">,
  wantedDpi: number,
  isPicture: boolean,
): number => {
  const finest = Math.max(0, ...page.images.map((image) => (72 * 16) / Math.min(image.blockWidth, image.blockHeight)))
  const natural = isPicture && finest > 0 ? Math.min(wantedDpi, finest) : wantedDpi
  const dpi = Math.min(natural, 72 * Math.sqrt(maximumRasterPixels / (page.width * page.height)))
  if (dpi < Math.min(leastDpi, natural)) throw new Fault("file-too-large", { widthInches: Math.round(page.width / 72) })
  return dpi
}

/** A raster that tells no more than its grey: OCR reads one byte a pixel. */
const greyOf = (pixmap: Pixmap): { samples: Uint8Array; width: number; height: number } => {
  const { samples, width, height, components } = rasterOf(pixmap)
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  if (components === 1) return { samples: bytes, width, height }
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at += 1)
    grey[at] = Math.round(
      0.299 * (bytes[3 * at] ?? 0) + 0.587 * (bytes[3 * at + 1] ?? 0) + 0.114 * (bytes[3 * at + 2] ?? 0),
    )
  return { samples: grey, width, height }
}

interface Placed {
  readonly mupdf: MuPdf
  readonly document: OpenDocument
  readonly text: RedactionPageText
  readonly dpi: number
  readonly boxes: readonly LabelledBox[]
  readonly withDrawn: <T>(work: (pixmap: Pixmap) => T) => T
}

const place = async (input: BurnInput, context: ParserContext): Promise<Placed> => {
  const document = await steady(input.document, context)
  const text = await readForRedaction({ document, page: input.page }, context)
  const { mupdf, pages } = await openPages(document, context)
  const dpi = dpiFor(text, input.rasterDpi, isImage(document))
  const boxes = input.boxes.flatMap(({ rect, label }) => {
    const pixels = boxInPixels(text, rect, dpi)
    return pixels === undefined ? [] : [{ rect: pixels, label }]
  })
  const withDrawn = <T>(work: (pixmap: Pixmap) => T): T =>
    withPage(pages, input.page, (page: Page) => {
      const pixmap = drawPage(mupdf, page, dpi, input.colour)
      try {
        if (document === input.document && pages.asPDF()?.wasRepaired() === true)
          throw new Fault("file-broken", { page: input.page, repaired: true })
        return work(pixmap)
      } finally {
        pixmap.destroy()
      }
    })
  return { mupdf, document, text, dpi, boxes, withDrawn }
}

/** What the burned pixels say: around the boxes by OCR, inside them their labels, which need no guessing. */
const readBurned = async (
  grey: { readonly samples: Uint8Array; readonly width: number; readonly height: number },
  dpi: number,
  boxes: readonly LabelledBox[],
  context: ParserContext,
): Promise<PageLine[]> => {
  const rects = boxes.map((box) => box.rect)
  whitenBoxes(grey.samples, { ...grey, components: 1 }, rects)
  const lines = await readEveryWay({ ...grey, dpi }, "finder", context)
  return [
    ...lines,
    ...labelled(boxes).map(({ rect, label }): PageLine => {
      const place = pixelsToPage(rect, dpi)
      return { rect: place, words: [{ text: label, rect: place, confidence: 1 }] }
    }),
  ]
}

/** The page with its boxes burned in, encoded, and read by OCR where `read`. */
export const burnPage = async (
  input: BurnInput & { readonly read: boolean },
  context: ParserContext,
): Promise<BurnedPage> => {
  const { mupdf, text, dpi, boxes, withDrawn } = await place(input, context)
  const { image, grey } = withDrawn((pixmap) => {
    burnInto(mupdf, pixmap, boxes)
    const grey = input.read ? greyOf(pixmap) : undefined
    return { image: encodePixmap(pixmap), grey }
  })
  const lines = grey === undefined ? [] : await readBurned(grey, dpi, boxes, context)
  return { width: text.width, height: text.height, dpi, image, lines, burned: boxes.length }
}

/** The burned page as a PNG, for a person to look at. */
export const previewPage = async (
  input: BurnInput,
  context: ParserContext,
): Promise<{ png: Uint8Array; width: number; height: number }> => {
  const { mupdf, boxes, withDrawn } = await place(input, context)
  return withDrawn((pixmap) => {
    burnInto(mupdf, pixmap, boxes)
    return { png: pixmap.asPNG().slice(), width: pixmap.getWidth(), height: pixmap.getHeight() }
  })
}

export interface ExpectedPage {
  readonly width: number
  readonly height: number
  readonly boxes: readonly LabelledBox["rect"][]
  /** The page without boxes, and an empty page with them, each encoded like the saved one and decoded by PDFium. */
  readonly clean: BlockPrints
  readonly covered: BlockPrints
}

let printing = 0

const printsThroughPdfium = async (image: EncodedImage, context: ParserContext): Promise<BlockPrints> => {
  const bytes = writePdf([{ width: image.width, height: image.height, image, lines: [], stamp: null }])
  const document: OpenDocument = { key: `expected ${printing++}`, mediaType: "application/pdf", bytes, kept: new Map() }
  try {
    const decoded = await savedImage(document, 1, context)
    if (decoded === undefined) throw new Fault("file-broken")
    return blockPrints(decoded)
  } finally {
    ;(await openInPdfium(document, context)).destroy()
  }
}

/** What the saved page must show: outside the boxes the original, inside them nothing of it. */
export const expectPage = async (
  input: BurnInput & { readonly encoding: Encoding },
  context: ParserContext,
): Promise<ExpectedPage> => {
  const { mupdf, boxes, withDrawn } = await place(input, context)
  const { clean, covered } = withDrawn((pixmap) => {
    const encoded = encodePixmap(pixmap, input.encoding)
    pixmap.clear(255)
    burnInto(mupdf, pixmap, boxes)
    return { clean: encoded, covered: encodePixmap(pixmap, input.encoding) }
  })
  return {
    width: clean.width,
    height: clean.height,
    boxes: boxes.map((box) => box.rect),
    clean: await printsThroughPdfium(clean, context),
    covered: await printsThroughPdfium(covered, context),
  }
}

const boundDpi = 96

/** The original page as it is drawn, in grey: what a person's acceptance is bound to. */
export const drawOriginal = async (
  input: { readonly document: OpenDocument; readonly page: number },
  context: ParserContext,
): Promise<{ samples: Uint8Array; width: number; height: number }> => {
  const { withDrawn } = await place({ ...input, boxes: [], rasterDpi: boundDpi, colour: false }, context)
  return withDrawn(greyOf)
}

/** Pages of the document and their sizes. */
export const redactionPages = async (
  input: { readonly document: OpenDocument; readonly pictures?: PictureChoice | undefined },
  context: ParserContext,
): Promise<{ pages: { width: number; height: number }[]; leftOut: number }> => {
  const document = await steady(input.document, context)
  const { pages } = await openPages(document, context)
  // Subtle: a page whose object cannot be read is an empty sheet to MuPDF, and its contents would be lost in silence.
  const pdf = pages.asPDF()
  for (let page = 0; pdf !== null && page < pages.countPages(); page += 1)
    if (!withMuPdfFaults(() => pdf.findPage(page).isDictionary())) throw new Fault("file-broken", { page: page + 1 })
  const { count, leftOut } = pageCountOf(document, pages, input.pictures)
  return {
    pages: Array.from({ length: count }, (_, index) =>
      withPage(pages, index + 1, (page) => sizeOf(page, isImage(document))),
    ),
    leftOut,
  }
}

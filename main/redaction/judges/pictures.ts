/** Pictures in a PDF, wherever they hang: on pages, behind boxes, as masks, thumbnails or alternates, inline. Read by OCR. */
import type { Image, PDFDocument, PDFObject } from "mupdf"
import { Fault } from "../../../shared/faults.ts"
import { type MuPdf, withMuPdfFaults } from "../../reading/mupdf.ts"
import { keepWith, type OpenDocument, type ParserContext } from "../../reading/operation.ts"
import { type GreyRaster, readEveryWay } from "../../reading/ocr/index.ts"
import { indexNeedles } from "../match.ts"
import { everyObject, hitsOnPage, openAllLayers, type OpenForJudging } from "./mupdf.ts"
import type { JudgeInput, Verdict } from "./verdict.ts"

const mostPixels = 12_000_000
/** Letters of a thumbnail are a few pixels high: OCR reads them when they are larger. */
const smallWidth = 500
const leastSide = 8
const readDpi = 150

/** The picture's own samples in grey, without its mask: what a mask hides is in the file. */
export const greyOf = (mupdf: MuPdf, image: Image): GreyRaster | undefined => {
  const [wide, high] = [image.getWidth(), image.getHeight()]
  if (wide < leastSide || high < leastSide) return undefined
  if (wide * high > 100_000_000) throw new Fault("file-too-large", { width: wide, height: high })
  const wanted = wide < smallWidth ? Math.min(4, Math.ceil(smallWidth / wide)) : 1
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (wide * high)))
  const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))]
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, width, height], false)
  pixmap.clear(255)
  const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap)
  const place: [number, number, number, number, number, number] = [width, 0, 0, height, 0, 0]
  if (image.getImageMask()) device.fillImageMask(image, place, mupdf.ColorSpace.DeviceGray, [0], 1)
  else {
    const own = image.getMask() === null ? image : new mupdf.Image(image.toPixmap())
    device.fillImage(own, place, 1)
  }
  device.close()
  const [stride, pixels] = [pixmap.getStride(), pixmap.getPixels()]
  const samples = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) samples.set(pixels.subarray(y * stride, y * stride + width), y * width)
  for (const used of [device, pixmap]) used.destroy()
  return { samples, width, height, dpi: readDpi }
}

/** White letters on black are read as well as black on white. */
export const readGrey = async (raster: GreyRaster, context: ParserContext): ReturnType<typeof readEveryWay> => {
  const darkest = raster.samples.reduce((sum, sample) => sum + sample, 0) / raster.samples.length
  if (raster.samples.every((sample) => sample === raster.samples[0])) return []
  const upright = darkest < 110 ? { ...raster, samples: raster.samples.map((sample) => 255 - sample) } : raster
  return await readEveryWay(upright, "finder", context)
}

const isPicture = (object: PDFObject): boolean =>
  object.isStream() &&
  (object.get("Subtype").toString() === "/Image" ||
    (object.get("Width").isNumber() && object.get("Height").isNumber() && object.get("Type").toString() !== "/XRef"))

const inlineWord = /\bBI\b[\s\S]+?\bID\b/u

/** Pictures that are written inside contents have no object; they are met when the page is drawn. */
const inlineOn = ({ mupdf, pdf }: OpenForJudging, number: number): GreyRaster[] => {
  const found: GreyRaster[] = []
  const take = (image: Image): void => {
    const raster = greyOf(mupdf, image)
    if (raster !== undefined) found.push(raster)
  }
  const device = new mupdf.Device({
    fillImage: take,
    fillImageMask: take,
    clipImageMask: take,
  })
  const page = pdf.loadPage(number)
  page.run(device, mupdf.Matrix.identity)
  device.close()
  page.destroy()
  return found
}

const hasInline = (pdf: PDFDocument): boolean => {
  for (const { object } of everyObject(pdf))
    if (object.isStream() && object.get("Length1").isNull() && !isPicture(object)) {
      const text = new TextDecoder("latin1").decode(object.readStream().asUint8Array())
      if (inlineWord.test(text)) return true
    }
  return false
}

interface PictureList {
  /** Object numbers, one for each different picture. */
  readonly objects: readonly number[]
  /** Pages, from 0, that may hold inline pictures. */
  readonly inlinePages: readonly number[]
}

const list = (document: OpenDocument, context: ParserContext): Promise<PictureList> =>
  keepWith(document, "picture-list", async () => {
    const { pdf } = await openAllLayers(document, context)
    const value = withMuPdfFaults((): PictureList => {
      const objects: number[] = []
      for (const { number, object } of everyObject(pdf)) if (isPicture(object)) objects.push(number)
      const pages = hasInline(pdf) ? Array.from({ length: pdf.countPages() }, (_, at) => at) : []
      return { objects, inlinePages: pages }
    })
    return { value, close: () => undefined }
  })

/** How many things there are to be read, one call of `judgePicture` each. */
export const countPictures = async (
  { document }: { readonly document: OpenDocument },
  context: ParserContext,
): Promise<{ count: number }> => {
  const { objects, inlinePages } = await list(document, context)
  return { count: objects.length + inlinePages.length }
}

export const judgePicture = async (
  { document, needles, at }: JudgeInput & { readonly document: OpenDocument; readonly at: number },
  context: ParserContext,
): Promise<Verdict> => {
  const opened = await openAllLayers(document, context)
  const { objects, inlinePages } = await list(document, context)
  const number = objects[at]
  const rasters = withMuPdfFaults(() => {
    if (number === undefined) return inlineOn(opened, inlinePages[at - objects.length] ?? 0)
    const raster = greyOf(opened.mupdf, opened.pdf.loadImage(opened.pdf.newIndirect(number)))
    return raster === undefined ? [] : [raster]
  })
  const index = indexNeedles(needles)
  let hits = 0
  for (const raster of rasters) {
    const lines = await readGrey(raster, context)
    hits += hitsOnPage({ width: raster.width, height: raster.height, lines, images: [] }, index)
  }
  return { by: "Tesseract 7.0.0", looked: rasters.length, hits, pages: [] }
}

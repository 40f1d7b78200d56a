/**
 * Contents that need not be on any page: forms that nothing uses, appearances of hidden annotations, patterns, masks, pages
 * that were unlinked. Each is put on a page of its own, read as text there, and drawn for OCR.
 */
import type { PDFDocument, PDFObject } from "mupdf"
import { Fault } from "../../../shared/faults.ts"
import { withMuPdfFaults } from "../../reading/mupdf.ts"
import type { OpenDocument, ParserContext } from "../../reading/operation.ts"
import { readPage } from "../../reading/page-words.ts"
import { readEveryWay } from "../../reading/ocr/index.ts"
import { indexNeedles } from "../match.ts"
import { everyObject, hitsOnPage, mupdfName, openAllLayers, type OpenForJudging } from "./mupdf.ts"
import type { JudgeInput, Verdict } from "./verdict.ts"

const showsText = /\bBT\b[\s\S]*?T[jJ*]|\bBT\b[\s\S]*?['"]/u
const mostDrawn = 400
const dpi = 170
const mostPixels = 8_000_000

const nameOf = (object: PDFObject, key: string): string => {
  const value = object.get(key)
  return value.isName() ? value.asName() : ""
}

/** A stream of operators: a form, a pattern, or one that looks like it and is no font, picture or table. */
const isContents = (object: PDFObject): boolean => {
  if (!object.isStream()) return false
  const [type, subtype] = [nameOf(object, "Type"), nameOf(object, "Subtype")]
  if (subtype === "Form" || object.get("PatternType").valueOf() === 1) return true
  if (!["", "XObject", "Page"].includes(type) || subtype !== "") return false
  if (!object.get("Length1").isNull()) return false
  return showsText.test(new TextDecoder("latin1").decode(object.readStream().asUint8Array()))
}

const boundsOf = (object: PDFObject, fallback: PDFObject): readonly [number, number, number, number] => {
  for (const candidate of [object.get("BBox"), fallback.get("MediaBox")]) {
    const sides = candidate.isArray() ? [0, 1, 2, 3].map((at) => Number(candidate.get(at).valueOf())) : []
    const [a, b, c, d] = sides
    if (a === undefined || b === undefined || c === undefined || d === undefined || !sides.every(Number.isFinite))
      continue
    return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
  }
  return [0, 0, 595, 842]
}

/** Puts the stream on a new last page, by itself. */
const showAlone = (pdf: PDFDocument, object: PDFObject, page: PDFObject): void => {
  const box = boundsOf(object, page)
  const own = object.get("Resources")
  const resources = own.isDictionary() ? own : page.getInheritable("Resources")
  const form = { Type: "XObject", Subtype: "Form", BBox: [...box], Resources: resources }
  const copy = pdf.addStream(object.readStream(), form)
  pdf.insertPage(-1, pdf.addPage([...box], 0, { XObject: { X: copy } }, "/X Do"))
}

interface Alone {
  readonly text: ReturnType<typeof readPage>
  readonly raster: {
    readonly samples: Uint8Array
    readonly width: number
    readonly height: number
    readonly dpi: number
  }
}

const readAlone = ({ mupdf, pdf }: OpenForJudging, object: PDFObject, first: PDFObject): Alone | undefined =>
  withMuPdfFaults(() => {
    showAlone(pdf, object, first)
    const last = pdf.countPages() - 1
    const page = pdf.loadPage(last)
    try {
      const [left, top, right, bottom] = page.getBounds()
      const [width, height] = [right - left, bottom - top]
      if (!(width >= 1 && height >= 1)) return undefined
      const usable = Math.min(dpi, 72 * Math.sqrt(mostPixels / (width * height)))
      const text = readPage(page, true, true)
      const scale = mupdf.Matrix.scale(usable / 72, usable / 72)
      const pixmap = page.toPixmap(scale, mupdf.ColorSpace.DeviceGray, false, true)
      const [wide, high, stride, pixels] = [
        pixmap.getWidth(),
        pixmap.getHeight(),
        pixmap.getStride(),
        pixmap.getPixels(),
      ]
      const samples = new Uint8Array(wide * high)
      for (let y = 0; y < high; y += 1) samples.set(pixels.subarray(y * stride, y * stride + wide), y * wide)
      pixmap.destroy()
      return { text, raster: { samples, width: wide, height: high, dpi: usable } }
    } finally {
      page.destroy()
      pdf.deletePage(last)
    }
  })

/** What is painted at all: most leftovers are empty, and OCR is slow. */
const shows = (samples: Uint8Array): boolean => {
  const [first = 0] = samples
  return samples.some((sample) => Math.abs(sample - first) > 24)
}

const contentsOf = (pdf: PDFDocument): PDFObject[] => {
  const shown = new Set<number>()
  for (let number = 0; number < pdf.countPages(); number += 1) {
    const contents = pdf.findPage(number).get("Contents")
    if (contents.isIndirect()) shown.add(contents.asIndirect())
    contents.forEach((part) => {
      if (part.isIndirect()) shown.add(part.asIndirect())
    })
  }
  const found: PDFObject[] = []
  for (const { number, object } of everyObject(pdf)) if (!shown.has(number) && isContents(object)) found.push(object)
  return found
}

export const judgeLooseContents = async (
  { document, needles }: JudgeInput & { readonly document: OpenDocument },
  context: ParserContext,
): Promise<Verdict> => {
  const opened = await openAllLayers(document, context)
  const index = indexNeedles(needles)
  const all = withMuPdfFaults(() => contentsOf(opened.pdf))
  if (all.length > mostDrawn) throw new Fault("file-too-large", { contents: all.length })
  let hits = 0
  for (const object of all) {
    const alone = readAlone(opened, object, opened.pdf.findPage(0))
    if (alone === undefined) continue
    const inText = hitsOnPage(alone.text, index)
    hits += inText
    if (inText > 0 || !shows(alone.raster.samples)) continue
    const lines = await readEveryWay(alone.raster, "finder", context)
    hits += hitsOnPage({ ...alone.text, lines }, index)
  }
  return { by: `${mupdfName}, Tesseract 7.0.0`, looked: all.length, hits, pages: [] }
}

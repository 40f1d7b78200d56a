/** Small files about invented people, for redaction: strips, so that OCR stays quick. */
import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import * as mupdf from "mupdf"

const fonts = {
  sans: "noto-sans/400Regular/NotoSans_400Regular.ttf",
  serif: "noto-serif/400Regular/NotoSerif_400Regular.ttf",
} as const

const read = new Map<keyof typeof fonts, Promise<Buffer>>()
const fontBytes = (name: keyof typeof fonts): Promise<Buffer> => {
  const path = fileURLToPath(new URL(`../../node_modules/@expo-google-fonts/${fonts[name]}`, import.meta.url))
  const bytes = read.get(name) ?? readFile(path)
  read.set(name, bytes)
  return bytes
}

export interface StripOptions {
  /** Lines of text, from the top. */
  readonly lines: readonly string[]
  readonly width?: number
  readonly size?: number
  readonly font?: keyof typeof fonts
  /** More operators for the page's contents, after the text; `encode` gives a string in the page's font `/F`. */
  readonly more?: (encode: (text: string) => string) => string
  /** Changes to the finished document, before it is saved. */
  readonly change?: (pdf: mupdf.PDFDocument, page: mupdf.PDFPage, font: mupdf.PDFObject) => void
}

const margin = 20

/** A one-page PDF with its text as text. */
export const makeStrip = async (options: StripOptions): Promise<Uint8Array> => {
  const { lines, width = 420, size = 14, more, change } = options
  const font = new mupdf.Font("Strip", await fontBytes(options.font ?? "sans"))
  const pdf = new mupdf.PDFDocument()
  const reference = pdf.addFont(font)
  const encode = (text: string): string =>
    `<${Array.from(text, (letter) =>
      font
        .encodeCharacter(letter.codePointAt(0) ?? 0)
        .toString(16)
        .padStart(4, "0"),
    ).join("")}>`
  const leading = size * 1.6
  const height = margin * 2 + leading * lines.length
  const shown = lines.map((line) => `${encode(line)} Tj T*`).join("\n")
  const contents = `BT /F ${size} Tf ${leading} TL ${margin} ${height - margin - size} Td\n${shown}\nET\n${more?.(encode) ?? ""}`
  pdf.insertPage(-1, pdf.addPage([0, 0, width, height], 0, { Font: { F: reference } }, contents))
  change?.(pdf, pdf.loadPage(0), reference)
  return pdf.saveToBuffer("").asUint8Array().slice()
}

/** A PDF page as pixels, in a PNG or JPEG of the given dpi. */
export const pictureOf = (pdf: Uint8Array, kind: "png" | "jpeg", dpi = 150): Uint8Array => {
  const page = mupdf.Document.openDocument(pdf, "application/pdf").loadPage(0)
  const pixmap = page.toPixmap(mupdf.Matrix.scale(dpi / 72, dpi / 72), mupdf.ColorSpace.DeviceRGB, false, true)
  pixmap.setResolution(dpi, dpi)
  return (kind === "png" ? pixmap.asPNG() : pixmap.asJPEG(80)).slice()
}

/** A picture as the only thing on a PDF page: a scan. */
export const scanOf = (picture: Uint8Array): Uint8Array => {
  const pdf = new mupdf.PDFDocument()
  const image = new mupdf.Image(picture)
  const [width, height] = [(image.getWidth() * 72) / 150, (image.getHeight() * 72) / 150]
  const resources = { XObject: { I: pdf.addImage(image) } }
  pdf.insertPage(-1, pdf.addPage([0, 0, width, height], 0, resources, `q ${width} 0 0 ${height} 0 0 cm /I Do Q`))
  return pdf.saveToBuffer("").asUint8Array().slice()
}

/** Pictures of words, as samples and as files, for cases that hide a name in a picture. */
import * as mupdf from "mupdf"
import { line, stripOf } from "./strip.ts"

export interface GreyPicture {
  readonly width: number
  readonly height: number
  /** One byte a pixel. */
  readonly samples: Uint8Array
}

const dpi = 150

const drawn = (pdf: Uint8Array, space: mupdf.ColorSpace): mupdf.Pixmap =>
  mupdf.Document.openDocument(pdf, "application/pdf")
    .loadPage(0)
    .toPixmap(mupdf.Matrix.scale(dpi / 72, dpi / 72), space, false, true)

/** One line of words in black on white. */
const wordsPage = (text: string, size = 14): Uint8Array =>
  stripOf({ first: "", size: [220, 36], contents: line(text, 12, 12, size) })

export const greyPicture = (text: string): GreyPicture => {
  const pixmap = drawn(wordsPage(text), mupdf.ColorSpace.DeviceGray)
  const [width, height, stride, pixels] = [
    pixmap.getWidth(),
    pixmap.getHeight(),
    pixmap.getStride(),
    pixmap.getPixels(),
  ]
  const samples = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) samples.set(pixels.subarray(y * stride, y * stride + width), y * width)
  return { width, height, samples }
}

export const jpegOf = (text: string): Uint8Array =>
  drawn(wordsPage(text), mupdf.ColorSpace.DeviceRGB).asJPEG(85).slice()

/** One bit a pixel, 1 where there is ink, rows filled up to bytes. */
export const oneBit = ({ width, height, samples }: GreyPicture): Uint8Array => {
  const rowBytes = Math.ceil(width / 8)
  const bits = new Uint8Array(rowBytes * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((samples[y * width + x] ?? 255) < 128) bits[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7)
  return bits
}

/** An EXIF segment: the name as artist, a place, and a thumbnail. */
const exifSegment = (artist: string, thumbnail: Uint8Array): Uint8Array => {
  const name = Buffer.from(`${artist}\0`)
  const data = 8 + 2 + 12 + 4
  const second = data + name.length
  const tiff = Buffer.alloc(second + 2 + 2 * 12 + 4 + thumbnail.length)
  tiff.write("II*\0", "latin1")
  tiff.writeUInt32LE(8, 4)
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  tiff.writeUInt16LE(1, 8)
  entry(10, 0x013b, 2, name.length, data)
  tiff.writeUInt32LE(second, 22)
  name.copy(tiff, data)
  tiff.writeUInt16LE(2, second)
  entry(second + 2, 0x0201, 4, 1, second + 30)
  entry(second + 14, 0x0202, 4, 1, thumbnail.length)
  tiff.set(thumbnail, second + 30)
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** A JPEG that shows `text` and says `artist`, with a thumbnail that shows `thumbnail`. */
export const jpegWithExif = (text: string, artist: string, thumbnail: string): Uint8Array => {
  const jpeg = jpegOf(text)
  const small = drawn(wordsPage(thumbnail, 16), mupdf.ColorSpace.DeviceGray).asJPEG(60).slice()
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(artist, small), jpeg.subarray(2)])
}

const commands: Readonly<Record<string, (numbers: readonly number[], at: [number, number]) => string>> = {
  M: ([x = 0, y = 0]) => `${x} ${y} m`,
  L: ([x = 0, y = 0]) => `${x} ${y} l`,
  H: ([x = 0], [, y]) => `${x} ${y} l`,
  V: ([y = 0], [x]) => `${x} ${y} l`,
  C: (numbers) => `${numbers.join(" ")} c`,
  Z: () => "h",
}

/** An SVG path as PDF's operators. */
const operatorsOf = (d: string): string => {
  let at: [number, number] = [0, 0]
  const written: string[] = []
  for (const [, command = "", rest = ""] of d.matchAll(/([MLHVCZ])([^MLHVCZ]*)/gu)) {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/gu) ?? []).map(Number)
    const take = command === "C" ? 6 : command === "H" || command === "V" ? 1 : command === "Z" ? 0 : 2
    for (let from = 0; take === 0 ? from === 0 : from < numbers.length; from += Math.max(1, take)) {
      const some = numbers.slice(from, from + take)
      written.push(commands[command]?.(some, at) ?? "")
      if (command === "H") at = [some[0] ?? 0, at[1]]
      else if (command === "V") at = [at[0], some[0] ?? 0]
      else if (take > 0) at = [some.at(-2) ?? 0, some.at(-1) ?? 0]
    }
  }
  return written.join("\n")
}

/** The letters of a line as outlines, one piece of contents for each letter; the page is turned as SVG has it. */
export const outlinesOf = (text: string): string[] => {
  const buffer = new mupdf.Buffer()
  const writer = new mupdf.DocumentWriter(buffer, "svg", "text=path")
  const page = mupdf.Document.openDocument(wordsPage(text, 18), "application/pdf").loadPage(0)
  const device = writer.beginPage(page.getBounds())
  page.run(device, mupdf.Matrix.identity)
  writer.endPage()
  writer.close()
  const svg = buffer.asString()
  const shapes = new Map([...svg.matchAll(/<path id="([^"]+)" d="([^"]*)"/gu)].map(([, id = "", d = ""]) => [id, d]))
  return [...svg.matchAll(/<use [^>]*xlink:href="#([^"]+)" transform="matrix\(([^)]*)\)"/gu)].map(
    ([, id = "", matrix = ""]) => `q ${matrix.replaceAll(",", " ")} cm ${operatorsOf(shapes.get(id) ?? "")} f Q`,
  )
}

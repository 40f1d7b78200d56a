/** Pictures with something hidden in them, byte by byte: EXIF, thumbnails, text chunks, alpha, pages, trailing data. */
import { crc32, deflateSync } from "node:zlib"
import * as mupdf from "mupdf"
import { makeStrip, pictureOf } from "./redaction-files.ts"

const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part))))

/** Lines of text as a picture. */
export const pictureOfLines = async (
  lines: readonly string[],
  kind: "png" | "jpeg" = "png",
  dpi = 150,
): Promise<Uint8Array> => pictureOf(await makeStrip({ lines }), kind, dpi)

export interface Grey {
  readonly width: number
  readonly height: number
  /** One byte a pixel. */
  readonly samples: Uint8Array
}

/** Lines of text as grey pixels. */
export const greyOfLines = async (lines: readonly string[], dpi = 150): Promise<Grey> => {
  const page = mupdf.Document.openDocument(await makeStrip({ lines }), "application/pdf").loadPage(0)
  const pixmap = page.toPixmap(mupdf.Matrix.scale(dpi / 72, dpi / 72), mupdf.ColorSpace.DeviceGray, false, true)
  const [width, height, stride] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getStride()]
  const pixels = pixmap.getPixels()
  const samples = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) samples.set(pixels.subarray(y * stride, y * stride + width), y * width)
  return { width, height, samples }
}

/** Turned by 90° against the clock, so that EXIF's orientation 6 shows it upright. */
export const turnedBack = ({ width, height, samples }: Grey): Grey => {
  const turned = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) turned[(width - 1 - x) * height + y] = samples[y * width + x] ?? 0
  return { width: height, height: width, samples: turned }
}

/** Grey pixels as a JPEG. */
export const jpegOf = ({ width, height, samples }: Grey): Uint8Array => {
  const image = new mupdf.Image(joined(`P5\n${width} ${height}\n255\n`, samples))
  return image.toPixmap().asJPEG(85).slice()
}

const u16 = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 255)
const u32 = (value: number): Uint8Array =>
  Uint8Array.of((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)

interface ExifTag {
  readonly tag: number
  /** 2: text, 3: short, 4: long, 7: bytes. */
  readonly type: number
  readonly value: number | Uint8Array
}

/** One directory of TIFF, at `offset`; values longer than four bytes follow it. */
const directory = (tags: readonly ExifTag[], offset: number, next: number): Uint8Array => {
  const size = 2 + 12 * tags.length + 4
  const extra: Uint8Array[] = []
  let at = offset + size
  const entries = tags.map(({ tag, type, value }) => {
    const head = joined(u16(tag), u16(type))
    if (typeof value === "number") return joined(head, u32(1), type === 3 ? joined(u16(value), u16(0)) : u32(value))
    if (value.length <= 4) return joined(head, u32(value.length), value, new Uint8Array(4 - value.length))
    const place = at
    extra.push(value)
    at += value.length
    return joined(head, u32(value.length), u32(place))
  })
  return joined(u16(tags.length), ...entries, u32(next), ...extra)
}

export interface ExifOptions {
  readonly orientation?: number
  /** ImageDescription, as UTF-8. */
  readonly description?: string
  /** A JPEG. */
  readonly thumbnail?: Uint8Array
}

/** `jpeg` with an EXIF segment after its first marker. */
export const withExif = (
  jpeg: Uint8Array,
  { orientation = 1, description = "", thumbnail }: ExifOptions,
): Uint8Array => {
  const tags: ExifTag[] = [
    ...(description === ""
      ? []
      : [{ tag: 0x010e, type: 2, value: new Uint8Array(Buffer.from(`${description}\0`, "utf8")) }]),
    { tag: 0x0112, type: 3, value: orientation },
  ]
  const first = directory(tags, 8, 0)
  const second = 8 + first.length
  const tiff = [joined("MM\0*", u32(8)), thumbnail === undefined ? first : directory(tags, 8, second)]
  if (thumbnail !== undefined) {
    // Two entries of 12 bytes, their number, and where the next directory would be.
    const place = second + 2 + 2 * 12 + 4
    tiff.push(
      directory(
        [
          { tag: 0x0201, type: 4, value: place },
          { tag: 0x0202, type: 4, value: thumbnail.length },
        ],
        second,
        0,
      ),
      thumbnail,
    )
  }
  const body = joined("Exif\0\0", ...tiff)
  return joined(jpeg.subarray(0, 2), Uint8Array.of(0xff, 0xe1), u16(body.length + 2), body, jpeg.subarray(2))
}

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = joined(type, data)
  return joined(u32(data.length), body, u32(crc32(body)))
}

/** `png` with one more chunk before its end. */
export const withChunk = (png: Uint8Array, type: string, data: Uint8Array): Uint8Array =>
  joined(png.subarray(0, png.length - 12), chunk(type, data), png.subarray(png.length - 12))

/** iTXt: keyword, packed or not, language, translated keyword, text. */
export const internationalText = (text: string, packed: boolean): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from(text, "utf8"))
  return joined("Comment\0", Uint8Array.of(packed ? 1 : 0, 0), "\0\0", packed ? deflateSync(bytes) : bytes)
}

/** Grey pixels whose last rows, from `hiddenFrom` on, are painted but wholly transparent. */
export const pngWithAlpha = ({ width, height, samples }: Grey, hiddenFrom: number): Uint8Array => {
  const rows = new Uint8Array(height * (1 + 2 * width))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + 2 * width) + 1 + 2 * x
      rows[at] = samples[y * width + x] ?? 0
      rows[at + 1] = y < hiddenFrom ? 255 : 0
    }
  const header = joined(u32(width), u32(height), Uint8Array.of(8, 4, 0, 0, 0))
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return joined(signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", new Uint8Array()))
}

/** Pages of grey pixels as a TIFF, nothing packed. */
export const tiffOf = (pages: readonly Grey[]): Uint8Array => {
  const parts: Uint8Array[] = [joined("MM\0*", u32(8))]
  let at = 8
  for (const [index, { width, height, samples }] of pages.entries()) {
    const size = 2 + 12 * 9 + 4
    const next = index + 1 < pages.length ? at + size + samples.length : 0
    const tags: ExifTag[] = [
      { tag: 256, type: 4, value: width },
      { tag: 257, type: 4, value: height },
      { tag: 258, type: 3, value: 8 },
      { tag: 259, type: 3, value: 1 },
      { tag: 262, type: 3, value: 1 },
      { tag: 273, type: 4, value: at + size },
      { tag: 277, type: 3, value: 1 },
      { tag: 278, type: 4, value: height },
      { tag: 279, type: 4, value: samples.length },
    ]
    parts.push(directory(tags, at, next), samples)
    at += size + samples.length
  }
  return joined(...parts)
}

/** Codes of 8 bits, begun anew before they would grow: nothing is packed, and every reader reads it. */
const gifPixels = (samples: Uint8Array): Uint8Array => {
  const codes: number[] = []
  for (const [index, sample] of samples.entries()) {
    if (index % 120 === 0) codes.push(128)
    codes.push(sample >> 1)
  }
  codes.push(129)
  const blocks: Uint8Array[] = [Uint8Array.of(7)]
  for (let from = 0; from < codes.length; from += 255) {
    const block = codes.slice(from, from + 255)
    blocks.push(Uint8Array.of(block.length, ...block))
  }
  return joined(...blocks, Uint8Array.of(0))
}

const le16 = (value: number): Uint8Array => Uint8Array.of(value & 255, value >> 8)

/** Frames of grey pixels of one size as a GIF. */
export const gifOf = (frames: readonly Grey[]): Uint8Array => {
  const [{ width, height } = { width: 1, height: 1 }] = frames
  const palette = Uint8Array.from({ length: 128 * 3 }, (_, index) => Math.floor(index / 3) * 2)
  const shown = frames.map(({ samples }) =>
    joined(
      Uint8Array.of(0x21, 0xf9, 4, 0, 50, 0, 0, 0, 0x2c, 0, 0, 0, 0),
      le16(width),
      le16(height),
      Uint8Array.of(0),
      gifPixels(samples),
    ),
  )
  return joined("GIF89a", le16(width), le16(height), Uint8Array.of(0xf6, 0, 0), palette, ...shown, Uint8Array.of(0x3b))
}

export { joined as joinedBytes }

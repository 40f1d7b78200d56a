/** Pages whose words are known, as clean text and as a poor scan; the same bytes on every machine. */
import * as mupdf from "mupdf"
import { makeStrip } from "../test/support/redaction-files.ts"
import { type MeasuredLanguage, measuredWords } from "./ocr-words.ts"

export const looks = ["clean", "scan"] as const
export interface Condition {
  readonly language: MeasuredLanguage
  readonly font: "sans" | "serif"
  readonly dpi: 150 | 200
  readonly look: (typeof looks)[number]
}

export interface KnownPage {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** In their order. */
  readonly words: readonly string[]
  /** Given name and surname, each person once. */
  readonly people: readonly string[]
}

/** Numbers from 0 to 1 that only the seed decides (mulberry32, public domain). */
const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

const lineLetters = 74
const lineCount = 14
const wordsBetweenPeople = 9

const linesOf = (language: MeasuredLanguage, random: () => number) => {
  const { ordinary, given, surnames } = measuredWords[language]
  const unused = [...surnames]
  const people: string[] = []
  const lines: string[] = []
  let sinceLast = 0
  while (lines.length < lineCount) {
    let line = ""
    while (line.length < lineLetters) {
      const isPerson = sinceLast >= wordsBetweenPeople && unused.length > 0
      if (isPerson) {
        const [surname = ""] = unused.splice(Math.floor(random() * unused.length), 1)
        people.push(`${given[Math.floor(random() * given.length)] ?? ""} ${surname}`)
      }
      sinceLast = isPerson ? 0 : sinceLast + 1
      line += isPerson ? `${people.at(-1) ?? ""} ` : `${ordinary[Math.floor(random() * ordinary.length)] ?? ""} `
    }
    lines.push(line.trim())
  }
  return { lines, people }
}

/** A sheet that lay askew, faded, unsharp, with grain: grey pixels as a JPEG. */
const scanned = (pdf: Uint8Array, dpi: number, random: () => number): Uint8Array => {
  const page = mupdf.Document.openDocument(pdf, "application/pdf").loadPage(0)
  const scale = dpi / 72
  const askew = mupdf.Matrix.concat(mupdf.Matrix.rotate((random() - 0.5) * 1.6), mupdf.Matrix.scale(scale, scale))
  const pixmap = page.toPixmap(askew, mupdf.ColorSpace.DeviceGray, false, true)
  const [width, height, stride] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getStride()]
  const from = Uint8Array.from(pixmap.getPixels())
  const samples = new Uint8Array(width * height)
  const grain = (): number => (random() + random() + random() + random() - 2) * 26
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      // A little of each neighbour: the lens.
      let sum = 0
      for (const [across, down, share] of [
        ...([
          [0, 0, 0.6],
          [1, 0, 0.1],
          [-1, 0, 0.1],
          [0, 1, 0.1],
          [0, -1, 0.1],
        ] as const),
      ])
        sum +=
          share *
          (from[Math.min(height - 1, Math.max(0, y + down)) * stride + Math.min(width - 1, Math.max(0, x + across))] ??
            255)
      samples[y * width + x] = Math.max(0, Math.min(255, 58 + sum * 0.72 + grain()))
    }
  const image = new mupdf.Image(Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), samples])).toPixmap()
  image.setResolution(dpi, dpi)
  return image.asJPEG(60).slice()
}

export const knownPage = async ({ language, font, dpi, look }: Condition, seed: number): Promise<KnownPage> => {
  const random = randomFrom(seed)
  const { lines, people } = linesOf(language, random)
  const pdf = await makeStrip({ lines, width: 680, size: font === "sans" ? 10 : 11, font })
  const bytes = look === "clean" ? pdf : scanned(pdf, dpi, random)
  const mediaType = look === "clean" ? "application/pdf" : "image/jpeg"
  return { bytes, mediaType, words: lines.flatMap((line) => line.split(" ")), people }
}

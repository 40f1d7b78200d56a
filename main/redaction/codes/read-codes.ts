/**
 * Bar codes and matrix codes in a raster, by ZXing.
 *
 * What is found is whitened and the raster read again: a code beside, above or within another one is found too, and one that
 * is only partly covered shows itself. A code that is damaged counts: somebody else's reader may be better.
 */
import { pageRect, type PageRect } from "../../../shared/geometry.ts"
import type { ParserContext } from "../../reading/operation.ts"

export const codeReaderName = "ZXing 3.1.4"

export interface FoundCode {
  /** Such as "QRCode", "Code128", "PDF417". */
  readonly format: string
  /** What it says; "" where it could not be decoded. */
  readonly text: string
  /** Page points. */
  readonly rect: PageRect
}

export interface GreyPage {
  readonly samples: Uint8Array
  readonly width: number
  readonly height: number
  readonly dpi: number
}

type Reader = typeof import("zxing-wasm/reader")

let loading: Promise<Reader> | undefined

const load = async (context: ParserContext): Promise<Reader> => {
  // Subtle: bytes that came from another process may be a Buffer, whose `buffer` is a larger one.
  const wasmBinary = new Uint8Array(await context.binary("zxing")).buffer
  const reader = await import("zxing-wasm/reader")
  // Without it the package would ask a server for its library.
  await reader.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  return reader
}

const mostCodes = 100
const mostRounds = 3
const longestText = 4000
const quietPoints = 4

/** Grey to the four components that the reader takes. */
const colourOf = ({ samples }: GreyPage): Uint8ClampedArray<ArrayBuffer> => {
  const colours = new Uint8ClampedArray(samples.length * 4)
  for (let at = 0; at < samples.length; at += 1) colours.fill(samples[at] ?? 0, at * 4, at * 4 + 4)
  return colours
}

const whiten = ({ samples, width, height, dpi }: GreyPage, rect: PageRect): void => {
  const scale = dpi / 72
  const [left, right] = [
    Math.max(0, Math.floor(rect.x * scale)),
    Math.min(width, Math.ceil((rect.x + rect.width) * scale)),
  ]
  const bottom = Math.min(height, Math.ceil((rect.y + rect.height) * scale))
  for (let y = Math.max(0, Math.floor(rect.y * scale)); y < bottom; y += 1)
    samples.fill(255, y * width + left, y * width + right)
}

interface Corner {
  readonly x: number
  readonly y: number
}

/** Around the corners, and a quiet zone more: readers measure from the middle of the outer bars. */
const around = (corners: readonly Corner[], dpi: number): PageRect => {
  const [across, down] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const scale = 72 / dpi
  const [left, top] = [Math.min(...across) * scale - quietPoints, Math.min(...down) * scale - quietPoints]
  const [right, bottom] = [Math.max(...across) * scale + quietPoints, Math.max(...down) * scale + quietPoints]
  return pageRect(left, top, right - left, bottom - top)
}

/** A bar code is read along one line: its bars may stand further up and down than where it was read. */
const leastBarShare = 0.12

const roomy = (rect: PageRect, isMatrix: boolean): PageRect => {
  const [wide, high] = [rect.width > rect.height ? 0 : 1, rect.width > rect.height ? 1 : 0]
  const more = isMatrix
    ? 0
    : Math.max(0, leastBarShare * Math.max(rect.width, rect.height) - Math.min(rect.width, rect.height)) / 2
  return pageRect(
    rect.x - more * wide,
    rect.y - more * high,
    rect.width + 2 * more * wide,
    rect.height + 2 * more * high,
  )
}

const sampledLines = 9
const leastChanges = 6

/** Changes between dark and light along one line of samples. */
const changesAlong = ({ samples }: GreyPage, start: number, step: number, count: number): number => {
  let changes = 0
  let wasDark = false
  for (let at = 0; at < count; at += 1) {
    const isDark = (samples[start + at * step] ?? 255) < 128
    if (isDark !== wasDark) changes += 1
    wasDark = isDark
  }
  return changes
}

const leastDark = 0.25
const mostDark = 0.75

/** A code has many modules, about half of them dark: a frame, lines of text or a black rectangle that is taken for a spoiled
 *  one has not. */
const hasModules = (page: GreyPage, rect: PageRect): boolean => {
  const scale = page.dpi / 72
  const [left, right] = [
    Math.max(0, Math.floor(rect.x * scale)),
    Math.min(page.width, Math.ceil((rect.x + rect.width) * scale)),
  ]
  const [top, bottom] = [
    Math.max(0, Math.floor(rect.y * scale)),
    Math.min(page.height, Math.ceil((rect.y + rect.height) * scale)),
  ]
  const counts = Array.from({ length: sampledLines }, (_, index) => {
    const share = (index + 1) / (sampledLines + 1)
    const row = Math.floor(top + (bottom - top) * share)
    const column = Math.floor(left + (right - left) * share)
    const across = changesAlong(page, row * page.width + left, 1, right - left)
    const down = changesAlong(page, top * page.width + column, page.width, bottom - top)
    return Math.max(across, down)
  })
  let dark = 0
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) if ((page.samples[y * page.width + x] ?? 255) < 128) dark += 1
  const share = dark / Math.max(1, (right - left) * (bottom - top))
  return (
    share >= leastDark && share <= mostDark && counts.filter((count) => count >= leastChanges).length > sampledLines / 2
  )
}

const matrixFormat = /QR|Aztec|DataMatrix|Maxi|PDF417/u

/** Every code on the page, whatever way it stands, light on dark too. Writes into `page.samples`. */
export const readCodesIn = async (page: GreyPage, context: ParserContext): Promise<FoundCode[]> => {
  const reader = await (loading ??= load(context))
  const found: FoundCode[] = []
  for (let round = 1; round <= mostRounds; round += 1) {
    const picture = { data: colourOf(page), width: page.width, height: page.height, colorSpace: "srgb" }
    const results = await reader.readBarcodes(picture, {
      tryHarder: true,
      tryRotate: true,
      tryInvert: true,
      tryDownscale: true,
      returnErrors: true,
      maxNumberOfSymbols: mostCodes,
    })
    const fresh = results.map(({ format, text, isValid, position }): FoundCode => {
      const { topLeft, topRight, bottomLeft, bottomRight } = position
      const rect = around([topLeft, topRight, bottomLeft, bottomRight], page.dpi)
      const shown = isValid ? text.slice(0, longestText) : ""
      return { format, text: shown, rect: roomy(rect, matrixFormat.test(format)) }
    })
    found.push(...fresh.filter(({ text, rect }) => text !== "" || hasModules(page, rect)))
    for (const { rect } of fresh) whiten(page, rect)
    if (fresh.length === 0 || found.length >= mostCodes) break
  }
  return found
}

/**
 * Where faces may be in a picture. The network knows upright faces, so it looks four times, at quarter turns; what it sees is
 * mapped back and merged. It is a proposer: it misses faces from the side, in the dark and in crowds, and sees some where none are.
 */
import { pageRect, type PageRect } from "../../../shared/geometry.ts"
import type { ParserContext } from "../../reading/operation.ts"
import { type Detection, startedFaceApi } from "./face-api.ts"

export interface FoundFace {
  /** Page points, hair and chin within. */
  readonly rect: PageRect
  /** 0 to 1. */
  readonly confidence: number
}

/** Red, green, blue; rows without padding. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly samples: Uint8Array
}

/** Quarter turns with the clock. */
export const turns = [0, 1, 2, 3] as const
export type Turn = (typeof turns)[number]

export const turned = ({ width, height, samples }: Pixels, turn: Turn): Pixels => {
  if (turn === 0) return { width, height, samples }
  const out = new Uint8Array(samples.length)
  const [wide, high] = turn === 2 ? [width, height] : [height, width]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const toX = turn === 1 ? height - 1 - y : turn === 2 ? width - 1 - x : y
      const toY = turn === 1 ? x : turn === 2 ? height - 1 - y : width - 1 - x
      const [from, to] = [(y * width + x) * 3, (toY * wide + toX) * 3]
      for (let channel = 0; channel < 3; channel += 1) out[to + channel] = samples[from + channel] ?? 0
    }
  return { width: wide, height: high, samples: out }
}

type Box = Detection["box"]

/** A box of the turned picture, in the picture of `size` as it was. */
export const turnedBack = ({ x, y, width, height }: Box, size: Pick<Pixels, "width" | "height">, turn: Turn): Box => {
  if (turn === 1) return { x: y, y: size.height - x - width, width: height, height: width }
  if (turn === 2) return { x: size.width - x - width, y: size.height - y - height, width, height }
  if (turn === 3) return { x: size.width - y - height, y: x, width: height, height: width }
  return { x, y, width, height }
}

/** How much two boxes share, of what the smaller one covers. */
const shared = (a: Box, b: Box): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  const least = Math.min(a.width * a.height, b.width * b.height)
  return least > 0 ? (Math.max(0, width) * Math.max(0, height)) / least : 0
}

const around = (a: Box, b: Box): Box => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  const right = Math.max(a.x + a.width, b.x + b.width)
  return { x, y, width: right - x, height: Math.max(a.y + a.height, b.y + b.height) - y }
}

const sameFace = 0.5
/** Larger by more than this than the surer box, and it is another thing: a crowd is not one face. */
const mostLarger = 2.5

/** One box for each face, around all that was seen of it in any turn; as sure as the surest. */
export const merged = (found: readonly Detection[]): Detection[] => {
  const kept: Detection[] = []
  for (const one of [...found].sort((a, b) => b.score - a.score)) {
    const at = kept.findIndex(({ box }) => {
      const [small, large] = [box, one.box].map(({ width, height }) => width * height).sort((a, b) => a - b)
      return shared(box, one.box) > sameFace && (large ?? 0) <= mostLarger * (small ?? 0)
    })
    const same = kept[at]
    if (same === undefined) kept.push(one)
    else kept[at] = { score: same.score, box: around(same.box, one.box) }
  }
  return kept
}

const mostFaces = 100
/** Hair, ears and chin belong to a face, and the network leaves them out. */
const growth = 0.15

/** In a picture that shows a page of `size` points at `scale` pixels a point: all that are as sure as `leastScore`. */
export const facesIn = async (
  pixels: Pixels,
  page: { readonly width: number; readonly height: number; readonly scale: number },
  leastScore: number,
  context: ParserContext,
): Promise<FoundFace[]> => {
  const api = await startedFaceApi(context)
  const options = new api.SsdMobilenetv1Options({ minConfidence: leastScore, maxResults: mostFaces })
  const found: Detection[] = []
  for (const turn of turns) {
    const { width, height, samples } = turned(pixels, turn)
    const picture = api.tf.tensor3d(samples, [height, width, 3], "int32")
    const seen = await api.detectAllFaces(picture, options)
    picture.dispose()
    for (const { score, box } of seen)
      found.push({ score, box: turnedBack({ x: box.x, y: box.y, width: box.width, height: box.height }, pixels, turn) })
  }
  return merged(found).map(({ score, box }) => {
    const [addX, addY] = [box.width * growth, box.height * growth]
    const [left, top] = [Math.max(0, (box.x - addX) / page.scale), Math.max(0, (box.y - addY) / page.scale)]
    const right = Math.min(page.width, (box.x + box.width + addX) / page.scale)
    const bottom = Math.min(page.height, (box.y + box.height + addY) / page.scale)
    return { rect: pageRect(left, top, right - left, bottom - top), confidence: Math.min(1, score) }
  })
}

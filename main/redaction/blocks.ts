/** Pictures as 16-pixel blocks: a fingerprint for each, so that two pictures are compared without being carried about. */
import type { PixelRect } from "../../shared/geometry.ts"

const blockPixels = 16

export interface BlockPrints {
  readonly columns: number
  readonly rows: number
  /** Two 32-bit sums for each block, row by row. */
  readonly prints: Uint32Array
}

/** FNV-1a over one channel; twice, from different seeds. */
const mix = (sum: number, value: number): number => Math.imul(sum ^ value, 0x01000193) >>> 0

/** Fingerprints of all blocks of rows without padding. A fourth component is no colour and does not count. */
export const blockPrints = ({
  samples,
  width,
  height,
  components,
}: {
  readonly samples: Uint8Array
  readonly width: number
  readonly height: number
  readonly components: number
}): BlockPrints => {
  const read = Math.min(3, components)
  const columns = Math.ceil(width / blockPixels)
  const rows = Math.ceil(height / blockPixels)
  const prints = new Uint32Array(columns * rows * 2)
  for (let at = 0; at < prints.length; at += 1) prints[at] = at % 2 === 0 ? 0x811c9dc5 : 0x9747b28c
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const block = 2 * (Math.floor(y / blockPixels) * columns + Math.floor(x / blockPixels))
      for (let component = 0; component < read; component += 1) {
        const value = samples[(y * width + x) * components + component] ?? 0
        prints[block] = mix(prints[block] ?? 0, value)
        prints[block + 1] = mix(prints[block + 1] ?? 0, value + 1)
      }
    }
  return { columns, rows, prints }
}

/** What a block has to do with the boxes. */
export type BlockPlace = "outside" | "inside" | "edge"

const blockSpan = (from: number, length: number, count: number, whole: boolean): [number, number] => {
  const first = whole ? Math.ceil(from / blockPixels) : Math.floor(from / blockPixels)
  const last = whole ? Math.floor((from + length) / blockPixels) : Math.ceil((from + length) / blockPixels)
  return [Math.max(0, first), Math.min(count, last)]
}

/** For each block: touched by no box, wholly inside one, or on an edge. */
export const placesOf = (
  size: { readonly width: number; readonly height: number },
  boxes: readonly PixelRect[],
): BlockPlace[] => {
  const columns = Math.ceil(size.width / blockPixels)
  const rows = Math.ceil(size.height / blockPixels)
  const places = new Array<BlockPlace>(columns * rows).fill("outside")
  for (const place of ["edge", "inside"] as const)
    for (const box of boxes) {
      const [left, right] = blockSpan(box.x, box.width, columns, place === "inside")
      const [top, bottom] = blockSpan(box.y, box.height, rows, place === "inside")
      for (let row = top; row < bottom; row += 1)
        for (let column = left; column < right; column += 1) places[row * columns + column] = place
    }
  return places
}

/** Blocks that differ, among those at `wanted` places. */
export const differingBlocks = (
  a: BlockPrints,
  b: BlockPrints,
  places: readonly BlockPlace[],
  wanted: BlockPlace,
): { looked: number; differing: number } => {
  if (a.columns !== b.columns || a.rows !== b.rows) return { looked: places.length, differing: places.length }
  let looked = 0
  let differing = 0
  for (const [block, place] of places.entries()) {
    if (place !== wanted) continue
    looked += 1
    if (a.prints[2 * block] !== b.prints[2 * block] || a.prints[2 * block + 1] !== b.prints[2 * block + 1])
      differing += 1
  }
  return { looked, differing }
}

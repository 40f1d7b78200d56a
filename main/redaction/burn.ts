import type { PixelRect } from "../../shared/geometry.ts"

interface RasterSize {
  readonly width: number
  readonly height: number
  readonly components: number
}

/** Calls `work` for each row of each box: the samples from `start` to `end`. Parts off the raster are left out. */
const forEachRow = (
  size: RasterSize,
  boxes: readonly PixelRect[],
  work: (start: number, end: number) => void,
): void => {
  for (const box of boxes) {
    const left = Math.max(0, box.x)
    const right = Math.min(size.width, box.x + box.width)
    const top = Math.max(0, box.y)
    const bottom = Math.min(size.height, box.y + box.height)
    if (right <= left) continue
    for (let y = top; y < bottom; y += 1)
      work((y * size.width + left) * size.components, (y * size.width + right) * size.components)
  }
}

/** Solid black: never a blur, never a mosaic. Writes into `samples`. */
export const burnBoxes = (
  samples: Uint8Array | Uint8ClampedArray,
  size: RasterSize,
  boxes: readonly PixelRect[],
): void => forEachRow(size, boxes, (start, end) => samples.fill(0, start, end))

/**
 * Black on white inside the boxes, for OCR: black blocks make it take the text around them for a picture, and pass it
 * over. Made from burned pixels, so it shows nothing that they do not.
 */
export const invertBoxes = (samples: Uint8Array, size: RasterSize, boxes: readonly PixelRect[]): void => {
  const inverted = new Uint8Array(samples.length)
  // Boxes overlap: what is turned twice would be black again.
  forEachRow(size, boxes, (start, end) => {
    for (let at = start; at < end; at += 1) {
      if (inverted[at] === 1) continue
      inverted[at] = 1
      samples[at] = 255 - (samples[at] ?? 0)
    }
  })
}

/** White inside the boxes, for OCR that need not read the labels. */
export const whitenBoxes = (samples: Uint8Array, size: RasterSize, boxes: readonly PixelRect[]): void =>
  forEachRow(size, boxes, (start, end) => samples.fill(255, start, end))

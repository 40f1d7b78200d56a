import type { PixelRect } from "../../shared/geometry.ts"

/** Solid black: never a blur, never a mosaic. Writes into `samples`; parts off the raster are ignored. */
export const burnBoxes = (
  samples: Uint8Array | Uint8ClampedArray,
  size: { readonly width: number; readonly height: number; readonly components: number },
  boxes: readonly PixelRect[],
): void => {
  for (const box of boxes) {
    const left = Math.max(0, box.x)
    const right = Math.min(size.width, box.x + box.width)
    const top = Math.max(0, box.y)
    const bottom = Math.min(size.height, box.y + box.height)
    if (right <= left) continue
    for (let y = top; y < bottom; y += 1)
      samples.fill(0, (y * size.width + left) * size.components, (y * size.width + right) * size.components)
  }
}

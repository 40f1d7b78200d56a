import { z } from "zod"

/**
 * The three spaces, and the only conversions between them.
 *
 * - Page space: points (1/72 inch), origin at the top left of the page *as viewed* (rotation and crop applied), y down.
 *   Images are pages whose size in points is their size in pixels × 72 / their dpi (96 where none is stated).
 *   Everything that is stored is in page space.
 * - Pixel space: the raster at a given dpi.
 * - View space: CSS pixels on the screen, relative to the page's top left, at a given zoom.
 */
export const PageRect = z
  .strictObject({
    x: z.number(),
    y: z.number(),
    width: z.number().nonnegative(),
    height: z.number().nonnegative(),
  })
  .brand<"PageRect">()
export type PageRect = z.infer<typeof PageRect>

declare const pixelSpace: unique symbol
declare const viewSpace: unique symbol
export interface PixelRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly [pixelSpace]?: true
}
export interface ViewRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly [viewSpace]?: true
}

/** CSS pixels per point at zoom 1: a CSS pixel is 1/96 inch, a point 1/72. */
export const cssPixelsPerPoint = 96 / 72

export const pageRect = (x: number, y: number, width: number, height: number): PageRect =>
  ({ x, y, width, height }) as PageRect

const scaled = (rect: { x: number; y: number; width: number; height: number }, factor: number) => ({
  x: rect.x * factor,
  y: rect.y * factor,
  width: rect.width * factor,
  height: rect.height * factor,
})

/** The smallest whole-pixel rectangle that covers `rect` at `dpi`: a box must never lose a fringe to rounding. */
export const pageToPixels = (rect: PageRect, dpi: number): PixelRect => {
  const raw = scaled(rect, dpi / 72)
  const x = Math.floor(raw.x)
  const y = Math.floor(raw.y)
  return { x, y, width: Math.ceil(raw.x + raw.width) - x, height: Math.ceil(raw.y + raw.height) - y }
}

export const pixelsToPage = (rect: PixelRect, dpi: number): PageRect => scaled(rect, 72 / dpi) as PageRect

export const viewToPage = (rect: ViewRect, zoom: number): PageRect =>
  scaled(rect, 1 / (cssPixelsPerPoint * zoom)) as PageRect

export const pageToView = (rect: PageRect, zoom: number): ViewRect => scaled(rect, cssPixelsPerPoint * zoom)

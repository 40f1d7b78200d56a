import { cssPixelsPerPoint } from "../../../shared/geometry.ts"

/** Where pages stand in the scrolled column. All in CSS pixels. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

export interface PageSlot {
  /** From 1. */
  readonly page: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Zoom = number | "width" | "page"

const pageGap = 16
const pageMargin = 24
const smallest = 0.1
const largest = 5

const clampZoom = (zoom: number): number => Math.min(largest, Math.max(smallest, zoom))

/** Zoom as a number: of points to CSS pixels at 96 per inch. */
export const resolveZoom = (zoom: Zoom, sizes: readonly PageSize[], view: PageSize, page: number): number => {
  if (typeof zoom === "number") return clampZoom(zoom)
  const widest = Math.max(1, ...sizes.map((size) => size.width))
  const byWidth = (view.width - 2 * pageMargin) / (widest * cssPixelsPerPoint)
  if (zoom === "width") return clampZoom(byWidth)
  const size = sizes[page - 1] ?? { width: widest, height: widest }
  const byHeight = (view.height - 2 * pageGap) / (size.height * cssPixelsPerPoint)
  return clampZoom(Math.min(byHeight, (view.width - 2 * pageMargin) / (size.width * cssPixelsPerPoint)))
}

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5]

/** The next round zoom above or below. */
export const stepZoom = (zoom: number, direction: 1 | -1): number => {
  const margin = 0.01
  const next =
    direction === 1
      ? steps.find((step) => step > zoom + margin)
      : steps
          .slice()
          .reverse()
          .find((step) => step < zoom - margin)
  return next ?? clampZoom(zoom)
}

export const slotsOf = (sizes: readonly PageSize[], zoom: number): readonly PageSlot[] => {
  let top = pageGap
  return sizes.map(({ width, height }, index) => {
    const slot = {
      page: index + 1,
      top,
      width: Math.round(width * cssPixelsPerPoint * zoom),
      height: Math.round(height * cssPixelsPerPoint * zoom),
    }
    top += slot.height + pageGap
    return slot
  })
}

export const columnHeight = (slots: readonly PageSlot[]): number => {
  const last = slots.at(-1)
  return last === undefined ? 0 : last.top + last.height + pageGap
}

/** Pages that are on the screen, and one screenful around. */
export const visibleSlots = (slots: readonly PageSlot[], scrollTop: number, viewHeight: number): readonly PageSlot[] =>
  slots.filter(
    ({ top, height }) => top + height > scrollTop - viewHeight / 2 && top < scrollTop + viewHeight + viewHeight / 2,
  )

/** The page that takes the upper third of the screen. */
export const pageAt = (slots: readonly PageSlot[], scrollTop: number, viewHeight: number): number => {
  const line = scrollTop + viewHeight / 3
  const slot = slots.find(({ top, height }) => line < top + height + pageGap)
  return slot?.page ?? slots.length
}

/** Where to scroll so that the place under the pointer stays there when the zoom changes. */
export const keepUnderPointer = (scroll: number, pointer: number, before: number, after: number): number =>
  (scroll + pointer) * (after / before) - pointer

const dpis = [36, 72, 96, 120, 144, 192, 240, 288, 384]

/** The resolution to ask for: the next that is sharp enough, so that small zoom steps reuse pictures. */
export const dpiFor = (zoom: number, pixelRatio: number): number => {
  const wanted = 96 * zoom * pixelRatio
  return dpis.find((dpi) => dpi >= wanted - 1) ?? 384
}

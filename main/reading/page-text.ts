import type { PageRect } from "../../shared/geometry.ts"

/** A run of characters without a gap. `confidence` is 1 where the file itself says the text, the reader's own guess (0 to 1) for OCR. */
export interface PageWord {
  readonly text: string
  readonly rect: PageRect
  readonly confidence: number
}

export interface PageLine {
  readonly rect: PageRect
  readonly words: readonly PageWord[]
}

/** A raster image on the page, and the size of one 16-pixel block of it in points: JPEG rings through whole blocks. */
export interface SourceImage {
  readonly rect: PageRect
  readonly blockWidth: number
  readonly blockHeight: number
  /** Placed neither upright nor by quarter turns: its blocks are no upright rectangles. */
  readonly askew?: boolean
}

/** What one page says and where, in page space (points, origin top left, as viewed). */
export interface PageText {
  readonly width: number
  readonly height: number
  readonly lines: readonly PageLine[]
  readonly images: readonly SourceImage[]
}

import type { PageRect } from "../../shared/geometry.ts"
import type { PageText } from "../reading/page-text.ts"

/** What one page says and where, as boxes need it. */
export interface RedactionPageText extends PageText {
  /** The page shows more than its text says: pictures, form fields, notes, or no text at all. */
  readonly hasPictures: boolean
}

/** The smallest rectangle around all of `rects`; a zero rectangle around none. */
export const around = (rects: readonly PageRect[]): PageRect => {
  const [first] = rects
  if (first === undefined) return { x: 0, y: 0, width: 0, height: 0 } as PageRect
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y } as PageRect
}

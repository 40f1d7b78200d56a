/** Boxes for faces, and which of those that a saved page still shows nobody has decided on. */
import { pageRect, type PageRect } from "../../../shared/geometry.ts"
import { type BoxRules, boxFor } from "../boxes.ts"
import type { RedactionPageText } from "../page-text.ts"
import type { FoundFace } from "./detect.ts"

export interface FaceBox {
  readonly rect: PageRect
  /** In no language, drawn inside the box. */
  readonly label: string
  readonly confidence: number
}

/** A face that a person looked at and left to be seen. */
export interface KeptFace {
  /** From 1. */
  readonly page: number
  readonly rect: PageRect
}

/** What a person decided: the faces that stay, and the pages where the search failed and a person looked instead. */
export interface DecidedFaces {
  readonly kept: readonly KeptFace[]
  readonly lookedAt: readonly number[]
}

export const faceLabel = "FACE"

export const faceBoxes = (text: RedactionPageText, faces: readonly FoundFace[], rules: BoxRules): FaceBox[] =>
  faces.flatMap(({ rect, confidence }) => {
    const box = boxFor(text, rect, undefined, rules)
    return box === undefined ? [] : { rect: box, label: faceLabel, confidence }
  })

/** Hair and chin apart: from brow to mouth. */
export const featuresOf = ({ x, y, width, height }: PageRect): PageRect =>
  pageRect(x + 0.25 * width, y + 0.25 * height, 0.5 * width, 0.5 * height)

const steps = [0, 0.25, 0.5, 0.75, 1]
const holds = ({ x, y, width, height }: PageRect, across: number, down: number): boolean =>
  across >= x && across <= x + width && down >= y && down <= y + height

/** Every point of a grid over the features lies in one of `rects`. */
const covered = (face: PageRect, rects: readonly PageRect[]): boolean => {
  const { x, y, width, height } = featuresOf(face)
  return steps.every((right) =>
    steps.every((down) => rects.some((rect) => holds(rect, x + right * width, y + down * height))),
  )
}

/** Faces on a saved page that lie under no box, and that nobody has decided to leave. */
export const facesLeft = (
  faces: readonly FoundFace[],
  page: number,
  boxes: readonly PageRect[],
  kept: readonly KeptFace[],
): FoundFace[] => {
  const staying = kept.filter((one) => one.page === page).map(({ rect }) => rect)
  return faces.filter(({ rect }) => !covered(rect, [...boxes, ...staying]))
}

import type { Needle } from "../needles.ts"

/** What one judge saw in the saved bytes. */
export interface Verdict {
  /** Parser and version. */
  readonly by: string
  /** Places looked at: bytes, objects, characters or pages. */
  readonly looked: number
  readonly hits: number
  /** Pages of the hits, from 1, where the judge can tell. */
  readonly pages: readonly number[]
}

/** What every judge is given: the needles, and nothing about where boxes are. */
export interface JudgeInput {
  readonly needles: readonly Needle[]
}

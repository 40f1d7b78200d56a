import { z } from "zod"
import { PageRect } from "../geometry.ts"
import { AnchorId, EvidenceId } from "./ids.ts"

/** Where in an evidence item a passage is. Survives OCR being redone: places, not token numbers. */
export const AnchorPlace = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("whole") }),
  /** `page` counts from 1. `quote` is the text under the rectangles where there is any. */
  z.strictObject({
    kind: z.literal("page"),
    page: z.int().positive(),
    rects: z.array(PageRect).max(200),
    quote: z.string().max(20_000).default(""),
  }),
  /** Offsets in UTF-16 units into the item's extracted text; `quote` is the text itself, to find it again by. */
  z.strictObject({
    kind: z.literal("text"),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    quote: z.string().max(20_000),
  }),
  z.strictObject({ kind: z.literal("time"), startMs: z.int().nonnegative(), endMs: z.int().nonnegative() }),
])
export type AnchorPlace = z.infer<typeof AnchorPlace>

export const Anchor = z.strictObject({ id: AnchorId, evidenceId: EvidenceId, place: AnchorPlace })
export type Anchor = z.infer<typeof Anchor>

/** What people have decided about one item for one audience, as a bundle takes it. */
import { z } from "zod"
import { BoxId } from "../../shared/model/ids.ts"
import { BoxPoint, NamedPlace } from "../../shared/model/redaction.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"

/** What a person has decided about one item for this audience. */
export interface SourcePlan {
  /** As the plan counted them; 0 without a plan. */
  readonly pageCount: number
  readonly acceptedPages: readonly number[]
  readonly undecided: number
  readonly boxes: readonly SourceBox[]
  /** Codes that a person left readable. */
  readonly keptCodes: readonly SourceBox[]
  /** Faces that a person left to be seen. */
  readonly keptFaces: readonly SourceBox[]
  /** Pages, from 1, on which faces could not be looked for and a person did. */
  readonly lookedForFaces: readonly number[]
  /** Occurrences that a person cleared as somebody else's. */
  readonly cleared: readonly { readonly page: number; readonly places: readonly NamedPlace[] }[]
}

export interface SourceBox {
  readonly id: BoxId
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly label: string
  readonly points: readonly BoxPoint[]
}

const BoxRow = z.object({
  id: BoxId,
  page: z.int(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  label: z.string(),
  decision: z.string(),
  origin: z.string(),
  points: z
    .string()
    .nullable()
    .transform((json) => z.array(BoxPoint).parse(JSON.parse(json ?? "[]"))),
})

/** Decisions on one item for one audience; an empty plan where nobody has looked. */
export const planOf = (tx: ReadTx, evidenceId: string, audience: string): SourcePlan => {
  const plan = tx.one(
    sql`SELECT id, page_count FROM redaction_plans WHERE evidence_id = ${evidenceId} AND audience = ${audience}`,
  )
  if (plan === undefined)
    return {
      ...{ pageCount: 0, acceptedPages: [], undecided: 0, boxes: [], cleared: [] },
      ...{ keptCodes: [], keptFaces: [], lookedForFaces: [] },
    }
  const planId = z.string().parse(plan["id"])
  const boxes = tx
    .all(
      sql`SELECT id, page, x, y, width, height, label, decision, origin, points FROM redaction_boxes WHERE plan_id = ${planId} ORDER BY page, y, x, id`,
    )
    .map((row) => BoxRow.parse(row))
  const cleared = tx.all(
    sql`SELECT b.page, b.places FROM redaction_clearances c JOIN redaction_boxes b ON b.id = c.box_id
        WHERE c.plan_id = ${planId} ORDER BY b.page, b.y, b.x, b.id`,
  )
  const decidedAs = (decision: string) =>
    boxes.filter((box) => box.decision === decision).map(({ decision: _, ...box }) => box)
  const dismissed = (of: string) => decidedAs("dismissed").filter(({ origin }) => origin === of)
  const pages = tx.all(sql`SELECT page FROM redaction_accepted_pages WHERE plan_id = ${planId} ORDER BY page`)
  return {
    pageCount: z.int().parse(plan["page_count"]),
    acceptedPages: pages.map((row) => z.int().parse(row["page"])),
    undecided: boxes.filter((box) => box.decision === "proposed").length,
    boxes: decidedAs("accepted"),
    keptCodes: dismissed("code"),
    keptFaces: dismissed("face"),
    lookedForFaces: dismissed("unsearched").map(({ page }) => page),
    cleared: cleared.map((row) => ({
      page: z.int().parse(row["page"]),
      places: z.array(NamedPlace).parse(JSON.parse(String(row["places"] ?? "[]"))),
    })),
  }
}

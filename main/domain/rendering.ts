/** Pages that were made of items that have none, and what those pages do not show. */
import { z } from "zod"
import type { EvidenceId } from "../../shared/model/ids.ts"
import { hiddenKinds, renderedBy } from "../../shared/model/rendering.ts"
import { append } from "../vault/audit.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"

const HiddenParts = z.array(
  z.strictObject({ kind: z.enum(hiddenKinds), count: z.int().positive(), texts: z.array(z.string()) }),
)

export interface RenderingFacts {
  readonly sha256: string
  readonly renderedBy: (typeof renderedBy)[number]
  readonly hidden: z.infer<typeof HiddenParts>
}

const Row = z.object({ sha256: z.string(), rendered_by: z.enum(renderedBy), hidden: z.string() })

export const facts = (tx: ReadTx, id: EvidenceId): RenderingFacts | undefined => {
  const row = tx.one(sql`SELECT sha256, rendered_by, hidden FROM renderings WHERE evidence_id = ${id}`)
  if (row === undefined) return undefined
  const { sha256, rendered_by, hidden } = Row.parse(row)
  return { sha256, renderedBy: rendered_by, hidden: HiddenParts.parse(JSON.parse(hidden)) }
}

export const pdf = (tx: ReadTx, id: EvidenceId): Uint8Array | undefined => {
  const row = tx.one(sql`SELECT pdf FROM renderings WHERE evidence_id = ${id}`)
  return row && z.instanceof(Uint8Array).parse(row["pdf"])
}

/**
 * Keeps a rendering. Plans that were made over other pages get the new number of pages: boxes on pages that are no more go,
 * the rest stay where they are, and acceptance, bound to pixels, falls where those differ.
 */
export const keep = (
  tx: WriteTx,
  id: EvidenceId,
  made: RenderingFacts & { readonly pdf: Uint8Array; readonly pageCount: number },
): void => {
  const { sha256, hidden, pageCount } = made
  tx.run(sql`INSERT INTO renderings (evidence_id, pdf, sha256, rendered_by, hidden)
    VALUES (${id}, ${made.pdf}, ${sha256}, ${made.renderedBy}, ${JSON.stringify(hidden)})
    ON CONFLICT (evidence_id) DO UPDATE SET pdf = excluded.pdf, sha256 = excluded.sha256,
      rendered_by = excluded.rendered_by, hidden = excluded.hidden`)
  tx.run(sql`DELETE FROM redaction_readings WHERE evidence_id = ${id}`)
  for (const plan of tx.all(
    sql`SELECT id FROM redaction_plans WHERE evidence_id = ${id} AND page_count <> ${pageCount}`,
  )) {
    const planId = String(plan["id"])
    for (const table of ["redaction_accepted_pages", "redaction_reopened_pages"] as const)
      for (const row of tx.all(rowsBeyond(table, planId, pageCount))) tx.remove(table, String(row["id"]))
    for (const row of tx.all(sql`SELECT c.id FROM redaction_clearances c JOIN redaction_boxes b ON b.id = c.box_id
        WHERE c.plan_id = ${planId} AND b.page > ${pageCount}`))
      tx.remove("redaction_clearances", String(row["id"]))
    for (const row of tx.all(sql`SELECT id FROM redaction_boxes WHERE plan_id = ${planId} AND page > ${pageCount}`))
      tx.remove("redaction_boxes", String(row["id"]))
    tx.update("redaction_plans", planId, { page_count: pageCount })
    append(tx, { verb: "redaction.page-reopened", subjectKind: "redaction-plan", subjectId: planId })
  }
}

const rowsBeyond = (table: "redaction_accepted_pages" | "redaction_reopened_pages", planId: string, page: number) =>
  table === "redaction_accepted_pages"
    ? sql`SELECT id FROM redaction_accepted_pages WHERE plan_id = ${planId} AND page > ${page}`
    : sql`SELECT id FROM redaction_reopened_pages WHERE plan_id = ${planId} AND page > ${page}`

/** What waits for a person in one case, for one audience: every item that has a plan. */
import { z } from "zod"
import type { Output } from "../../shared/contract/contract.ts"
import { type CaseId, EvidenceId } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { audienceKey } from "./pseudonym.ts"
import { show } from "./redaction.ts"

type QueueItem = Output<"redaction.queue">["items"][number]

const ItemRow = z.object({
  id: z.string(),
  page_count: z.int(),
  evidence_id: EvidenceId,
  number: z.int(),
  title: z.string(),
})

/** In the order of their numbers. */
export const queue = (tx: ReadTx, caseId: CaseId, audience: string): QueueItem[] =>
  tx
    .all(
      sql`SELECT p.id, p.page_count, p.evidence_id, e.number, e.title FROM redaction_plans p
          JOIN evidence e ON e.id = p.evidence_id
          WHERE e.case_id = ${caseId} AND p.audience = ${audienceKey(audience)} ORDER BY e.number`,
    )
    .map((row) => {
      const item = ItemRow.parse(row)
      const plan = show(tx, { id: item.id, pageCount: item.page_count })
      return {
        evidenceId: item.evidence_id,
        reference: `E-${String(item.number).padStart(3, "0")}`,
        title: item.title,
        pageCount: plan.pageCount,
        boxes: plan.boxes.length,
        undecided: plan.boxes.filter(({ decision }) => decision === "proposed"),
        acceptedPages: plan.acceptedPages,
        reopenedPages: plan.reopenedPages,
      }
    })

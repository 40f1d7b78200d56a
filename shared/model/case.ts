import { z } from "zod"
import { CaseId, Instant } from "./ids.ts"

export const caseStatuses = ["open", "closed"] as const

/** A matter that evidence is gathered for. */
export const Case = z.strictObject({
  id: CaseId,
  title: z.string(),
  reference: z.string(),
  summary: z.string(),
  status: z.enum(caseStatuses),
  createdAt: Instant,
  changedAt: Instant,
  counts: z.strictObject({ incidents: z.int(), evidence: z.int(), actors: z.int() }),
})
export type Case = z.infer<typeof Case>

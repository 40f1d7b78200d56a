import { z } from "zod"
import { CaseId } from "../model/ids.ts"

/** Events say what changed, never carry it; the store asks again. */
export const EngineEvent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("records.changed"), noun: z.string().max(40), caseId: CaseId.nullable() }),
  z.strictObject({ kind: z.literal("jobs.changed") }),
  z.strictObject({ kind: z.literal("vault.opened") }),
  z.strictObject({ kind: z.literal("vault.locking") }),
])
export type EngineEvent = z.infer<typeof EngineEvent>

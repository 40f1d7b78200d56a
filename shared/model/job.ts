import { z } from "zod"
import { CaseId, JobId } from "./ids.ts"

export const jobKinds = ["import", "read", "verify", "dossier", "redaction", "export"] as const
export const jobStates = ["queued", "running", "done", "failed", "cancelled"] as const

/** Long work, as the tray shows it. */
export const Job = z.strictObject({
  id: JobId,
  kind: z.enum(jobKinds),
  state: z.enum(jobStates),
  caseId: CaseId.nullable(),
  /** What it works on, in the person's own names: a file name, a dossier's title. */
  label: z.string(),
  /** 0 to 1, or null where it cannot be known. */
  progress: z.number().nullable(),
  done: z.int(),
  total: z.int(),
  secondsLeft: z.number().nullable(),
  /** Such as "sealing", "ocr-page"; a key of i18n under `job.step.`. */
  step: z.string(),
  /** The closing line's numbers: key of i18n under `job.outcome.` → count. */
  outcome: z.record(z.string(), z.int()),
  fault: z
    .strictObject({ code: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) })
    .nullable(),
  cancellable: z.boolean(),
  retryable: z.boolean(),
})
export type Job = z.infer<typeof Job>

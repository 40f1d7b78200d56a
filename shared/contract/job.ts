import { z } from "zod"
import { JobId } from "../model/ids.ts"
import { Job } from "../model/job.ts"
import { call } from "./call.ts"

export const jobCalls = {
  "job.list": call({ input: z.strictObject({}), output: z.strictObject({ jobs: z.array(Job) }), faults: [] }),
  "job.cancel": call({ input: z.strictObject({ id: JobId }), output: z.strictObject({}), faults: ["not-found"] }),
  "job.retry": call({
    input: z.strictObject({ id: JobId }),
    output: z.strictObject({}),
    faults: ["not-found", "vault-locked"],
  }),
  /** Removes finished jobs from the tray. */
  "job.clear": call({ input: z.strictObject({}), output: z.strictObject({}), faults: [] }),
  "job.pause": call({ input: z.strictObject({ paused: z.boolean() }), output: z.strictObject({}), faults: [] }),
} as const

import { z } from "zod"
import { call } from "./call.ts"

/** Unfinished forms, kept inside the vault so that locking never loses a sentence. */
export const draftCalls = {
  "draft.save": call({
    input: z.strictObject({ key: z.string().min(1).max(200), json: z.string().max(1_000_000) }),
    output: z.strictObject({}),
    faults: ["vault-locked", "vault-read-only"],
  }),
  "draft.list": call({
    input: z.strictObject({}),
    output: z.strictObject({ drafts: z.array(z.strictObject({ key: z.string(), json: z.string() })) }),
    faults: ["vault-locked"],
  }),
  "draft.remove": call({
    input: z.strictObject({ key: z.string() }),
    output: z.strictObject({}),
    faults: ["vault-locked"],
  }),
} as const

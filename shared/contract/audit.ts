import { z } from "zod"
import { AuditEntry } from "../model/audit.ts"
import { Sha256Hex } from "../model/ids.ts"
import { call } from "./call.ts"

export const auditCalls = {
  /** Newest first. */
  "audit.log": call({
    input: z.strictObject({
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(10_000).default(200),
      subjectId: z.uuid().optional(),
    }),
    output: z.strictObject({ entries: z.array(AuditEntry), total: z.int() }),
    faults: ["vault-locked"],
  }),
  /** Every hash, every signature, every live row against its newest entry. */
  "audit.verify": call({
    input: z.strictObject({}),
    output: z.strictObject({
      passed: z.boolean(),
      entries: z.int(),
      rows: z.int(),
      /** "" where no entry can be read. */
      head: z.union([Sha256Hex, z.literal("")]),
      /** What is wrong, in codes and ids: "row-changed evidence 1b9d…", "signature 41". */
      faults: z.array(z.string()),
    }),
    faults: ["vault-locked"],
  }),
} as const

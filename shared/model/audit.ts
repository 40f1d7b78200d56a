import { z } from "zod"
import { HolderId, Instant, Sha256Hex } from "./ids.ts"

/** One entry of the chain, as shown: ids, verbs and hashes, never content. */
export const AuditEntry = z.strictObject({
  sequence: z.int().positive(),
  at: Instant,
  holderId: HolderId,
  /** Their name now; "" where they gave none. */
  holder: z.string(),
  verb: z.string(),
  /** Noun and id of what was written, such as "incident" and a UUID. */
  subjectKind: z.string(),
  subjectId: z.string(),
  rows: z.int(),
  hash: Sha256Hex,
})
export type AuditEntry = z.infer<typeof AuditEntry>

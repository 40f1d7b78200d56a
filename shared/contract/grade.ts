import { z } from "zod"
import { recordKinds } from "../model/field.ts"
import { CaseId, DossierId, Instant } from "../model/ids.ts"
import { call } from "./call.ts"

/** Kinds that carry a grade of their own. */
export const gradedKinds = ["actor", "statement", "evidence", "link", "support"] as const

/** "": not graded. */
const Reliability = z.enum(["", "A", "B", "C", "D", "E", "F"])
const Credibility = z.enum(["", "1", "2", "3", "4", "5", "6"])

const Resting = z.strictObject({
  kind: z.enum(recordKinds),
  id: z.string(),
  title: z.string(),
  /** What it rests on: one step nearer to the source. */
  through: z.strictObject({ kind: z.enum(recordKinds), id: z.string(), title: z.string() }),
  /** Steps from the source, 1 and more. */
  steps: z.int().positive(),
  /** It has a grade of its own, which can be changed along. */
  graded: z.boolean(),
  reliability: z.string(),
  credibility: z.string(),
})
export type Resting = z.infer<typeof Resting>

const Sent = z.strictObject({ id: z.string(), title: z.string(), audience: z.string() })

const GradedRef = z.strictObject({ kind: z.enum(gradedKinds), id: z.uuid() })

export const gradeCalls = {
  /** All that rests on a source, directly and through claims, and what has left that used it. */
  "grade.impact": call({
    input: GradedRef,
    output: z.strictObject({
      caseId: CaseId,
      title: z.string(),
      reliability: z.string(),
      credibility: z.string(),
      resting: z.array(Resting),
      dossiers: z.array(Sent.extend({ id: DossierId, builtAt: Instant })),
      /** Submissions and disclosures that name what rests on it. */
      filed: z.array(Sent.extend({ kind: z.enum(["submission", "disclosure"]) })),
    }),
    faults: ["vault-locked", "not-found"],
  }),
  /**
   * Grades a source anew, and those chosen of what rests on it, in one act that one undo takes back. What was left out
   * of the input stays; "" takes a grade back. The reason stays with every grade that was changed, and on what has left.
   */
  "grade.change": call({
    input: GradedRef.extend({
      reliability: Reliability.optional(),
      credibility: Credibility.optional(),
      reason: z.string().trim().min(1).max(2000),
      /** Of `resting`: those that are graded alike. */
      apply: z.array(z.uuid()).max(10_000).default([]),
    }),
    output: z.strictObject({ changed: z.int(), dossiers: z.int(), filed: z.int() }),
    faults: ["vault-locked", "vault-read-only", "not-found", "bad-input", "disk-full"],
  }),
} as const

import { z } from "zod"
import { timeUnits } from "../deadlines/rule.ts"
import { verdicts } from "../deadlines/verdict.ts"
import { RecordRef } from "../model/field.ts"
import { CaseId, Language } from "../model/ids.ts"
import { call } from "./call.ts"
import { RecordView } from "./record.ts"

const Known = z.enum(["yes", "no", "unknown"]).default("unknown")

/** A rule of the user's own, with where they read it. */
const OwnRule = z.strictObject({
  title: z.string().trim().min(1).max(500),
  startEvent: z.string().trim().max(500).default(""),
  amount: z.int().min(1).max(10_000),
  unit: z.enum(timeUnits),
  firstDayCounted: Known,
  movesFromDayOff: Known,
  source: z.string().trim().max(500).default(""),
})

const ComputeInput = z.strictObject({
  /** The id of a rule of the list, or a rule of one's own. */
  rule: z.union([z.string().min(1).max(60), OwnRule]),
  /** EDTF or plain words. */
  start: z.string().trim().min(1).max(200),
  /** The hour of the start, "14:30", where it is counted by the clock; "" where not known. */
  startTime: z
    .string()
    .regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/)
    .default(""),
  /** Days that nobody works on besides weekends and listed holidays. */
  daysOff: z.array(z.iso.date()).max(100).default([]),
  language: Language.default("en"),
})

const Computed = z.strictObject({
  /** The start as it was read. */
  start: z.string(),
  /** A day, or some day between two. */
  edtf: z.string(),
  earliest: z.iso.date(),
  latest: z.iso.date(),
  readings: z.array(
    z.strictObject({ start: z.iso.date(), firstDayCounted: z.boolean(), moved: z.boolean(), due: z.iso.date() }),
  ),
  /** Whether a lawyer has compared the rule with the law. */
  checked: z.boolean(),
  source: z.string(),
  /** The working in sentences, a line each. */
  working: z.array(z.string()),
})

const cannotCount = ["not-found", "date-unreadable", "start-open", "rule-incomplete", "beyond-calendar"] as const

/** How a recorded deadline stands: see `shared/deadlines/verdict.ts`. */
export const Verdict = z.enum(verdicts)

export const deadlineCalls = {
  /** The last day of a time, and how it was found. Touches no vault. */
  "deadline.compute": call({ input: ComputeInput, output: Computed, faults: cannotCount }),
  /**
   * The same, kept as a deadline: a new one, or with `id` counted anew. `due`: where another day is to be kept, in
   * words or EDTF; the computed one stays beside it, and so does an edited one when the deadline is counted anew.
   */
  "deadline.save": call({
    input: ComputeInput.extend({
      caseId: CaseId,
      id: z.uuid().nullable().default(null),
      of: RecordRef.nullable().default(null),
      title: z.string().trim().max(500).default(""),
      due: z.string().trim().max(200).default(""),
      editedReason: z.string().trim().max(2000).default(""),
      who: z.string().trim().max(500).default(""),
    }),
    output: RecordView,
    faults: [...cannotCount, "vault-locked", "vault-read-only", "disk-full"],
  }),
} as const

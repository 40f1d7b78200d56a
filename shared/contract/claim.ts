import { z } from "zod"
import { AnchorPlace } from "../model/anchor.ts"
import { recordKinds } from "../model/field.ts"
import { Filter } from "../model/filter.ts"
import { CaseId, EvidenceId } from "../model/ids.ts"
import { IncidentDates } from "../model/incident.ts"
import { call } from "./call.ts"

/** What a claim lacks, told in words: nothing supports it; all that does is graded D–F or 4–6; or graded not at all. */
export const claimMarks = ["no-source", "low-grades", "ungraded"] as const

const ClaimSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  dates: IncidentDates,
  verification: z.string(),
  disputed: z.boolean(),
  supporting: z.int(),
  contradicting: z.int(),
  marks: z.array(z.enum(claimMarks)),
})
export type ClaimSummary = z.infer<typeof ClaimSummary>

/** A grade, and the kind of record that said it: "" where nobody did. */
const Grade = z.strictObject({
  code: z.string(),
  saidBy: z.enum(["", ...recordKinds]),
})

/** One thing that speaks for a claim, against it, or beside it (mentions it). */
const Ground = z.strictObject({
  /** The ground's own record: a support, or a passage linked to the claim. */
  record: z.strictObject({ kind: z.enum(["support", "link"]), id: z.string() }),
  side: z.enum(["for", "against", "beside"]),
  /** What it rests on; null where nobody said. */
  on: z.strictObject({ kind: z.enum(recordKinds), id: z.string(), title: z.string() }).nullable(),
  /** Who says it, where somebody does. */
  source: z.string(),
  /** What is said, or the passage's own words. */
  words: z.string(),
  why: z.string(),
  /** Code of how the statement was given, or "". */
  circumstances: z.string(),
  passage: z.strictObject({ evidenceId: EvidenceId, place: AnchorPlace }).nullable(),
  reliability: Grade,
  credibility: Grade,
})
export type Ground = z.infer<typeof Ground>

export const claimCalls = {
  /** The claims of a case, unverified first, each with what it lacks. */
  "claim.board": call({
    input: z.strictObject({ caseId: CaseId, filter: Filter.prefault({}) }),
    /** `all`: how many there are without the filter. */
    output: z.strictObject({ claims: z.array(ClaimSummary), all: z.int() }),
    faults: ["vault-locked", "not-found", "date-unreadable"],
  }),
  "claim.show": call({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({ claim: ClaimSummary, caseId: CaseId, grounds: z.array(Ground) }),
    faults: ["vault-locked", "not-found"],
  }),
} as const

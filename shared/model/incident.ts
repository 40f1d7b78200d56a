import { z } from "zod"
import { CaseId, IncidentId, Instant } from "./ids.ts"

export const verifications = ["unverified", "confirmed", "likely", "possible", "unlikely"] as const
export type Verification = (typeof verifications)[number]

export const placePrecisions = ["unknown", "exact", "vicinity", "locality", "region"] as const

/**
 * EDTF text (ISO 8601-2), such as `2017-03`, `2017-03-04?`, `2017-03-04/2017-03-09`, or "" for unknown.
 * `earliest` and `latest` are ISO days computed from it ("" where unknown): what lists sort by.
 */
export const IncidentDates = z.strictObject({ edtf: z.string(), earliest: z.string(), latest: z.string() })
export type IncidentDates = z.infer<typeof IncidentDates>

/** Something that happened (an event in the HURIDOCS sense). */
export const Incident = z.strictObject({
  id: IncidentId,
  caseId: CaseId,
  title: z.string(),
  dates: IncidentDates,
  place: z.string(),
  placePrecision: z.enum(placePrecisions),
  narrative: z.string(),
  rights: z.array(z.string()),
  verification: z.enum(verifications),
  createdAt: Instant,
  changedAt: Instant,
  counts: z.strictObject({ evidence: z.int(), actors: z.int() }),
})
export type Incident = z.infer<typeof Incident>

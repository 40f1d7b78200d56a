import { z } from "zod"
import { Filter } from "../model/filter.ts"
import { CaseId } from "../model/ids.ts"
import { IncidentDates } from "../model/incident.ts"
import { call } from "./call.ts"
import { RecordLabel } from "./record.ts"

/** What a timeline is grouped by. */
export const timelineLanes = ["none", "person", "right", "place"] as const
export type TimelineLanes = (typeof timelineLanes)[number]

/** Something with a time: `lanes` names the lanes that it stands in, none for the one without a name. */
export const TimelineEvent = z.strictObject({
  record: RecordLabel,
  dates: IncidentDates,
  lanes: z.array(z.string()),
})
export type TimelineEvent = z.infer<typeof TimelineEvent>

/** `title`: a person's name, the place in words, or the code of a right. */
export const TimelineLane = z.strictObject({ id: z.string(), title: z.string() })
export type TimelineLane = z.infer<typeof TimelineLane>

export const timelineCalls = {
  /** Incidents, acts, hearings, decisions and deadlines in the order of their time; what has none stands aside. */
  "timeline.list": call({
    input: z.strictObject({
      caseId: CaseId,
      filter: Filter.prefault({}),
      /** ISO days, inclusive; "" for none. What may lie inside is in. */
      from: z.string().max(10).default(""),
      to: z.string().max(10).default(""),
      lanes: z.enum(timelineLanes).default("none"),
      /** At most so many of each kind. */
      limit: z.int().min(1).max(50_000).default(20_000),
    }),
    output: z.strictObject({
      events: z.array(TimelineEvent),
      undated: z.array(TimelineEvent),
      lanes: z.array(TimelineLane),
      /** How many there are without filter and bounds. */
      all: z.int(),
      /** There was more than `limit`. */
      cut: z.boolean(),
    }),
    faults: ["vault-locked", "not-found", "date-unreadable"],
  }),
} as const

import { z } from "zod"
import { Filter } from "../model/filter.ts"
import { CaseId } from "../model/ids.ts"
import { IncidentDates } from "../model/incident.ts"
import { call } from "./call.ts"
import { RecordLabel } from "./record.ts"

/**
 * How exactly a place on the map is known: the very spot, near it, somewhere in that town, somewhere in that region.
 * What is drawn never says more than what was recorded.
 */
export const mapPrecisions = ["exact", "vicinity", "locality", "region"] as const

/** An incident or act on the map: where, in degrees of WGS 84, and what that stands on. */
export const MapPoint = z.strictObject({
  record: RecordLabel,
  dates: IncidentDates,
  /** The place in the words in which it was recorded. */
  place: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  precision: z.enum(mapPrecisions),
  /** Somewhere within so many kilometres; 0 for the very spot. */
  radiusKm: z.number().nonnegative(),
  /** Coordinates that somebody gave, a town found by its name, or the middle of a region. */
  basis: z.enum(["coordinates", "town", "region"]),
})
export type MapPoint = z.infer<typeof MapPoint>

/** Not on the map, and why: no place was recorded, or the words name no town or region that we know. */
export const OffMap = z.strictObject({
  record: RecordLabel,
  dates: IncidentDates,
  place: z.string(),
  reason: z.enum(["no-place", "place-unknown"]),
})
export type OffMap = z.infer<typeof OffMap>

export const mapCalls = {
  /** Incidents of a case, and those of its acts that have a place of their own. */
  "map.list": call({
    input: z.strictObject({ caseId: CaseId, filter: Filter.prefault({}) }),
    output: z.strictObject({ points: z.array(MapPoint), off: z.array(OffMap) }),
    faults: ["vault-locked", "not-found", "date-unreadable"],
  }),
} as const

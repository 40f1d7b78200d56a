import { z } from "zod"
import type { Output, Parsed } from "../../shared/contract/contract.ts"
import type { MapPoint, OffMap } from "../../shared/contract/map.ts"
import { foldText } from "../../shared/fold.ts"
import { regionCircles } from "../../shared/lists/region-centres.ts"
import { regions } from "../../shared/lists/terms/regions.ts"
import { townIn } from "../../shared/lists/towns.ts"
import { type FieldValue, isUnsaid, PlaceValue } from "../../shared/model/field.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx, Row } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { narrowedAmong } from "./filter.ts"

const shownDates = sql`t.dates_edtf, t.date_earliest, t.date_latest`

/** Incidents by date, with what says where. */
export const incidentStatement = (caseId: CaseId, narrowed: readonly Sql[] = []): Sql =>
  sql`SELECT t.id, 'incident' AS kind, t.title, t.verification AS state, '' AS type, ${shownDates}, t.place,
        t.place_precision, json_extract(t.fields, '$.location') AS location, NULL AS custody,
        json_extract(t.fields, '$.region') AS region
      FROM incidents t WHERE ${joinSql([sql`t.case_id = ${caseId}`, ...narrowed], " AND ")}
      ORDER BY t.date_earliest, t.date_latest, t.id`

export const actStatement = (caseId: CaseId, narrowed: readonly Sql[] = []): Sql =>
  sql`SELECT t.id, t.kind, t.title, t.state, t.state AS type, ${shownDates}, '' AS place, 'unknown' AS place_precision,
        json_extract(t.fields, '$.location') AS location, json_extract(t.fields, '$.custodyPlace') AS custody,
        NULL AS region
      FROM records t WHERE ${joinSql([sql`t.case_id = ${caseId} AND t.kind = 'act'`, ...narrowed], " AND ")}
      ORDER BY t.date_earliest, t.date_latest, t.id`

const PlaceRow = z.object({
  id: z.string(),
  kind: z.enum(["incident", "act"]),
  title: z.string(),
  state: z.string(),
  type: z.string(),
  dates_edtf: z.string(),
  date_earliest: z.string(),
  date_latest: z.string(),
  place: z.string(),
  place_precision: PlaceValue.shape.precision.unwrap(),
  location: z.string().nullable(),
  custody: z.string().nullable(),
  region: z.string().nullable(),
})
type PlaceRow = z.infer<typeof PlaceRow>

const readPlace = (json: string | null): PlaceValue | undefined => {
  if (json === null) return undefined
  const value = JSON.parse(json) as FieldValue
  return isUnsaid(value) ? undefined : PlaceValue.parse(value)
}

type Spot = Pick<MapPoint, "latitude" | "longitude" | "precision" | "radiusKm" | "basis">

/** How far around, in kilometres, where nobody said: a walk, a town, a region. */
const radiiKm = { exact: 0, vicinity: 1, locality: 8, region: 150 } as const

const fromCoordinates = ({ latitude, longitude, precision }: PlaceValue): Spot | undefined => {
  if (latitude === null || longitude === null) return undefined
  // Coordinates without a word on how exact they are may be near, not there.
  const known = precision === "unknown" ? "vicinity" : precision
  return { latitude, longitude, precision: known, radiusKm: radiiKm[known], basis: "coordinates" }
}

const fromTown = (place: string): Spot | undefined => {
  const town = townIn(place)
  if (town === undefined) return undefined
  const { latitude, longitude } = town
  return { latitude, longitude, precision: "locality", radiusKm: radiiKm.locality, basis: "town" }
}

const fromRegion = (code: string | undefined): Spot | undefined => {
  const circle = code === undefined ? undefined : regionCircles[code]
  return circle === undefined ? undefined : { ...circle, precision: "region", basis: "region" }
}

/** The region that a part of the place names in any of the three languages. */
const regionIn = (place: string): string | undefined => {
  const parts = place.split(/[,;()\n]/u).map((part) => foldText(part.trim()))
  return regions.terms.find(({ en, ru, kk }) => [en, ru, kk].some((name) => parts.includes(foldText(name))))?.code
}

const recordOf = ({ kind, id, title, state, type }: PlaceRow): MapPoint["record"] => ({ kind, id, title, state, type })
const datesOf = (row: PlaceRow): MapPoint["dates"] => ({
  edtf: row.dates_edtf,
  earliest: row.date_earliest,
  latest: row.date_latest,
})

/** The most exact of what was recorded, or why there is nothing to draw. Undefined: an act where its incident is. */
const placed = (row: PlaceRow): { point: MapPoint } | { off: OffMap } | undefined => {
  const places = [row.location, row.custody].flatMap((json) => readPlace(json) ?? [])
  const words = [...places.map(({ text }) => text), row.place].filter((text) => text !== "")
  const first = <T, U>(all: readonly T[], find: (one: T) => U | undefined): U | undefined => {
    for (const one of all) {
      const found = find(one)
      if (found !== undefined) return found
    }
    return undefined
  }
  const spot =
    first(places, fromCoordinates) ??
    first(words, fromTown) ??
    fromRegion(row.region ?? undefined) ??
    first(words, (place) => fromRegion(regionIn(place)))
  const shown = { record: recordOf(row), dates: datesOf(row), place: words[0] ?? "" }
  if (spot !== undefined) return { point: { ...shown, ...spot } }
  if (words.length > 0) return { off: { ...shown, reason: "place-unknown" } }
  return row.kind === "act" ? undefined : { off: { ...shown, reason: "no-place" } }
}

/** @throws Fault "not-found", "date-unreadable" */
export const list = (tx: ReadTx, { caseId, filter }: Parsed<"map.list">): Output<"map.list"> => {
  cases.mustExist(tx, caseId)
  const points: MapPoint[] = []
  const off: OffMap[] = []
  const take = (row: Row): void => {
    const found = placed(PlaceRow.parse(row))
    if (found === undefined) return
    if ("point" in found) points.push(found.point)
    else off.push(found.off)
  }
  const left = (kind: "incident" | "act") => narrowedAmong({ tx, caseId, kind }, filter)
  for (const statement of [incidentStatement(caseId, left("incident")), actStatement(caseId, left("act"))])
    for (const row of tx.all(statement)) take(row)
  return { points, off }
}

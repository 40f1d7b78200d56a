import { z } from "zod"
import type { Output, Parsed } from "../../shared/contract/contract.ts"
import type { TimelineEvent, TimelineLane } from "../../shared/contract/timeline.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { narrowedAmong } from "./filter.ts"

type Asked = Parsed<"timeline.list">

const timed = ["act", "hearing", "decision", "deadline"] as const

/** What may lie between the bounds. Open ends ("before 2014") are empty, and reach as far as need be. */
const within = ({ from, to }: Asked): Sql =>
  joinSql(
    [
      sql`1`,
      ...(to === "" ? [] : [sql`t.date_earliest <= ${to}`]),
      ...(from === "" ? [] : [sql`(t.date_latest >= ${from} OR t.date_latest = '')`]),
    ],
    " AND ",
  )

const columns = sql`t.id, t.title, t.dates_edtf, t.date_earliest, t.date_latest`
const page = (limit: number): Sql => sql`ORDER BY t.date_earliest, t.date_latest, t.id LIMIT ${limit + 1}`

/** Exported, as the next one, so that a test can look at their plans. */
type Conditions = readonly Sql[]

export const incidentStatement = (input: Asked, narrowed: Conditions = []): Sql =>
  sql`SELECT ${columns}, 'incident' AS kind, t.verification AS state, t.id AS incident_id, t.place, t.rights
      FROM incidents t WHERE t.case_id = ${input.caseId} AND ${joinSql([within(input), ...narrowed], " AND ")} ${page(input.limit)}`

export const recordStatement = (input: Asked, kind: (typeof timed)[number], narrowed: Conditions = []): Sql =>
  sql`SELECT ${columns}, t.kind, t.state, t.parent_id AS incident_id, coalesce(i.place, '') AS place,
        coalesce(i.rights, '[]') AS rights
      FROM records t LEFT JOIN incidents i ON i.id = t.parent_id
      WHERE t.case_id = ${input.caseId} AND t.kind = ${kind} AND ${joinSql([within(input), ...narrowed], " AND ")} ${page(input.limit)}`

const EventRow = z.object({
  id: z.string(),
  kind: z.enum(["incident", ...timed]),
  title: z.string(),
  state: z.string(),
  dates_edtf: z.string(),
  date_earliest: z.string(),
  date_latest: z.string(),
  incident_id: z.string(),
  place: z.string(),
  rights: z.string(),
})
type EventRow = z.infer<typeof EventRow>

const PersonRow = z.object({ incident_id: z.string(), id: z.string(), label: z.string() })

/** Who is in which incident: in one statement, by the order of names. */
export const peopleStatement = (caseId: CaseId): Sql =>
  sql`SELECT v.incident_id, a.id, a.label FROM actors a JOIN involvements v ON v.actor_id = a.id
      WHERE a.case_id = ${caseId} ORDER BY a.label_sort, a.id`

type LanesOf = (row: EventRow) => readonly TimelineLane[]

const byPerson = (tx: ReadTx, caseId: CaseId): LanesOf => {
  const people = new Map<string, TimelineLane[]>()
  for (const row of tx.all(peopleStatement(caseId))) {
    const { incident_id: incidentId, id, label } = PersonRow.parse(row)
    const known = people.get(incidentId) ?? []
    if (!known.some((lane) => lane.id === id)) people.set(incidentId, [...known, { id, title: label }])
  }
  return ({ incident_id: incidentId }) => people.get(incidentId) ?? []
}

const lanesOf = (tx: ReadTx, { caseId, lanes }: Asked): LanesOf => {
  switch (lanes) {
    case "none":
      return () => []
    case "person":
      return byPerson(tx, caseId)
    case "right":
      return ({ rights }) => [...new Set(JSON.parse(rights) as string[])].map((code) => ({ id: code, title: code }))
    case "place":
      return ({ place }) => (place === "" ? [] : [{ id: place, title: place }])
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const countAll = (tx: ReadTx, caseId: CaseId): number => {
  const row = tx.one(
    sql`SELECT (SELECT count(*) FROM incidents WHERE case_id = ${caseId})
      + (SELECT count(*) FROM records WHERE case_id = ${caseId} AND kind IN (${joinSql(timed)})) AS count`,
  )
  return Number(row?.["count"] ?? 0)
}

/** @throws Fault "not-found", "date-unreadable" */
export const list = (tx: ReadTx, input: Asked): Output<"timeline.list"> => {
  cases.mustExist(tx, input.caseId)
  const find = lanesOf(tx, input)
  const lanes = new Map<string, TimelineLane>()
  const found: TimelineEvent[] = []
  let cut = false
  const left = (kind: "incident" | (typeof timed)[number]) =>
    narrowedAmong({ tx, caseId: input.caseId, kind }, input.filter)
  const statements = [
    incidentStatement(input, left("incident")),
    ...timed.map((kind) => recordStatement(input, kind, left(kind))),
  ]
  for (const statement of statements) {
    const rows = tx.all(statement)
    cut ||= rows.length > input.limit
    for (const source of rows.slice(0, input.limit)) {
      const row = EventRow.parse(source)
      const mine = find(row)
      for (const lane of mine) lanes.set(lane.id, lane)
      const { kind, id, title, state } = row
      found.push({
        record: { kind, id, title, state, type: kind === "act" ? state : "" },
        dates: { edtf: row.dates_edtf, earliest: row.date_earliest, latest: row.date_latest },
        lanes: mine.map((lane) => lane.id),
      })
    }
  }
  const isDated = ({ dates }: TimelineEvent): boolean => dates.earliest !== "" || dates.latest !== ""
  const startOf = ({ dates }: TimelineEvent): string => dates.earliest || dates.latest
  const events = found.filter(isDated).sort((a, b) => compare(startOf(a), startOf(b)))
  const ordered = [...lanes.values()].sort((a, b) => a.title.localeCompare(b.title))
  return {
    events,
    undated: found.filter((event) => !isDated(event)),
    lanes: ordered,
    all: countAll(tx, input.caseId),
    cut,
  }
}

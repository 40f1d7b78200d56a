import { type Edtf, edtfBounds, parseEdtf } from "../edtf.ts"
import type { Calendar } from "./calendar.ts"
import { addDays, addMonths, type Day } from "./day.ts"
import type { Count, Known } from "./rule.ts"
import type { Step } from "./steps.ts"

/** From when a time runs, as far as that is known. */
export interface Start {
  readonly earliest: Day
  readonly latest: Day
  /** Recorded with "?" or "~": the day itself may be another. */
  readonly doubtful: boolean
  /** "14:30", or "" where not known. */
  readonly time: string
}

/** One way to read the rule and the start, and the last day that follows from it. */
export interface Reading {
  readonly start: Day
  readonly firstDayCounted: boolean
  readonly moved: boolean
  readonly due: Day
}

export interface Computed {
  readonly readings: readonly Reading[]
  /** The nearest of all readings: who keeps it is on the safe side of every one. */
  readonly earliest: Day
  readonly latest: Day
  /** Both as one date: a day, or some day between the two. */
  readonly edtf: string
  readonly doubtful: boolean
  /** The working, step by step. */
  readonly steps: readonly Step[]
}

const isDoubtful = (edtf: Edtf): boolean => {
  const points = edtf.kind === "point" ? [edtf.point] : edtf.kind === "one-of" ? edtf.points : [edtf.from, edtf.to]
  return points.some((point) => point !== null && (point.uncertain || point.approximate))
}

/** Undefined where the text is no date, runs backwards, or has no first or no last day. */
export const startOf = (edtf: string, time = ""): Start | undefined => {
  const parsed = parseEdtf(edtf)
  if (parsed === undefined) return undefined
  const { earliest, latest } = edtfBounds(parsed)
  return earliest === "" || latest === "" ? undefined : { earliest, latest, doubtful: isDoubtful(parsed), time }
}

const readingsOf = (known: Known): readonly boolean[] => (known === "unknown" ? [true, false] : [known === "yes"])

const workingDay = (from: Day, amount: number, { off }: Calendar): Day => {
  let day = from
  for (let worked = off(day) === undefined ? 1 : 0; worked < amount; ) {
    day = addDays(day, 1)
    if (off(day) === undefined) worked += 1
  }
  return day
}

/** The last day by one reading; before anything moves. `cut`: the month had no such day. */
const lastDay = (
  start: Day,
  { amount, unit }: Count,
  counted: boolean,
  calendar: Calendar,
): { day: Day; cut: boolean } => {
  if (unit === "days") return { day: addDays(start, counted ? amount - 1 : amount), cut: false }
  if (unit === "working-days") {
    return { day: workingDay(counted ? start : addDays(start, 1), amount, calendar), cut: false }
  }
  const { day, cut } = addMonths(start, unit === "years" ? amount * 12 : amount)
  return { day: counted ? addDays(day, -1) : day, cut }
}

const nextWorkingDay = (day: Day, { off }: Calendar): Day => {
  let next = day
  while (off(next) !== undefined) next = addDays(next, 1)
  return next
}

interface Part {
  readonly readings: readonly Reading[]
  readonly steps: readonly Step[]
}

/** What becomes of a last day that nobody works on: it stays, it moves, or both are possible. */
const ended = (day: Day, count: Count, calendar: Calendar, said: Pick<Reading, "start" | "firstDayCounted">): Part => {
  const why = calendar.off(day)
  if (why === undefined) return { readings: [{ ...said, moved: false, due: day }], steps: [] }
  const to = nextWorkingDay(day, calendar)
  const readings = readingsOf(count.movesFromDayOff).map((moved) => ({ ...said, moved, due: moved ? to : day }))
  return {
    readings,
    steps: [
      { step: "off", day, why },
      { step: "after-off", moves: count.movesFromDayOff, day, to },
    ],
  }
}

const byDays = (start: Start, count: Count, calendar: Calendar): Part => {
  const bounds = [...new Set([start.earliest, start.latest])]
  const parts = bounds.flatMap((from) =>
    readingsOf(count.firstDayCounted).map((counted): Part => {
      const { day, cut } = lastDay(from, count, counted, calendar)
      const { amount, unit } = count
      const end = ended(day, count, calendar, { start: from, firstDayCounted: counted })
      const steps: Step[] = [{ step: "count", from, counted, amount, unit, to: day }]
      if (cut) steps.push({ step: "no-such-day", to: counted ? addDays(day, 1) : day })
      return { readings: end.readings, steps: [...steps, ...end.steps] }
    }),
  )
  return { readings: parts.flatMap(({ readings }) => readings), steps: parts.flatMap(({ steps }) => steps) }
}

const later = (day: Day, time: string, hours: number): string =>
  new Date(Date.parse(`${day}T${time}:00Z`) + hours * 3_600_000).toISOString().slice(0, 16)

/** By the clock, through nights and days off alike. Without the hour of the start: from the first to the last minute. */
const byHours = (start: Start, { amount }: Count, calendar: Calendar): Part => {
  const from = later(start.earliest, start.time === "" ? "00:00" : start.time, amount)
  const to = later(start.latest, start.time === "" ? "23:59" : start.time, amount)
  const ends = [...new Set([from, to])]
  const readings = ends.map((end) => ({
    start: end === from ? start.earliest : start.latest,
    firstDayCounted: true,
    moved: false,
    due: end.slice(0, 10),
  }))
  const steps: Step[] = [{ step: "hours", amount, time: start.time, from, to }]
  for (const { due } of readings) {
    const why = calendar.off(due)
    if (why !== undefined) steps.push({ step: "off", day: due, why })
  }
  return { readings, steps }
}

const lastYear = 2999

/**
 * The last day of a time, with every step that led there. Where the start is a span, or the rule does not say whether
 * its first day counts or what happens on a day off, each reading is counted. Undefined where it leaves the calendar.
 */
export const compute = (count: Count, start: Start, calendar: Calendar): Computed | undefined => {
  const { readings, steps } = count.unit === "hours" ? byHours(start, count, calendar) : byDays(start, count, calendar)
  const dues = readings.map(({ due }) => due).sort()
  const [earliest = "", latest = ""] = [dues[0], dues.at(-1)]
  if (latest.length !== 10 || Number(latest.slice(0, 4)) > lastYear) return undefined
  const { doubtful } = start
  const unknown: Step[] =
    count.unit !== "hours" && count.firstDayCounted === "unknown" ? [{ step: "first-day-unknown" }] : []
  const seen = new Set<string>()
  const all: Step[] = [
    { step: "start", from: start.earliest, to: start.latest, time: start.time, doubtful },
    ...unknown,
    ...steps,
    { step: "calendar" },
    { step: "result", earliest, latest },
  ]
  const once = all.filter((step) => {
    const key = JSON.stringify(step)
    const fresh = !seen.has(key)
    seen.add(key)
    return fresh
  })
  const edtf = earliest === latest ? `${earliest}${doubtful ? "?" : ""}` : `[${earliest}..${latest}]`
  return { readings, earliest, latest, edtf, doubtful, steps: once }
}

import type { TimelineEvent } from "../../../shared/contract/timeline.ts"
import { type EdtfPoint, parseEdtf } from "../../../shared/edtf.ts"

/** Days since 1970 in UTC, with parts of days. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** When something was, as far as is known. `fuzzy`: that end may lie elsewhere. */
export interface Span extends Window {
  readonly fuzzyFrom: boolean
  readonly fuzzyTo: boolean
}

const dayMs = 86_400_000

export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / dayMs
export const momentOf = (day: number): Date => new Date(day * dayMs)

const isSure = (point: EdtfPoint | null): boolean =>
  point !== null && /^\d\d$/.test(point.day) && !point.uncertain && !point.approximate && !point.year.includes("X")

const sureEnds = (edtf: string): readonly [boolean, boolean] => {
  const parsed = parseEdtf(edtf)
  if (parsed?.kind === "point") return [isSure(parsed.point), isSure(parsed.point)]
  return parsed?.kind === "interval" ? [isSure(parsed.from), isSure(parsed.to)] : [false, false]
}

/** Undefined where nothing is known. An end that is open stands with the other one, fuzzy. */
export const spanOf = ({ dates }: Pick<TimelineEvent, "dates">): Span | undefined => {
  const [earliest, latest] = [dates.earliest || dates.latest, dates.latest || dates.earliest]
  if (earliest === "") return undefined
  const [from, to] = sureEnds(dates.edtf)
  return { from: dayOf(earliest), to: dayOf(latest) + 1, fuzzyFrom: !from, fuzzyTo: !to }
}

const shortestDays = 1 / 4
const longestDays = 200 * 365

/** Zooms so that the day under the pointer stays under it. `share`: where it is, 0 left to 1 right. */
export const zoomed = ({ from, to }: Window, factor: number, share: number): Window => {
  const length = Math.min(longestDays, Math.max(shortestDays, (to - from) * factor))
  const still = from + (to - from) * share
  return { from: still - length * share, to: still + length * (1 - share) }
}

export const moved = ({ from, to }: Window, days: number): Window => ({ from: from + days, to: to + days })

/** All of it with some room on both sides; this year where nothing has a date. */
export const wholeOf = (spans: readonly Window[], today: number): Window => {
  if (spans.length === 0) return { from: today - 180, to: today + 180 }
  let [from, to] = [Infinity, -Infinity]
  for (const span of spans) {
    from = Math.min(from, span.from)
    to = Math.max(to, span.to)
  }
  const room = Math.max(2, (to - from) * 0.05)
  return { from: from - room, to: to + room }
}

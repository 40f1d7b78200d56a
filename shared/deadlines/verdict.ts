import type { Day } from "./day.ts"

/**
 * What may be said of a deadline: "check-law" while no lawyer has checked its rule, whatever the day; "unclear" where
 * its readings, or the day of doing it, leave both answers open.
 */
export const verdicts = ["check-law", "in-time", "late", "unclear", "open"] as const
export type Verdict = (typeof verdicts)[number]

export interface Judged {
  readonly earliest: Day
  readonly latest: Day
  /** The start itself is in doubt. */
  readonly doubtful: boolean
  /** Ends at some hour of that day. */
  readonly byTheHour: boolean
  readonly verified: boolean
  /** When it was done, as far as known; null: not yet. */
  readonly done: { readonly earliest: Day; readonly latest: Day } | null
  readonly today: Day
}

/** Nothing but this may say "in time" or "late". */
export const verdictOf = ({ earliest, latest, doubtful, byTheHour, verified, done, today }: Judged): Verdict => {
  if (!verified) return "check-law"
  const [first, last] = done === null ? [today, today] : [done.earliest, done.latest]
  const before = byTheHour ? last < earliest : last <= earliest
  if (doubtful) return before && done === null ? "open" : "unclear"
  if (first > latest) return "late"
  if (!before) return "unclear"
  return done === null ? "open" : "in-time"
}

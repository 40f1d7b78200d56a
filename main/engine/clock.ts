import type { Instant } from "../../shared/model/ids.ts"

/** Time is an argument, so that tests repeat. */
export interface Clock {
  /** ISO 8601 in UTC with milliseconds. */
  now(): Instant
  /** Milliseconds that never run backwards, for durations only. */
  monotonicMs(): number
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonicMs: () => performance.now(),
}

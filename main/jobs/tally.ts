import type { Job } from "../../shared/model/job.ts"

/** Counts of one job, and from them how long it will still take. Times are monotonic milliseconds. */
export interface Tally {
  begin(nowMs: number): void
  /** Time from here to `release` is not work. */
  hold(nowMs: number): void
  release(nowMs: number): void
  step(step: string): void
  total(count: number): void
  advance(count: number): void
  fraction(fraction: number): void
  shown(nowMs: number, state: Job["state"]): Pick<Job, "progress" | "done" | "total" | "secondsLeft" | "step">
}

// An estimate from less than this says nothing.
const shortestWorkMs = 1000

export const newTally = (): Tally => {
  let step = ""
  let done = 0
  let total = 0
  let given: number | null = null
  let startedMs = 0
  let heldSinceMs: number | null = null
  let heldMs = 0

  const progress = (): number | null => {
    if (given !== null) return given
    return total === 0 ? null : Math.min(1, done / total)
  }

  const secondsLeft = (nowMs: number): number | null => {
    const workMs = (heldSinceMs ?? nowMs) - startedMs - heldMs
    const part = progress()
    if (part === null || part <= 0 || workMs < shortestWorkMs) return null
    return Math.ceil((workMs * (1 - part)) / part / 1000)
  }

  return {
    begin: (nowMs) => {
      startedMs = nowMs
      heldMs = 0
    },
    hold: (nowMs) => {
      heldSinceMs = nowMs
    },
    release: (nowMs) => {
      if (heldSinceMs !== null) heldMs += nowMs - heldSinceMs
      heldSinceMs = null
    },
    step: (next) => {
      step = next
    },
    total: (count) => {
      total = count
    },
    advance: (count) => {
      done += count
    },
    fraction: (fraction) => {
      given = Math.max(0, Math.min(1, fraction))
    },
    shown: (nowMs, state) => ({
      progress: state === "done" ? 1 : progress(),
      done,
      total,
      secondsLeft: state === "running" ? secondsLeft(nowMs) : null,
      step,
    }),
  }
}

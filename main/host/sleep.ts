const tickMs = 5_000
const sleptMs = 30_000

/** How long the machine slept between two readings of the clocks: the wall clock runs on, the monotonic one does not. */
export const sleptBetween = (wallMs: number, monotonicMs: number): number => wallMs - monotonicMs

/**
 * Calls `onSleep` when the machine was suspended. Without a word from the system this is seen only on waking,
 * which is when somebody else may sit in front of it. Returns how to stop.
 */
export const watchForSleep = (onSleep: () => void): (() => void) => {
  let wall = Date.now()
  let monotonic = performance.now()
  const timer = setInterval(() => {
    const slept = sleptBetween(Date.now() - wall, performance.now() - monotonic)
    wall = Date.now()
    monotonic = performance.now()
    if (slept > sleptMs) onSleep()
  }, tickMs).unref()
  return () => clearInterval(timer)
}

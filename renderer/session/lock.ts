/**
 * Locking empties every store: what was shown must not stay in the page. The page itself ends right after;
 * this is for the moment between, and for hosts that keep the page.
 */
const resets = new Set<() => void>()

/** Registers what to run on lock. Stores call this once, when they are made. */
export const onLock = (reset: () => void): void => void resets.add(reset)

export const resetEverything = (): void => {
  for (const reset of resets) reset()
}

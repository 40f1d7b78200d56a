/** Pages one by one, a few at a time: the pool has a process or two, and pages wait in memory. */
import { Fault } from "../../shared/faults.ts"

export interface PageWork {
  readonly signal?: AbortSignal | undefined
  /** Called after each page that is done. */
  readonly onPage?: (() => void) | undefined
}

const atOnce = 3

/** Calls `work` for pages 1 to `count`; the first failure ends it. @throws Fault "cancelled", and what `work` throws */
export const forEachPage = async (
  { signal, onPage }: PageWork,
  count: number,
  work: (page: number, options: { signal?: AbortSignal }) => Promise<void>,
): Promise<void> => {
  let next = 1
  let failed = false
  const options = signal === undefined ? {} : { signal }
  const take = async (): Promise<void> => {
    while (next <= count && !failed) {
      if (signal?.aborted === true) throw new Fault("cancelled")
      const page = next
      next += 1
      try {
        await work(page, options)
      } catch (error) {
        failed = true
        throw error
      }
      onPage?.()
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, take))
}

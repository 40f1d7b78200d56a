/** What every bench measures and prints with. A bench prints rows of one table; `bench/run.ts` gathers them. */

/** The middle value: one slow run, or one lucky one, does not count. */
export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** The value below which `share` (0 to 1) of the values lie. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const secondsOf = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Runs `work` so many times, one after another, and gives what each run gave. */
export const runs = async <T>(count: number, work: (run: number) => Promise<T>): Promise<T[]> => {
  const results: T[] = []
  for (let run = 0; run < count; run += 1) results.push(await work(run))
  return results
}

export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: "×" | "%" | "s" | "ms" | "MB" | "kB" | "pages/s"
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number }
  /** What the figure was made of. */
  readonly detail?: string
}

const decimals = (value: number): number => (value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0)
export const round = (value: number): string => value.toFixed(decimals(value))

const goalOf = ({ goal, unit }: Figure): string => {
  if (goal === undefined) return ""
  return "atMost" in goal ? `≤ ${goal.atMost} ${unit}` : `≥ ${goal.atLeast} ${unit}`
}

const metOf = ({ goal, value }: Figure): string => {
  if (goal === undefined) return ""
  return ("atMost" in goal ? value <= goal.atMost : value >= goal.atLeast) ? "yes" : "no"
}

/** One row of the table: what, figure, goal, met. */
export const rowOf = (figure: Figure): string => {
  const { what, value, unit, detail } = figure
  const shown = `${round(value)} ${unit}${detail === undefined ? "" : ` (${detail})`}`
  return `| ${what} | ${shown} | ${goalOf(figure)} | ${metOf(figure)} |`
}

export const report = (figure: Figure): void => console.log(rowOf(figure))

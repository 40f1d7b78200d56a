import { isFault } from "../../shared/faults.ts"

const frames = (error: Error): string[] =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 6)
    .map((line) => line.trim())

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return "not an error"
  const name = isFault(error) ? `Fault ${error.code}` : error.name
  // Subtle: an error's message may quote what somebody typed or what a file holds, so only where it rose is written.
  const cause = error.cause === undefined ? "" : ` caused by ${describe(error.cause)}`
  return `${[name, ...frames(error)].join(" | ")}${cause}`
}

/** One line about a failure that nobody meant: the call, the kind of error, the lines of code. Never content. */
export const faultLine = (call: string, error: unknown): string => `saqta: ${call}: ${describe(error)}\n`

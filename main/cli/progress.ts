import type { Reply } from "../../shared/contract/call.ts"
import type { Output } from "../../shared/contract/contract.ts"
import type { VaultNotice } from "../../shared/contract/vault.ts"
import type { z } from "zod"
import type { Job } from "../../shared/model/job.ts"
import { printable } from "./print.ts"

type NoticeKind = z.infer<typeof VaultNotice>["kind"]

/** Long work as a line on standard error; nothing at all where nobody is watching. */
export interface ProgressBar {
  during<T>(work: () => Promise<T>): Promise<T>
  /** One line of what has been done. */
  say(line: string): void
  /** Something found on opening that a person must know. */
  notice(kind: NoticeKind, count: number): void
}

export interface ProgressParts {
  /** Writes to standard error. */
  readonly say: (text: string) => void
  readonly watched: boolean
  readonly columns: number
  readonly sentence: (kind: NoticeKind, count: number) => string
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>
}

const barWidth = 24
const everyMs = 200

const timeLeft = (seconds: number | null): string => {
  if (seconds === null) return ""
  return seconds < 90 ? `${Math.ceil(seconds)} s left` : `${Math.round(seconds / 60)} min left`
}

/** One line for one job, no longer than `columns`. */
export const jobLine = (job: Job, columns: number): string => {
  const filled = Math.round((job.progress ?? 0) * barWidth)
  const bar = "█".repeat(filled) + "░".repeat(barWidth - filled)
  const count = job.total > 0 ? `${job.done}/${job.total}` : ""
  const parts = [bar, count, job.step, printable(job.label), timeLeft(job.secondsLeft)]
  return Array.from(parts.filter((part) => part !== "").join("  "))
    .slice(0, Math.max(20, columns - 1))
    .join("")
}

export const createProgress = ({ say, watched, columns, sentence, call }: ProgressParts): ProgressBar => {
  const draw = async (): Promise<void> => {
    const reply = await call("job.list", {})
    const jobs = reply.ok ? (reply.result as Output<"job.list">).jobs : []
    const running = jobs.find((job) => job.state === "running")
    if (running !== undefined) say(`\r\u001b[K${jobLine(running, columns)}`)
  }
  return {
    during: async (work) => {
      if (!watched) return work()
      const timer = setInterval(() => void draw(), everyMs)
      try {
        return await work()
      } finally {
        clearInterval(timer)
        say("\r\u001b[K")
      }
    },
    say: (line) => say(`${line}\n`),
    notice: (kind, count) => say(`${sentence(kind, count)}\n`),
  }
}

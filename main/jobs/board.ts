import type { EngineEvent } from "../../shared/contract/events.ts"
import { Fault, isFault } from "../../shared/faults.ts"
import type { CaseId, JobId } from "../../shared/model/ids.ts"
import type { Job, jobKinds } from "../../shared/model/job.ts"
import type { Clock } from "../engine/clock.ts"
import { newTally, type Tally } from "./tally.ts"
import { throttled } from "./throttle.ts"

type JobKind = (typeof jobKinds)[number]

/** The closing line's numbers: key of i18n under `job.outcome.` → count. */
export type JobOutcome = Readonly<Record<string, number>>

/** How running work tells where it is. */
export interface JobProgress {
  /** What it works on now, where that changes: a file's name. */
  label(label: string): void
  /** A key of i18n under `job.step.`, such as "sealing". */
  step(step: string): void
  /** How many pieces there are in all. */
  total(count: number): void
  /** So many more pieces are done. */
  advance(count?: number): void
  /** Where the whole stands, 0 to 1, when pieces differ in size; else done ÷ total counts. */
  fraction(fraction: number): void
  /** Waits while jobs are paused. Call it between pieces. @throws Fault "cancelled" */
  checkpoint(): Promise<void>
}

type JobWork = (progress: JobProgress, signal: AbortSignal) => Promise<JobOutcome>

interface StartedJob {
  readonly id: JobId
  /** Settles when the work has; @throws what the work threw, or Fault "cancelled" */
  readonly ended: Promise<JobOutcome>
}

export interface JobBoard {
  /** Runs `work` when no other of its kind is running (so work must not start, and wait for, one of its own kind). */
  start(kind: JobKind, label: string, caseId: CaseId | null, work: JobWork): StartedJob
  /** Newest first. */
  list(): Job[]
  /** Asks a job to stop; nothing happens to one that has ended. @throws Fault "not-found" */
  cancel(id: JobId): void
  /** Starts a failed or cancelled job again under its id. @throws Fault "not-found" */
  retry(id: JobId): void
  /** Takes what has ended off the board. */
  clear(): void
  pause(paused: boolean): void
  /** Cancels everything and waits until it has stopped: before a vault closes. The board is as new after that. */
  close(): Promise<void>
}

export interface JobBoardParts {
  readonly clock: Clock
  readonly newId: () => JobId
  readonly emit: (event: EngineEvent) => void
}

interface Entry {
  readonly id: JobId
  readonly kind: JobKind
  label: string
  readonly caseId: CaseId | null
  readonly work: JobWork
  state: Job["state"]
  tally: Tally
  outcome: JobOutcome
  fault: Fault | null
  abort: AbortController
}

const emitIntervalMs = 200
const endedKept = 200
const hasEnded = (entry: Entry): boolean => entry.state !== "queued" && entry.state !== "running"
const isAborted = (entry: Entry): boolean => entry.abort.signal.aborted
const canRetry = (entry: Entry): boolean => entry.state === "failed" || entry.state === "cancelled"

const shown = (entry: Entry, nowMs: number): Job => ({
  id: entry.id,
  kind: entry.kind,
  state: entry.state,
  caseId: entry.caseId,
  label: entry.label,
  ...entry.tally.shown(nowMs, entry.state),
  outcome: { ...entry.outcome },
  fault: entry.fault === null ? null : { code: entry.fault.code, detail: { ...entry.fault.detail } },
  cancellable: !hasEnded(entry),
  retryable: canRetry(entry),
})

/** The one list of long work: what the tray shows, and the only place where work is cancelled, retried or paused. */
export const createJobBoard = ({ clock, newId, emit }: JobBoardParts): JobBoard => {
  const entries: Entry[] = []
  const lastOfKind = new Map<JobKind, Promise<unknown>>()
  const events = throttled(() => emit({ kind: "jobs.changed" }), emitIntervalMs)
  const running = new Set<Promise<unknown>>()
  let resume: (() => void) | undefined
  let resumed: Promise<void> | undefined

  const find = (id: JobId): Entry => {
    const entry = entries.find((candidate) => candidate.id === id)
    if (entry === undefined) throw new Fault("not-found", { kind: "job" })
    return entry
  }

  const checkpoint = async (entry: Entry): Promise<void> => {
    const { signal } = entry.abort
    while (resumed !== undefined && !signal.aborted) {
      entry.tally.hold(clock.monotonicMs())
      await Promise.race([resumed, whenAborted(signal)])
      entry.tally.release(clock.monotonicMs())
    }
    if (signal.aborted) throw new Fault("cancelled")
  }

  const progressOf = (entry: Entry): JobProgress => {
    const told = (change: () => void): void => {
      change()
      events.call()
    }
    return {
      label: (label) => told(() => (entry.label = label)),
      step: (step) => told(() => entry.tally.step(step)),
      total: (count) => told(() => entry.tally.total(count)),
      advance: (count = 1) => told(() => entry.tally.advance(count)),
      fraction: (fraction) => told(() => entry.tally.fraction(fraction)),
      checkpoint: () => checkpoint(entry),
    }
  }

  const end = (entry: Entry, state: Job["state"], outcome: JobOutcome, fault: Fault | null): void => {
    Object.assign(entry, { state, outcome, fault })
    const surplus = entries.filter(hasEnded).slice(endedKept)
    for (const old of surplus) entries.splice(entries.indexOf(old), 1)
    events.call()
  }

  const run = async (entry: Entry): Promise<JobOutcome> => {
    try {
      await checkpoint(entry)
      // Subtle: cancelled between the check and here; work that waits for "abort" would never hear of it.
      if (isAborted(entry)) throw new Fault("cancelled")
      entry.state = "running"
      entry.tally.begin(clock.monotonicMs())
      events.call()
      const outcome = await entry.work(progressOf(entry), entry.abort.signal)
      end(entry, isAborted(entry) ? "cancelled" : "done", outcome, null)
      return outcome
    } catch (error) {
      const fault = isFault(error) ? error : new Fault("internal", {}, error)
      const stopped = fault.code === "cancelled" || isAborted(entry)
      end(entry, stopped ? "cancelled" : "failed", entry.outcome, stopped ? null : fault)
      throw error
    }
  }

  const enqueue = (entry: Entry): Promise<JobOutcome> => {
    const before = lastOfKind.get(entry.kind) ?? Promise.resolve()
    const ended = before.then(() => run(entry))
    // Whoever started the work hears of its failure; the queue and a retry do not.
    const settled = ended.then(
      () => undefined,
      () => undefined,
    )
    lastOfKind.set(entry.kind, settled)
    running.add(settled)
    void settled.then(() => running.delete(settled))
    events.call()
    return ended
  }

  const start = (kind: JobKind, label: string, caseId: CaseId | null, work: JobWork): StartedJob => {
    const fresh = {
      state: "queued",
      tally: newTally(),
      outcome: {},
      fault: null,
      abort: new AbortController(),
    } as const
    const entry: Entry = { id: newId(), kind, label, caseId, work, ...fresh }
    entries.unshift(entry)
    return { id: entry.id, ended: enqueue(entry) }
  }

  const retry = (id: JobId): void => {
    const entry = find(id)
    if (!canRetry(entry)) return
    Object.assign(entry, { state: "queued", tally: newTally(), outcome: {}, fault: null, abort: new AbortController() })
    void enqueue(entry).catch(() => undefined)
  }

  const cancel = (id: JobId): void => {
    find(id).abort.abort()
    events.call()
  }

  const clear = (): void => {
    entries.splice(0, entries.length, ...entries.filter((entry) => !hasEnded(entry)))
    events.call()
  }

  const pause = (paused: boolean): void => {
    if (paused && resumed === undefined) resumed = new Promise((resolve) => (resume = resolve))
    if (!paused) {
      resumed = undefined
      resume?.()
    }
    events.call()
  }

  const close = async (): Promise<void> => {
    for (const entry of entries) if (!hasEnded(entry)) entry.abort.abort()
    await Promise.all(running)
    pause(false)
    entries.length = 0
    events.stop()
  }

  return {
    start,
    list: () => entries.map((entry) => shown(entry, clock.monotonicMs())),
    cancel,
    retry,
    clear,
    pause,
    close,
  }
}

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }))

import { expect, test } from "vitest"
import type { EngineEvent } from "../../../shared/contract/events.ts"
import { Fault } from "../../../shared/faults.ts"
import type { JobId } from "../../../shared/model/ids.ts"
import { createJobBoard, type JobProgress } from "../../../main/jobs/board.ts"

const setUp = () => {
  let nowMs = 0
  let count = 0
  const events: EngineEvent[] = []
  const board = createJobBoard({
    clock: { now: () => "2026-11-23T00:00:00.000Z", monotonicMs: () => nowMs },
    newId: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, "0")}` as JobId,
    emit: (event) => events.push(event),
  })
  return { board, events, pass: (ms: number) => (nowMs += ms) }
}

const gate = <T>() => {
  let open!: (value: T) => void
  const opened = new Promise<T>((resolve) => (open = resolve))
  return { open, opened }
}

/** Work that waits to be let go, and tells of its progress meanwhile. */
const heldWork = () => {
  const begun = gate<JobProgress>()
  const end = gate<undefined>()
  const work = async (progress: JobProgress) => {
    begun.open(progress)
    await end.opened
    await progress.checkpoint()
    return { imported: 2 }
  }
  return { work, begun: begun.opened, letGo: () => end.open(undefined) }
}

test("a job is shown running, then done with its numbers", async () => {
  const { board } = setUp()
  const held = heldWork()
  const job = board.start("import", "scans", null, held.work)
  await held.begun
  expect(board.list()).toMatchObject([{ id: job.id, state: "running", label: "scans", cancellable: true }])
  held.letGo()
  expect(await job.ended).toEqual({ imported: 2 })
  expect(board.list()).toMatchObject([{ state: "done", progress: 1, outcome: { imported: 2 }, cancellable: false }])
})

test("the time left follows from the work done, and time spent paused does not count", async () => {
  const { board, pass } = setUp()
  const held = heldWork()
  const job = board.start("import", "scans", null, held.work)
  const progress = await held.begun
  progress.total(4)
  progress.advance()
  expect(board.list()[0]?.secondsLeft).toBeNull()
  pass(10_000)
  expect(board.list()[0]).toMatchObject({ progress: 0.25, secondsLeft: 30 })
  board.pause(true)
  const waiting = progress.checkpoint()
  pass(60_000)
  expect(board.list()[0]?.secondsLeft).toBe(30)
  board.pause(false)
  await waiting
  expect(board.list()[0]?.secondsLeft).toBe(30)
  held.letGo()
  await job.ended
})

test("a cancelled job stops at its next checkpoint and can be retried under its id", async () => {
  const { board } = setUp()
  const held = heldWork()
  const job = board.start("import", "scans", null, held.work)
  await held.begun
  board.cancel(job.id)
  held.letGo()
  await expect(job.ended).rejects.toMatchObject({ code: "cancelled" })
  expect(board.list()).toMatchObject([{ state: "cancelled", fault: null, retryable: true }])
  board.retry(job.id)
  await expect.poll(() => board.list()[0]?.state).toBe("done")
  expect(board.list()).toHaveLength(1)
})

test("a paused job can be cancelled", async () => {
  const { board } = setUp()
  board.pause(true)
  const job = board.start("read", "scans", null, () => Promise.resolve({}))
  board.cancel(job.id)
  await expect(job.ended).rejects.toMatchObject({ code: "cancelled" })
})

test("a job that throws is shown failed with its fault, and the next one runs", async () => {
  const { board } = setUp()
  const first = board.start("export", "a", null, () => Promise.reject(new Fault("disk-full", { free: 3 })))
  const second = board.start("export", "b", null, () => Promise.resolve({ exported: 1 }))
  await expect(first.ended).rejects.toMatchObject({ code: "disk-full" })
  await second.ended
  expect(board.list()).toMatchObject([
    { label: "b", state: "done" },
    { label: "a", state: "failed", fault: { code: "disk-full", detail: { free: 3 } }, retryable: true },
  ])
})

test("jobs of one kind run one after the other, of two kinds side by side", async () => {
  const { board } = setUp()
  const held = heldWork()
  const first = board.start("import", "a", null, held.work)
  const second = board.start("import", "b", null, () => Promise.resolve({}))
  const other = board.start("dossier", "c", null, () => Promise.resolve({}))
  await other.ended
  expect(board.list().map((job) => job.state)).toEqual(["done", "queued", "running"])
  held.letGo()
  await Promise.all([first.ended, second.ended])
})

test("clearing takes only what has ended", async () => {
  const { board } = setUp()
  const held = heldWork()
  const job = board.start("import", "a", null, held.work)
  await board.start("dossier", "b", null, () => Promise.resolve({})).ended
  board.clear()
  expect(board.list().map((shown) => shown.label)).toEqual(["a"])
  held.letGo()
  await job.ended
})

test("an unknown job cannot be cancelled or retried", () => {
  const { board } = setUp()
  expect(() => board.cancel("x" as JobId)).toThrow(expect.objectContaining({ code: "not-found" }))
  expect(() => board.retry("x" as JobId)).toThrow(expect.objectContaining({ code: "not-found" }))
})

test("closing stops what runs and waits for it", async () => {
  const { board } = setUp()
  let stopped = false
  const job = board.start("import", "a", null, async (_progress, signal) => {
    await new Promise<void>((resolve) => signal.addEventListener("abort", () => setTimeout(resolve, 5)))
    stopped = true
    return {}
  })
  await expect.poll(() => board.list()[0]?.state).toBe("running")
  await board.close()
  expect(stopped).toBe(true)
  await job.ended
  expect(board.list()).toEqual([])
})

test("a thousand steps are told in few events", async () => {
  const { board, events } = setUp()
  await board.start("import", "a", null, (progress) => {
    for (let index = 0; index < 1000; index += 1) progress.advance()
    return Promise.resolve({})
  }).ended
  expect(events.length).toBeLessThan(5)
})

import { expect, test } from "vitest"
import { lockedExitCode } from "../../../main/host/host.ts"
import { keepWindow } from "../../../main/host/keeper.ts"

/** Lives of a shell: how long each takes, and how it ends. */
const lives = (...ends: readonly (readonly [tookMs: number, exitCode: number])[]) => {
  let nowMs = 0
  let started = 0
  return {
    started: () => started,
    parts: {
      monotonicMs: () => nowMs,
      runShell: () => {
        const [tookMs, exitCode] = ends[started++] ?? [0, 99]
        nowMs += tookMs
        return Promise.resolve(exitCode)
      },
    },
  }
}

test("a shell that locked is followed by a fresh one, until the window is closed", async () => {
  const shells = lives([60_000, lockedExitCode], [60_000, lockedExitCode], [1_000, 0])
  expect(await keepWindow(shells.parts)).toBe(0)
  expect(shells.started()).toBe(3)
})

test("a shell that failed is not started again", async () => {
  const shells = lives([60_000, 1])
  expect(await keepWindow(shells.parts)).toBe(1)
  expect(shells.started()).toBe(1)
})

test("shells that lock right after their start, again and again, are given up", async () => {
  const shells = lives([100, lockedExitCode], [100, lockedExitCode], [100, lockedExitCode], [100, lockedExitCode])
  expect(await keepWindow(shells.parts)).toBe(1)
  expect(shells.started()).toBe(3)
})

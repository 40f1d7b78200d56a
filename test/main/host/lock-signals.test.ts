import { expect, test } from "vitest"
import type { EngineLink } from "../../../main/host/engine-link.ts"
import { lockOnSignals } from "../../../main/host/lock-signals.ts"

const engineWith = (isOpen: boolean, settings?: { lockOnSuspend: boolean }): EngineLink =>
  ({
    isOpen: () => isOpen,
    call: () => Promise.resolve(settings === undefined ? { ok: false, fault: {} } : { ok: true, result: settings }),
  }) as unknown as EngineLink

const locksOn = async (engine: EngineLink, signal: "slept" | "screenLocked"): Promise<number> => {
  let locks = 0
  lockOnSignals(engine, () => (locks += 1))[signal]()
  await new Promise((resolve) => setImmediate(resolve))
  return locks
}

test("an open vault is locked by sleep as the settings say, and by a locked screen always", async () => {
  expect(await locksOn(engineWith(true, { lockOnSuspend: true }), "slept")).toBe(1)
  expect(await locksOn(engineWith(true, { lockOnSuspend: false }), "slept")).toBe(0)
  expect(await locksOn(engineWith(true, { lockOnSuspend: false }), "screenLocked")).toBe(1)
})

test("settings that cannot be read lock", async () => {
  expect(await locksOn(engineWith(true), "slept")).toBe(1)
})

test("where nothing is open, nothing is locked", async () => {
  expect(await locksOn(engineWith(false, { lockOnSuspend: true }), "slept")).toBe(0)
  expect(await locksOn(engineWith(false, { lockOnSuspend: true }), "screenLocked")).toBe(0)
})

import type { Output } from "../../shared/contract/contract.ts"
import { watchDesktop } from "./dbus.ts"
import type { EngineLink } from "./engine-link.ts"
import { watchForSleep } from "./sleep.ts"

type LockSettings = Pick<Output<"settings.show">, "lockAfterMinutes" | "lockOnSuspend">

/** Settings that cannot be read are the careful ones. */
const careful: LockSettings = { lockAfterMinutes: 5, lockOnSuspend: true }

/** The engine parsed its own settings; a shell trusts its engine. */
export const readLockSettings = async (engine: EngineLink): Promise<LockSettings> => {
  const reply = await engine.call("settings.show", {})
  return reply.ok ? (reply.result as LockSettings) : careful
}

export interface LockSignals {
  readonly slept: () => void
  readonly screenLocked: () => void
}

/** What to do about each signal of the system. Nothing is locked where nothing is open. */
export const lockOnSignals = (engine: EngineLink, lock: () => void): LockSignals => ({
  slept: () => {
    if (!engine.isOpen()) return
    void readLockSettings(engine).then(({ lockOnSuspend }) => {
      if (lockOnSuspend) lock()
    })
  },
  screenLocked: () => {
    if (engine.isOpen()) lock()
  },
})

/** Follows what every host can follow by itself, until the returned function is called. */
export const followSystem = (
  signals: LockSignals,
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): (() => void) => {
  const stopClocks = watchForSleep(signals.slept)
  if (platform !== "linux") return stopClocks
  const hear = (signal: "sleep" | "screen-locked"): void =>
    signal === "sleep" ? signals.slept() : signals.screenLocked()
  const stopDesktop = watchDesktop({ environment, hear })
  return () => {
    stopClocks()
    stopDesktop()
  }
}

import { powerMonitor } from "electron"
import type { EngineLink } from "../engine-link.ts"
import { followSystem, lockOnSignals, readLockSettings } from "../lock-signals.ts"

const idleCheckMs = 10_000

/**
 * Calls `lock` when the machine sleeps, its screen is locked, or nobody has touched it for as long as the settings say.
 * Returns how to stop listening. Electron hears a locked screen on Windows and macOS only; on Linux the desktop's own signals say it.
 */
export const watchLockSignals = (
  engine: EngineLink,
  lock: () => void,
  environment: Readonly<Record<string, string | undefined>>,
): (() => void) => {
  const signals = lockOnSignals(engine, lock)
  const stop = followSystem(signals, process.platform, environment)
  powerMonitor.on("suspend", () => signals.slept())
  powerMonitor.on("lock-screen", () => signals.screenLocked())
  powerMonitor.on("shutdown", () => signals.screenLocked())
  setInterval(() => {
    if (!engine.isOpen()) return
    void readLockSettings(engine).then(({ lockAfterMinutes }) => {
      if (lockAfterMinutes > 0 && powerMonitor.getSystemIdleTime() >= lockAfterMinutes * 60) lock()
    })
  }, idleCheckMs).unref()
  return stop
}

import { powerMonitor } from "electron"
import { Settings } from "../../../shared/contract/settings.ts"
import type { EngineLink } from "../engine-link.ts"

const idleCheckMs = 10_000

const readSettings = async (engine: EngineLink): Promise<Settings> => {
  const reply = await engine.call("settings.show", {})
  // Settings that cannot be read are the careful ones.
  return Settings.parse(reply.ok ? reply.result : {})
}

/** Calls `lock` when the machine sleeps, its screen is locked, or nobody has touched it for as long as the settings say. */
export const watchLockSignals = (engine: EngineLink, lock: () => void): void => {
  const lockIfOpen = (): void => {
    if (engine.isOpen()) lock()
  }
  powerMonitor.on("suspend", () => {
    void readSettings(engine).then(({ lockOnSuspend }) => lockOnSuspend && lockIfOpen())
  })
  powerMonitor.on("lock-screen", lockIfOpen)
  powerMonitor.on("shutdown", lockIfOpen)
  setInterval(() => {
    if (!engine.isOpen()) return
    void readSettings(engine).then(({ lockAfterMinutes }) => {
      if (lockAfterMinutes > 0 && powerMonitor.getSystemIdleTime() >= lockAfterMinutes * 60) lock()
    })
  }, idleCheckMs).unref()
}

import { Fault } from "../../../shared/faults.ts"
import { closeInTime, type EngineLink, linkEngine } from "../engine-link.ts"
import { forkEngine } from "../fork-engine.ts"
import type { Host, HostOptions, WindowEnding } from "../host.ts"
import { followSystem, lockOnSignals } from "../lock-signals.ts"
import { actForPage } from "./actions.ts"
import { speakCdp } from "./cdp.ts"
import { chromiumEnvironment, chromiumFlags, mediaOrigin, pageOrigin } from "./flags.ts"
import type { FolderDialog } from "./folder-dialog.ts"
import { type Browser, launchChromium } from "./launch.ts"
import { type Line, multiplex, type Wire } from "./multiplexer.ts"
import { makeProfile, sweepProfiles } from "../profile.ts"
import { servePrints } from "../print-link.ts"
import { chromiumPrint } from "./print.ts"
import { serveRequests } from "./serve.ts"
import { attachWindow } from "./window.ts"
import { rmSync } from "node:fs"
import { join } from "node:path"

export interface ChromiumOptions extends HostOptions {
  /** The browser to run. */
  readonly program: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly profileParents: readonly string[]
  readonly headless: boolean
  readonly runsAsRoot: boolean
  readonly chooseFolder: FolderDialog
  /** Hands a second line on the browser's pipe to whoever drives the window (journeys). */
  readonly onReady?: (parts: { openLine: () => Promise<Line>; browserPid: number; enginePid: number }) => void
}

const showWindow = async (
  browser: Browser,
  engine: EngineLink,
  options: ChromiumOptions,
  end: (how: WindowEnding) => void,
) => {
  const lock = (): void => end("locked")
  const wire = multiplex(browser.pipe)
  const cdp = speakCdp(await wire.openLine("root"))
  const { rendererFolder, mainFolder } = options.places
  serveRequests(cdp, { engine, pageOrigin, mediaOrigin, rendererFolder, mediaFolder: join(mainFolder, "media") })
  const window = await attachWindow(cdp, mainFolder)
  actForPage({ engine, window, chooseFolder: options.chooseFolder, lock })
  // A page that crashed leaves its text in the browser's memory: that ends as a lock does.
  window.onEnded((how) => end(how === "crashed" ? "locked" : "closed"))
  await window.open()
  return wire
}

/** Shows the window in a system Chromium. Everything that it starts has ended when `run` resolves. */
export const chromiumHost = (options: ChromiumOptions): Host => ({
  kind: "chromium",
  run: async (): Promise<WindowEnding> => {
    sweepProfiles(options.profileParents)
    const profileFolder = makeProfile(options.profileParents, process.pid)
    const flags = chromiumFlags({ ...options, profileFolder, size: { width: 1366, height: 768 } })
    const browser = launchChromium(options.program, flags, chromiumEnvironment(options.environment, profileFolder))
    const forked = forkEngine(options)
    const engine = linkEngine(forked.link)
    servePrints(forked.link, chromiumPrint(options))
    let stopFollowing: (() => void) | undefined
    const ending = new Promise<WindowEnding>((resolve) => {
      void browser.ended.then(() => resolve("closed"))
      // An engine that is gone took the keys with it: that is a lock, whatever ended it.
      engine.onGone(() => resolve("locked"))
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve("closed"))
      const ready = (wire: Wire): void => {
        // Nothing can be open before the page is there, so there was nothing to lock; starting listeners would delay it.
        stopFollowing ??= followSystem(
          lockOnSignals(engine, () => resolve("locked")),
          process.platform,
          options.environment,
        )
        options.onReady?.({
          openLine: () => wire.openLine("session"),
          browserPid: browser.pid,
          enginePid: forked.pid,
        })
      }
      void showWindow(browser, engine, options, resolve).then(ready, () => resolve("closed"))
    })
    try {
      const how = await ending
      await closeInTime(engine)
      return how
    } finally {
      const stop = stopFollowing
      stopFollowing = () => undefined
      stop?.()
      await Promise.all([browser.kill(), forked.kill()])
      rmSync(profileFolder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})

/** @throws Fault "no-display" where a window cannot be shown */
export const requireDisplay = (
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): void => {
  if (platform !== "linux") return
  if (!environment["DISPLAY"] && !environment["WAYLAND_DISPLAY"]) throw new Fault("no-display")
}

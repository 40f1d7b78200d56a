import { type ChildProcess, spawn } from "node:child_process"
import { accessSync, constants } from "node:fs"
import type { Readable, Writable } from "node:stream"
import { openPipe, type Pipe } from "./pipe.ts"

/** Where a Chromium is found, best first. Debian's own before its wrapper script, which adds flags. */
const programs = [
  "/usr/lib/chromium/chromium",
  "/usr/lib/chromium-browser/chromium-browser",
  "/usr/lib64/chromium-browser/chromium-browser",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/opt/google/chrome/chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The first Chromium of this machine, or undefined. */
export const findChromium = (candidates: readonly string[] = programs): string | undefined =>
  candidates.find(isExecutable)

export interface Browser {
  readonly pipe: Pipe
  readonly pid: number
  readonly ended: Promise<void>
  /** Ends the browser and all its processes at once. */
  kill(): Promise<void>
}

const killGroup = (child: ChildProcess): void => {
  try {
    // Subtle: the browser leads its own process group, so that its renderers and helpers go with it.
    process.kill(-(child.pid ?? 0), "SIGKILL")
  } catch {
    child.kill("SIGKILL")
  }
}

/** Starts Chromium with its DevTools on descriptors 3 and 4. */
export const launchChromium = (
  program: string,
  flags: readonly string[],
  environment: Record<string, string>,
): Browser => {
  const child = spawn(program, flags, {
    env: environment,
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  })
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve())
    child.once("error", () => resolve())
  })
  return {
    pipe: openPipe(child.stdio[3] as Writable, child.stdio[4] as Readable),
    pid: child.pid ?? -1,
    ended,
    kill: async () => {
      killGroup(child)
      await ended
    },
  }
}

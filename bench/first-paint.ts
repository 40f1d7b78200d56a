import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "esbuild"
import { openDisplay } from "../test/support/display.ts"
import { placesIn } from "./engine.ts"
import { median, report, round, runs } from "./measure.ts"

/**
 * From the start of the program, as `./saqta` starts it where there is no Electron, to the first paint of its page in
 * Chromium on a screen in memory, and to the frame that draws its first button. The first start, which reads everything from the disk, is told apart. Needs the
 * built app, Chromium and Xvfb. `node bench/first-paint.ts [runs] [folder]`
 */
const [runCount = "7", parent = tmpdir()] = process.argv.slice(2)
const folder = mkdtempSync(join(parent, "saqta-bench-"))
const tap = join(folder, "tap.cjs")

const buildTap = async (): Promise<void> => {
  const entry = join(import.meta.dirname, "first-paint-tap.ts")
  await build({
    entryPoints: [entry],
    outfile: tap,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "warning",
  })
}

/** Moments of one start: seconds, at first since 1970, then since the start. */
interface Start {
  readonly painted: number
  readonly usable: number
}

const momentsOf = (child: ChildProcess): Promise<Start> =>
  new Promise((resolve, reject) => {
    let text = ""
    child.stdout?.on("data", (part: Buffer) => {
      text += part.toString()
      const painted = /^painted ([\d.]+)$/m.exec(text)
      const usable = /^usable ([\d.]+)$/m.exec(text)
      if (painted !== null && usable !== null)
        resolve({ painted: Number(painted[1]) / 1000, usable: Number(usable[1]) / 1000 })
    })
    child.once("exit", () => reject(new Error("the window ended before it was drawn")))
  })

const start = async (display: string, run: number): Promise<Start> => {
  const home = join(folder, `home ${run}`)
  mkdirSync(home)
  const environment = {
    HOME: home,
    TMPDIR: home,
    PATH: process.env["PATH"],
    DISPLAY: display,
    NODE_OPTIONS: `--require "${tap}"`,
  }
  const startedAt = (performance.timeOrigin + performance.now()) / 1000
  const program = join(placesIn(home).mainFolder, "index.cjs")
  const child = spawn(process.execPath, [program, "--chromium"], {
    env: environment,
    stdio: ["ignore", "pipe", "ignore"],
  })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  const moments = await momentsOf(child)
  await ended
  return { painted: moments.painted - startedAt, usable: moments.usable - startedAt }
}

const display = await openDisplay()
try {
  await buildTap()
  const [first, ...warm] = await runs(Number(runCount) + 1, (run) => start(display.name, run))
  const detail = (seconds = 0): string => `the very first ${round(seconds)} s`
  report({
    what: "First paint from process start, Chromium host",
    value: median(warm.map(({ painted }) => painted)),
    unit: "s",
    goal: { atMost: 1 },
    detail: detail(first?.painted),
  })
  report({
    what: "First screen with its buttons from process start, Chromium host",
    value: median(warm.map(({ usable }) => usable)),
    unit: "s",
    detail: detail(first?.usable),
  })
} finally {
  display.close()
  rmSync(folder, { recursive: true, force: true })
}

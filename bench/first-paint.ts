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
 * Chromium on a screen in memory. The first start, which reads everything from the disk, is told apart. Needs the
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

const paintedAt = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let text = ""
    child.stdout?.on("data", (part: Buffer) => {
      text += part.toString()
      const painted = /^painted ([\d.]+)$/m.exec(text)
      if (painted !== null) resolve(Number(painted[1]))
    })
    child.once("exit", () => reject(new Error("the window ended before it was painted")))
  })

const start = async (display: string, run: number): Promise<number> => {
  const home = join(folder, `home ${run}`)
  mkdirSync(home)
  const environment = {
    HOME: home,
    TMPDIR: home,
    PATH: process.env["PATH"],
    DISPLAY: display,
    NODE_OPTIONS: `--require "${tap}"`,
  }
  const startedAt = performance.timeOrigin + performance.now()
  const program = join(placesIn(home).mainFolder, "index.cjs")
  const child = spawn(process.execPath, [program, "--chromium"], {
    env: environment,
    stdio: ["ignore", "pipe", "ignore"],
  })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  const painted = await paintedAt(child)
  await ended
  return (painted - startedAt) / 1000
}

const display = await openDisplay()
try {
  await buildTap()
  const [first = 0, ...warm] = await runs(Number(runCount) + 1, (run) => start(display.name, run))
  const detail = `the very first ${round(first)} s`
  report({
    what: "First paint from process start, Chromium host",
    value: median(warm),
    unit: "s",
    goal: { atMost: 1 },
    detail,
  })
} finally {
  display.close()
  rmSync(folder, { recursive: true, force: true })
}

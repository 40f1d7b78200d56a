import { execFileSync, spawn } from "node:child_process"
import { availableParallelism, cpus, loadavg } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"

/**
 * All benches one after another, each in a process of its own, and at the end their figures in one table.
 * `npm run bench` runs all; `npm run bench -- import window` those named, with their usual sizes.
 */
const benches = [
  "first-paint",
  "window",
  "unlock",
  "seal",
  "import",
  "redaction",
  "ocr",
  "widths",
  "names",
  "table",
  "scale",
] as const
type Bench = (typeof benches)[number]

const isBench = (word: string): word is Bench => (benches as readonly string[]).includes(word)

/** Above this share of the processors' time taken by others, a figure says more about them than about us. */
const busyShare = 0.15
const sampleMs = 3000

interface Outcome {
  readonly rows: readonly string[]
  /** Of the processors' time, just before. */
  readonly takenByOthers: number
  readonly failed: boolean
}

const processors = availableParallelism()

const times = (): { idle: number; all: number } => {
  const each = cpus().map((cpu) => cpu.times)
  const all = each.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0)
  return { idle: each.reduce((sum, { idle }) => sum + idle, 0), all }
}

/** The load average still holds the bench before; this does not. */
const shareOfOthers = async (): Promise<number> => {
  const before = times()
  await wait(sampleMs)
  const after = times()
  return 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all)
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

const runBench = async (name: Bench): Promise<Outcome> => {
  const takenByOthers = await shareOfOthers()
  const load = (loadavg()[0] ?? 0).toFixed(2)
  console.log(`\n${name} (load average ${load}; others take ${percent(takenByOthers)} of the processors)`)
  return new Promise((resolve) => {
    const script = join(import.meta.dirname, `${name}.ts`)
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] })
    let text = ""
    child.stdout.on("data", (part: Buffer) => {
      text += part.toString()
      process.stdout.write(part)
    })
    child.once("close", (exitCode) => {
      const rows = text.split("\n").filter((line) => line.startsWith("| "))
      resolve({ rows, takenByOthers, failed: exitCode !== 0 })
    })
  })
}

const sayMachine = (): void => {
  const { platform, arch, version } = process
  console.log(
    `${platform} ${arch}, ${processors} processors, Node ${version}, ${new Date().toISOString().slice(0, 10)}`,
  )
}

const sayTrust = (outcomes: ReadonlyMap<Bench, Outcome>): void => {
  const busy = [...outcomes].filter(([, outcome]) => outcome.takenByOthers > busyShare)
  if (busy.length > 0) {
    const told = busy.map(([name, outcome]) => `${name} ${percent(outcome.takenByOthers)}`).join(", ")
    console.log(`\nOthers were busy on this machine before these benches: ${told}.`)
    console.log("Do not trust their seconds and pages per second; trust their ratios little.")
  }
  const failed = [...outcomes].filter(([, outcome]) => outcome.failed).map(([name]) => name)
  if (failed.length > 0) console.log(`\nNot measured to the end: ${failed.join(", ")}.`)
}

const run = async (words: readonly string[]): Promise<number> => {
  const unknown = words.find((word) => !isBench(word))
  if (unknown !== undefined) {
    console.error(`There is no bench "${unknown}": ${benches.join(", ")}.`)
    return 2
  }
  execFileSync(process.execPath, [join(import.meta.dirname, "..", "tools", "build.ts"), "--if-stale"])
  sayMachine()
  const outcomes = new Map<Bench, Outcome>()
  for (const name of benches) if (words.length === 0 || words.includes(name)) outcomes.set(name, await runBench(name))
  console.log("\n| what | figure | goal | met |\n| --- | --- | --- | --- |")
  for (const { rows } of outcomes.values()) for (const row of rows) console.log(row)
  sayTrust(outcomes)
  return [...outcomes.values()].some(({ failed }) => failed) ? 1 : 0
}

process.exitCode = await run(process.argv.slice(2))

/**
 * Every check, one after another, each with its own line; the last line counts them all.
 * A step that runs tests is counted by its tests, any other step as one.
 *
 * `./check` runs all; `./check types lint` runs those steps only (and says so).
 */
import { spawn } from "node:child_process"
import { mkdirSync, readFileSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const reports = join(root, ".cache", "reports")

interface Count {
  passed: number
  failed: number
  skipped: number
}
interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** Vitest's JSON report, where the step runs tests. */
  readonly report?: string
}

const vitest = (name: string, ...more: string[]): Step => {
  const report = join(reports, `${name}.json`)
  return {
    name,
    command: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...more],
    report,
  }
}

const steps: readonly Step[] = [
  { name: "types", command: ["tsc", "-b"] },
  { name: "lint", command: ["eslint", ".", "--cache", "--cache-location", ".cache/eslint", "--max-warnings", "0"] },
  { name: "format", command: ["biome", "format", "."] },
  {
    name: "imports",
    command: ["depcruise", "main", "shared", "renderer", "--config", "dependency-cruiser.config.cjs"],
  },
  { name: "dead-code", command: ["knip"] },
  { name: "judges", command: ["node", "tools/judges.ts"] },
  vitest("unit"),
  vitest("chromium", "--config", "test/e2e/vitest.config.ts", "test/e2e/chromium"),
  { name: "electron-runtime", command: ["node", "tools/electron-test-runtime.ts"] },
  vitest("electron", "--config", "test/e2e/vitest.config.ts", "test/e2e/electron"),
  vitest("package", "--config", "test/e2e/vitest.config.ts", "test/e2e/package"),
]

const run = (command: readonly string[]): Promise<number> =>
  new Promise((resolve) => {
    const [program = "", ...args] = command
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] })
    child.on("error", () => resolve(127))
    child.on("exit", (code) => resolve(code ?? 1))
  })

const readCount = (report: string): Count | undefined => {
  try {
    const json = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number
      numFailedTests: number
      numPendingTests: number
      numTodoTests: number
      numFailedTestSuites: number
      numTotalTests: number
    }
    return {
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests + json.numTodoTests,
    }
  } catch {
    return undefined
  }
}

/** A step that crashed, or ran no test where it should have, has failed whatever it counted. */
const countStep = (step: Step, exitCode: number): Count => {
  const whole = { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 }
  if (step.report === undefined) return whole
  const count = readCount(step.report)
  if (count === undefined || count.passed + count.failed === 0) return { passed: 0, failed: 1, skipped: 0 }
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

const main = async (): Promise<void> => {
  const wanted = process.argv.slice(2)
  const chosen = wanted.length === 0 ? steps : steps.filter((step) => wanted.includes(step.name))
  if (wanted.length > chosen.length) console.log(`Steps: ${steps.map((step) => step.name).join(", ")}`)
  mkdirSync(reports, { recursive: true })
  const total: Count = { passed: 0, failed: 0, skipped: 0 }
  const lines: string[] = []
  for (const step of chosen) {
    if (step.report !== undefined) rmSync(step.report, { force: true })
    const started = performance.now()
    console.log(`\n── ${step.name}`)
    const count = countStep(step, await run(step.command))
    const seconds = Math.round((performance.now() - started) / 1000)
    lines.push(`${count.failed === 0 ? "ok    " : "FAILED"} ${step.name.padEnd(18)} ${String(seconds).padStart(4)} s`)
    total.passed += count.passed
    total.failed += count.failed
    total.skipped += count.skipped
  }
  console.log(`\n${lines.join("\n")}`)
  if (wanted.length > 0) console.log(`Only: ${chosen.map((step) => step.name).join(", ")}`)
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`)
  process.exitCode = total.failed === 0 && chosen.length > 0 ? 0 : 1
}

await main()

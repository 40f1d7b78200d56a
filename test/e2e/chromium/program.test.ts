/** The program as a person starts it: `saqta` on a display, as an ordinary user, with Chromium's sandbox on. */
import { type ChildProcess, spawn } from "node:child_process"
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Display, openDisplay } from "../../support/display.ts"
import { type ElectronHome, makeHome, unprivilegedId, wrapper } from "../../support/electron.ts"
import { copyTree, layOutApp } from "../../support/electron-app.ts"
import { inetSockets, isAlive, processesNaming, processTree, userOf } from "../../support/processes.ts"

let folder: string
let entry: string
let node: string
let display: Display
let home: ElectronHome
let keeper: ChildProcess
let said = ""

const commandLine = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
const shells = (): number[] => processesNaming("--window-shell").filter((pid) => commandLine(pid).includes(folder))
const untilShown = async (): Promise<number> => {
  await expect
    .poll(
      () => shells().some((shell) => processTree(shell).some((pid) => commandLine(pid).includes("--type=renderer"))),
      { timeout: 20_000 },
    )
    .toBe(true)
  return shells()[0]!
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-program-"))
  chmodSync(folder, 0o755)
  await layOutApp(join(folder, "app"), false)
  entry = join(folder, "app", "dist", "main", "index.cjs")
  // The Node that runs the tests may lie where an ordinary user cannot read.
  node = join(folder, "node")
  copyTree(process.execPath, node)
  display = await openDisplay()
  home = makeHome()
  keeper = spawn(wrapper(node, home, display.name), [entry, "--chromium"], { stdio: ["ignore", "ignore", "pipe"] })
  keeper.stderr?.on("data", (part: Buffer) => (said += part.toString()))
})
afterAll(() => {
  for (const pid of processesNaming(folder)) {
    try {
      process.kill(pid, "SIGKILL")
    } catch {
      // It went with the one before.
    }
  }
  display.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(home.folder, { recursive: true, force: true })
})

test("the window opens in Chromium, sandboxed, as the ordinary user, and the program says so", async () => {
  const shell = await untilShown()
  const all = processTree(shell)
  expect(all.filter((pid) => commandLine(pid).includes("--no-sandbox"))).toEqual([])
  const expected = process.getuid?.() === 0 ? unprivilegedId : process.getuid?.()
  expect(new Set(all.map(userOf))).toEqual(new Set([expected]))
  expect(said).toContain("opens in Chromium")
})

test("no process of the running program has an INET socket", () => {
  const all = processTree(keeper.pid!)
  expect(all.length).toBeGreaterThan(5)
  expect(all.flatMap(inetSockets)).toEqual([])
})

test("the engine's environment is empty", () => {
  const engine = processTree(keeper.pid!).find((pid) => commandLine(pid).includes("engine.cjs"))!
  const names = readFileSync(`/proc/${engine}/environ`, "utf8")
    .split("\0")
    .map((one) => one.split("=")[0])
  expect(names.filter((name) => name !== "" && !name!.startsWith("NODE_CHANNEL"))).toEqual([])
})

test("the keeper starts a fresh shell after a lock, and is itself the only process that stays", async () => {
  const shell = await untilShown()
  const before = processTree(shell)
  const engine = before.find((pid) => commandLine(pid).includes("engine.cjs"))!
  process.kill(engine, "SIGKILL")
  await expect.poll(() => before.filter(isAlive), { timeout: 10_000 }).toEqual([])
  expect(await untilShown()).not.toBe(shell)
  expect(isAlive(keeper.pid!)).toBe(true)
})

test("ending the program ends everything and leaves no profile", async () => {
  const shell = await untilShown()
  const all = processTree(keeper.pid!)
  const profile = `/dev/shm/saqta-profile-${shell}`
  expect(existsSync(profile)).toBe(true)
  keeper.kill("SIGTERM")
  await expect.poll(() => all.filter(isAlive), { timeout: 10_000 }).toEqual([])
  expect(existsSync(profile)).toBe(false)
  expect(readdirSync(join(home.folder, "tmp"))).toEqual([])
})

test("without a display the program says what to do instead", async () => {
  const child = spawn(node, [entry], {
    env: { HOME: home.folder, PATH: "/usr/bin:/bin" },
    stdio: ["ignore", "ignore", "pipe"],
  })
  let text = ""
  child.stderr.on("data", (part: Buffer) => (text += part.toString()))
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(1)
  expect(text).toContain("There is no display here")
  expect(text).toContain("./saqta help")
})

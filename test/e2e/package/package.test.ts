import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses"
import { afterAll, beforeAll, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import { systemClock } from "../../../main/engine/clock.ts"
import { openVault } from "../../../main/vault/open-vault.ts"
import { testRuntimeVersion } from "../../../tools/electron-test-runtime.ts"
import { type Display, openDisplay } from "../../support/display.ts"
import { type ElectronHome, makeHome, wrapper } from "../../support/electron.ts"
import { type Inspector, inspectProcess } from "../../support/inspector.ts"
import { writeCanaryFile } from "../../support/journey.ts"
import { type Package, packageBoth } from "../../support/package.ts"
import { inetSockets, processesNaming } from "../../support/processes.ts"
import { openKeyboard } from "../../support/x-keyboard.ts"

// Typed on a keyboard without Shift.
const passphrase = "quiet-lantern-velvet-orchard-mango"
let hardened: Package
let twin: Package
let work: string
let display: Display
let home: ElectronHome
let vault: string
let inspector: Inspector

const start = (one: Package, words: readonly string[] = []): ChildProcess =>
  spawn(wrapper(one.program, home, display.name), words, { stdio: "ignore" })

/** Electron's main process: the one of ours that is no helper of another (`--type=…`), once it has a page. */
const mainProcess = async (one: Package): Promise<number> => {
  for (let attempt = 0; attempt < 200; attempt++) {
    const helpers = new Set(processesNaming("--type="))
    const pages = new Set(processesNaming("--type=renderer"))
    const all = processesNaming(one.program)
    const main = all.find((pid) => !helpers.has(pid))
    // Subtle: a signal that comes before Node listens for it would end the process.
    if (main !== undefined && all.some((pid) => pages.has(pid))) return main
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error("the package did not start")
}

const killAll = (one: Package): void => {
  for (const pid of processesNaming(one.program)) {
    try {
      process.kill(pid, "SIGKILL")
    } catch {
      // It went with the one before.
    }
  }
}

const exitOf = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once("exit", resolve))

const call = (name: string, input: unknown): string =>
  `window.host.call(${JSON.stringify(name)}, ${JSON.stringify(input)}).then((r) => { if (!r.ok) throw new Error(r.fault.code); return r.result })`

const answerDialog = (path: string): Promise<unknown> =>
  inspector.run(
    `require("electron").dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [${JSON.stringify(path)}] }); 1`,
  )
const pick = async (path: string): Promise<string> => {
  await answerDialog(path)
  return (await inspector.runInPage(`window.host.pick("files").then((o) => o[0].token)`)) as string
}

/** Whether somebody holds the vault open: its lock is exclusive. */
const isHeldOpen = async (): Promise<boolean> => {
  try {
    const opened = await openVault({
      folder: vault,
      secret: { kind: "passphrase", passphrase },
      clock: systemClock,
      random: systemRandom,
      stateFolder: join(work, "state"),
    })
    await opened.vault.close()
    return false
  } catch (error) {
    if ((error as { code?: string }).code === "vault-in-use") return true
    throw error
  }
}

beforeAll(async () => {
  ;({ hardened, twin, work } = await packageBoth())
  display = await openDisplay()
  home = makeHome()
}, 240_000)
afterAll(() => {
  for (const one of [hardened, twin]) killAll(one)
  display.close()
  rmSync(work, { recursive: true, force: true })
  rmSync(home.folder, { recursive: true, force: true })
})

test("the package's fuses are flipped, and the twin differs in one", async () => {
  const wire = await getCurrentFuseWire(hardened.program)
  const { ENABLE, DISABLE } = FuseState
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: DISABLE,
    [FuseV1Options.EnableCookieEncryption]: ENABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
  })
  const other = await getCurrentFuseWire(twin.program)
  expect(other).toEqual({ ...wire, [FuseV1Options.EnableNodeCliInspectArguments]: ENABLE })
})

test("the app lies in an archive, with native code, WebAssembly and threads beside it", () => {
  const resources = join(hardened.folder, "resources")
  expect(existsSync(join(resources, "app.asar"))).toBe(true)
  expect(existsSync(join(resources, "app"))).toBe(false)
  const unpacked = readdirSync(join(resources, "app.asar.unpacked"), { recursive: true }).map(String)
  for (const end of ["sqlcipher.node", "argon2.linux-x64-gnu.node", "mupdf-wasm.wasm", "seal-thread.cjs"]) {
    expect(
      unpacked.some((path) => path.endsWith(end)),
      end,
    ).toBe(true)
  }
})

test("the packaged app creates a vault, imports a file and reads it", async () => {
  start(twin)
  inspector = await inspectProcess(await mainProcess(twin))
  expect(await inspector.run("process.versions.electron")).toBe(testRuntimeVersion)
  expect(await inspector.run(`require("electron").app.isPackaged`)).toBe(true)
  const parent = await pick(home.make("vaults"))
  await inspector.runInPage(call("vault.create", { parent, folderName: "package", passphrase }))
  vault = join(home.folder, "vaults", "package")
  const { id: caseId } = (await inspector.runInPage(call("case.add", { title: "Package" }))) as { id: string }
  const file = await pick(writeCanaryFile(home.make("files")))
  const imported = (await inspector.runInPage(call("evidence.import", { caseId, files: [file] }))) as {
    outcomes: { outcome: string; evidenceId: string }[]
  }
  expect(imported.outcomes.map(({ outcome }) => outcome)).toEqual(["imported"])
  const id = imported.outcomes[0]?.evidenceId
  const { text } = (await inspector.runInPage(call("evidence.text", { id }))) as { text: string }
  expect(text).toContain("Canary content")
  const page = (await inspector.runInPage(
    `${call("evidence.pageImage", { id, page: 1, dpi: 50 })}.then((r) => r.png.length)`,
  )) as number
  expect(page).toBeGreaterThan(100)
})

test("locking the packaged app ends it and starts a fresh one, which has no vault open", async () => {
  const old = await mainProcess(twin)
  await inspector.runInPage("void setTimeout(() => window.host.lock(), 200)")
  // Subtle: a Node with an inspector attached waits for it before it ends.
  inspector.close()
  await expect.poll(() => processesNaming(twin.program).includes(old), { timeout: 10_000 }).toBe(false)
  inspector = await inspectProcess(await mainProcess(twin))
  expect(await inspector.runInPage(call("vault.status", {}))).toEqual({ open: false, info: null })
  expect(await isHeldOpen()).toBe(false)
  await inspector.run(`{ const { app } = require("electron"); void setTimeout(() => app.quit(), 200) }`)
  inspector.close()
  await expect.poll(() => processesNaming(twin.program), { timeout: 10_000 }).toEqual([])
})

test("the hardened app unlocks the vault for a person at the keyboard, and opens no INET socket", async () => {
  expect(await isHeldOpen()).toBe(false)
  start(hardened)
  await mainProcess(hardened)
  const keyboard = await openKeyboard(display.name)
  // Nothing tells from outside when the field is there: on a busy machine the first typing may come too early. What was
  // typed in part is refused and stays selected, so that typing again replaces it.
  for (let attempt = 0; attempt < 4 && !(await isHeldOpen()); attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 3_000 * (attempt + 1)))
    await keyboard.click(940, 60)
    await keyboard.type(`${passphrase}\n`)
    await expect
      .poll(isHeldOpen, { timeout: 8_000, interval: 1_000 })
      .toBe(true)
      .catch(() => undefined)
  }
  keyboard.close()
  expect(await isHeldOpen()).toBe(true)
  expect(processesNaming(hardened.program).flatMap(inetSockets)).toEqual([])
  killAll(hardened)
})

test("the hardened app refuses to be looked into", async () => {
  for (const word of ["--remote-debugging-port=0", "--inspect=0", "--inspect-brk", "--remote-debugging-pipe"]) {
    expect(await exitOf(start(hardened, [word])), word).toBe(1)
  }
})

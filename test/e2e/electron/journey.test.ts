import { existsSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { unlockHeader } from "../../../main/vault/keyring.ts"
import { type Display, openDisplay } from "../../support/display.ts"
import {
  type ElectronHome,
  type ElectronWindow,
  launchElectron,
  makeHome,
  unprivilegedId,
} from "../../support/electron.ts"
import { makeTestApp } from "../../support/electron-app.ts"
import {
  callEngine,
  canaries,
  canaryNeedles,
  createByWindow,
  hashNeedles,
  keyNeedles,
  lockByWindow,
  showsUnlockScreen,
  unlockByWindow,
  workInVault,
  writeCanaryFile,
} from "../../support/journey.ts"
import { textNeedles } from "../../support/needles.ts"
import { isAlive, processesNaming, scanProcesses, userOf } from "../../support/processes.ts"
import { scanFolder } from "../../support/scan-folder.ts"
import { testRuntimeVersion } from "../../../tools/electron-test-runtime.ts"

let program: string
let display: Display
let home: ElectronHome
let vault: string
let window: ElectronWindow
let evidenceId: string
let recoveryCode: string

const launch = (): Promise<ElectronWindow> => launchElectron({ program, home, display: display.name })
/** Every process of the app: each was started from the runtime's own folder. */
const ours = (): number[] => processesNaming(dirname(program))

const pickFile = async (): Promise<string> => {
  await window.answerDialogs(writeCanaryFile(home.make("files")))
  const picked = await window.page.evaluate(() =>
    (globalThis as unknown as { host: { pick(kind: string): Promise<{ token: string }[]> } }).host.pick("files"),
  )
  return picked[0]!.token
}

beforeAll(async () => {
  program = await makeTestApp()
  display = await openDisplay()
  home = makeHome()
  window = await launch()
  const vaults = home.make("vaults")
  await window.answerDialogs(vaults)
  recoveryCode = await createByWindow(window.page)
  vault = join(vaults, "journey")
  ;({ evidenceId } = await workInVault(window.page, pickFile))
})
afterAll(async () => {
  await window.app.close()
  display.close()
  rmSync(dirname(dirname(program)), { recursive: true, force: true })
  rmSync(home.folder, { recursive: true, force: true })
})

test("the process under test is Electron, unprivileged, with Chromium's sandbox on", async () => {
  expect(await window.app.evaluate(() => process.versions.electron)).toBe(testRuntimeVersion)
  expect(ours().map(userOf)).toEqual(ours().map(() => (process.getuid?.() === 0 ? unprivilegedId : process.getuid?.())))
  expect(await window.app.evaluate(({ app }) => app.commandLine.hasSwitch("no-sandbox"))).toBe(false)
  const sandboxed = await window.page.evaluate(() => typeof (globalThis as { process?: unknown }).process)
  expect(sandboxed).toBe("undefined")
})

test("the open vault's processes hold what the scans look for, so the scans can find it", async () => {
  const { keys } = await unlockHeader(vault, { kind: "passphrase", passphrase: canaries.passphrase })
  const found = scanProcesses(ours(), [...canaryNeedles(), ...keyNeedles(keys)]).join("\n")
  expect(found).toContain("case title (UTF-8)")
  expect(found).toContain("blob key (raw)")
})

test("Electron's main process never sees the passphrase, a key or the file's text", async () => {
  const { keys } = await unlockHeader(vault, { kind: "passphrase", passphrase: canaries.passphrase })
  const needles = [
    ...textNeedles("passphrase", canaries.passphrase),
    ...textNeedles("file text", canaries.fileText.trim()),
    ...keyNeedles(keys),
  ]
  expect(scanProcesses([window.pid], needles)).toEqual([])
})

test("nothing of the open vault lies readable in its folder, the state folder, TMPDIR or the profile", () => {
  const needles = [...canaryNeedles(), ...hashNeedles(), ...textNeedles("recovery code", recoveryCode)]
  rmSync(join(home.folder, "files"), { recursive: true })
  const profile = join("/dev/shm", `saqta-profile-${window.pid}`)
  for (const place of [vault, home.folder, profile]) expect(scanFolder(place, needles)).toEqual([])
  for (const place of [vault, join(home.folder, "tmp"), join(home.folder, ".local", "state", "saqta"), profile]) {
    const planted = join(place, "planted")
    writeFileSync(planted, `xx${canaries.caseTitle}`)
    expect(scanFolder(place, needles).join()).toContain("case title (UTF-8)")
    rmSync(planted)
  }
})

test("locking ends every process, and a fresh one shows the unlock screen without a trace of the vault", async () => {
  const old = ours()
  const profile = join("/dev/shm", `saqta-profile-${window.pid}`)
  expect(existsSync(profile)).toBe(true)
  await lockByWindow(window.page)
  expect(await window.exit).toBe(75)
  // Chromium's empty templates for new processes (zygotes) see that their parent is gone a moment later.
  await expect.poll(() => old.filter(isAlive), { timeout: 5_000 }).toEqual([])
  expect(existsSync(profile)).toBe(false)
  window = await launch()
  await showsUnlockScreen(window.page)
  expect(await callEngine(window.page, "vault.status", {})).toEqual({ open: false, info: null })
  const { keys } = await unlockHeader(vault, { kind: "passphrase", passphrase: canaries.passphrase })
  expect(scanProcesses(ours(), [...canaryNeedles(), ...keyNeedles(keys)])).toEqual([])
})

test("unlocking brings everything back", async () => {
  await unlockByWindow(window.page)
  const { text } = await callEngine(window.page, "evidence.text", { id: evidenceId })
  expect(text).toContain(canaries.fileText.trim())
  const { links } = await callEngine(window.page, "link.list", { evidenceId: evidenceId })
  expect(links).toHaveLength(1)
  expect((await callEngine(window.page, "audit.verify", {})).passed).toBe(true)
})

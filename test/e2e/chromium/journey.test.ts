import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { unlockHeader } from "../../../main/vault/keyring.ts"
import { openWindow, type TestWindow, type WindowPids } from "../../support/chromium.ts"
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
import { inetSockets, isAlive, processTree, scanProcesses } from "../../support/processes.ts"
import { scanFolder } from "../../support/scan-folder.ts"

let folder: string
let vault: string
let window: TestWindow
let before: WindowPids
let evidenceId: string
let recoveryCode: string

const pickFile = async (): Promise<string> => {
  const chooser = window.page.waitForEvent("filechooser")
  // A page may open the dialog only after a person's gesture.
  await window.page.locator("body").click({ position: { x: 700, y: 5 } })
  const picked = window.page.evaluate(() =>
    (globalThis as unknown as { host: { pick(kind: string): Promise<{ token: string }[]> } }).host.pick("files"),
  )
  await (await chooser).setFiles([writeCanaryFile(folder)])
  return (await picked)[0]!.token
}

/** Everything that belongs to this life of the window. */
const ours = (): number[] => processTree(window.pids.shell)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-journey-"))
  const vaults = join(folder, "vaults")
  mkdirSync(vaults)
  window = await openWindow({ home: join(folder, "home") })
  window.answerFolders(vaults)
  recoveryCode = await createByWindow(window.page)
  vault = join(vaults, "journey")
  ;({ evidenceId } = await workInVault(window.page, pickFile))
  before = window.pids
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

test("the open vault's processes hold what the scans look for, so the scans can find it", async () => {
  const { keys } = await unlockHeader(vault, { kind: "passphrase", passphrase: canaries.passphrase })
  const inEngine = scanProcesses([window.pids.engine], [...canaryNeedles(), ...keyNeedles(keys)]).join("\n")
  expect(inEngine).toContain("case title (UTF-8)")
  expect(inEngine).toContain("blob key (raw)")
  const everywhere = scanProcesses(ours(), canaryNeedles()).join("\n")
  expect(everywhere).toContain("file text")
})

test("no process of the app has an INET socket", () => {
  expect(ours().length).toBeGreaterThan(4)
  expect(ours().flatMap(inetSockets)).toEqual([])
})

test("nothing of the open vault lies readable in its folder, the state folder, TMPDIR or the browser's profile", () => {
  const needles = [...canaryNeedles(), ...hashNeedles(), ...textNeedles("recovery code", recoveryCode)]
  const profile = join(window.profileParent, readdirSync(window.profileParent)[0]!)
  for (const place of [vault, window.home, profile]) expect(scanFolder(place, needles)).toEqual([])
})

test("the same scan finds what is planted in each of those places", () => {
  const needles = [...canaryNeedles(), ...hashNeedles()]
  const profile = join(window.profileParent, readdirSync(window.profileParent)[0]!)
  for (const place of [vault, window.stateFolder, window.home, profile]) {
    const planted = join(place, "planted")
    const plant = (content: Buffer | string): string => {
      writeFileSync(planted, content)
      return scanFolder(place, needles).join()
    }
    expect(plant(`xx${canaries.fileText}yy`)).toContain("file text (UTF-8)")
    expect(plant(Buffer.from(canaries.passphrase, "utf16le"))).toContain("passphrase (UTF-16)")
    expect(plant(Buffer.from(`a${canaries.caseTitle}b`).toString("base64"))).toContain("case title (base64")
    expect(plant(Buffer.from(canaries.narrative).toString("hex"))).toContain("narrative (hex)")
    rmSync(planted)
  }
})

test("locking ends every process that saw the vault, and a fresh one shows the unlock screen", async () => {
  const old = ours()
  await lockByWindow(window.page)
  await window.relaunched()
  await showsUnlockScreen(window.page)
  expect(old.filter(isAlive)).toEqual([])
  expect(window.pids.shell).not.toBe(before.shell)
  expect(await callEngine(window.page, "vault.status", {})).toEqual({ open: false, info: null })
})

test("after the lock no living process of the app holds a key, the passphrase or a canary", async () => {
  const { keys } = await unlockHeader(vault, { kind: "passphrase", passphrase: canaries.passphrase })
  const needles = [...canaryNeedles(), ...keyNeedles(keys), ...textNeedles("recovery code", recoveryCode)]
  expect(scanProcesses(ours(), needles)).toEqual([])
})

test("after the lock no folder holds a canary, and the profile of the life before is gone", () => {
  const needles = [...canaryNeedles(), ...hashNeedles(), ...textNeedles("recovery code", recoveryCode)]
  for (const place of [vault, window.home]) expect(scanFolder(place, needles)).toEqual([])
  expect(readdirSync(window.profileParent)).toEqual([`saqta-profile-${window.pids.shell}`])
})

test("unlocking brings everything back", async () => {
  await unlockByWindow(window.page)
  const { text } = await callEngine(window.page, "evidence.text", { id: evidenceId })
  expect(text).toContain(canaries.fileText.trim())
  const { links } = await callEngine(window.page, "link.list", { evidenceId: evidenceId })
  expect(links).toHaveLength(1)
  expect((await callEngine(window.page, "audit.verify", {})).passed).toBe(true)
})

import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { violationsOn } from "../../support/axe.ts"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, createByWindow, workInVault, writeCanaryFile } from "../../support/journey.ts"

let folder: string
let window: TestWindow

const violations = () => violationsOn(window.page)

const pickFile = async (): Promise<string> => {
  const chooser = window.page.waitForEvent("filechooser")
  await window.page.locator("body").click({ position: { x: 700, y: 5 } })
  const picked = window.page.evaluate(() =>
    (globalThis as unknown as { host: { pick(kind: string): Promise<{ token: string }[]> } }).host.pick("files"),
  )
  await (await chooser).setFiles([writeCanaryFile(folder)])
  return (await picked)[0]!.token
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-axe-"))
  mkdirSync(join(folder, "vaults"))
  window = await openWindow({ home: join(folder, "home") })
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

test("the rules find a fault that was planted", async () => {
  await window.page.locator("main").first().waitFor()
  await window.page.evaluate(() => {
    const button = document.createElement("button")
    button.id = "planted"
    document.body.append(button)
  })
  expect((await violations()).join()).toContain("button-name: #planted")
  await window.page.evaluate(() => document.getElementById("planted")?.remove())
})

test("the first screen has no finding", async () => {
  expect(await violations()).toEqual([])
})

test("every view of a case has no finding", async () => {
  window.answerFolders(join(folder, "vaults"))
  await createByWindow(window.page)
  await workInVault(window.page, pickFile)
  const { cases } = await callEngine(window.page, "case.list", {})
  await callEngine(window.page, "actor.add", {
    caseId: cases[0]!.id,
    names: [{ text: "Canary person" }],
    protected: true,
  })
  await window.page.waitForTimeout(500)
  const found: Record<string, string[]> = { cases: await violations() }
  await window.page.locator(".case-row").first().click()
  for (const [name, key] of [
    ["overview", "Alt+Digit1"],
    ["incidents", "Alt+Digit2"],
    ["evidence", "Alt+Digit3"],
    ["people", "Alt+Digit4"],
    ["dossiers", "Alt+Digit5"],
    ["settings", "Control+Comma"],
    ["palette", "Control+k"],
  ] as const) {
    await window.page.keyboard.press(key)
    await window.page.waitForTimeout(500)
    if (["incidents", "evidence", "people"].includes(name)) await window.page.locator(".grid-row").first().click()
    found[name] = await violations()
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])))
  expect(Object.keys(found)).toHaveLength(8)
})

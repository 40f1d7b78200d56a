import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import en from "../../../shared/i18n/en.json" with { type: "json" }
import type { CaseId } from "../../../shared/model/ids.ts"
import { violationsOn } from "../../support/axe.ts"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, createByWindow } from "../../support/journey.ts"

let folder: string
let window: TestWindow
let caseId: CaseId

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-merge-"))
  window = await openWindow({ home: join(folder, "home") })
  window.answerFolders(folder)
  await createByWindow(window.page)
  ;({ id: caseId } = await callEngine(window.page, "case.add", { title: "Обыск" }))
  await callEngine(window.page, "incident.add", { caseId, title: "Entered twice", dates: "4 March 2017" })
  for (const [text, description] of [
    ["Dana Testova", "Lawyer"],
    ["D. Testova", "Counsel"],
  ] as const)
    await callEngine(window.page, "actor.add", { caseId, names: [{ text }], description })
  await window.page.locator(".case-row").first().click()
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

const row = (text: string) => window.page.locator(".grid-row", { hasText: text })

test("an incident is removed in two steps, leaves the list, and Ctrl+Z brings it back", async () => {
  const { page } = window
  await page.keyboard.press("Alt+Digit2")
  await row("Entered twice").click()
  await page.locator(".inspector-head").getByRole("button", { name: en["records.remove"] }).click()
  await page.getByText(en["records.removeStays"]).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.getByLabel(en["records.reason"]).fill("Entered twice")
  await page.locator(".dialog-foot").getByRole("button", { name: en["records.remove"] }).click()
  await row("Entered twice").waitFor({ state: "detached" })
  await page.keyboard.press("Control+z")
  await row("Entered twice").waitFor()
})

test("two people that are the same are laid side by side, merged, and parted again with Ctrl+Z", async () => {
  const { page } = window
  await page.keyboard.press("Alt+Digit4")
  await row("Dana Testova").click()
  await page.locator(".inspector-head").getByRole("button", { name: en["records.mergeWith"] }).click()
  await page.getByRole("combobox", { name: en["records.mergeAsk"] }).fill("D. T")
  await page.getByRole("option", { name: "D. Testova" }).click()
  await page.getByText(en["records.mergeDifferent"]).waitFor()
  await page.locator(".dialog").getByText("Counsel").click()
  expect(await violationsOn(page)).toEqual([])
  const shots = process.env["SAQTA_SHOTS"]
  if (shots !== undefined) await page.screenshot({ path: join(shots, "merge.png") })
  await page.getByRole("button", { name: en["records.mergeDo"], exact: true }).click()
  await page.locator(".inspector").getByText("D. Testova").first().waitFor()
  const people = async () => (await callEngine(page, "actor.list", { caseId })).rows
  expect(await people()).toMatchObject([{ description: "Counsel" }])
  await page.keyboard.press("Control+z")
  await row("D. Testova").waitFor()
  await expect.poll(async () => (await people()).length).toBe(2)
})

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import en from "../../../shared/i18n/en.json" with { type: "json" }
import { violationsOn } from "../../support/axe.ts"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, canaries, createByWindow, lockByWindow } from "../../support/journey.ts"

const theirs = "harbor saffron kettle mosaic tundra violin"
let folder: string
let window: TestWindow

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-holders-"))
  window = await openWindow({ home: join(folder, "home") })
  window.answerFolders(folder)
  await createByWindow(window.page)
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

const shot = async (name: string): Promise<void> => {
  const shots = process.env["SAQTA_SHOTS"]
  if (shots !== undefined) await window.page.screenshot({ path: join(shots, `${name}.png`) })
}

const openSettings = async (): Promise<void> => {
  await window.page.getByRole("button", { name: en["rail.settings"] }).first().click()
  await window.page.getByRole("heading", { name: en["holder.title"] }).scrollIntoViewIfNeeded()
}

test("somebody is let in by the window, opens the vault as themself, and is named in log and history", async () => {
  const { page } = window
  await openSettings()
  await page.getByRole("button", { name: en["holder.yourName"] }).click()
  await page.getByRole("textbox", { name: en["holder.yourName"] }).fill("Daniyar")
  await page.keyboard.press("Enter")
  await page.getByText("Working as Daniyar").waitFor()

  await page.getByRole("button", { name: en["holder.add"] }).click()
  const sheet = page.getByRole("dialog")
  await sheet.getByLabel(en["holder.theirName"]).fill("Айгерім")
  await sheet.getByLabel(en["holder.theirPassphrase"], { exact: true }).fill(theirs)
  await sheet.getByLabel(en["create.repeat"], { exact: true }).fill(theirs)
  await sheet.getByLabel(en["holder.yourPassphrase"], { exact: true }).fill("not mine")
  await sheet.getByRole("button", { name: en["holder.addDo"] }).click()
  await sheet.getByText(en["fault.wrong-passphrase"]).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await shot("holder-add")
  await sheet.getByLabel(en["holder.yourPassphrase"], { exact: true }).fill(canaries.passphrase)
  await sheet.getByRole("button", { name: en["holder.addDo"] }).click()
  await page.locator(".holder", { hasText: "Айгерім" }).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await shot("holders")

  await lockAndTry(theirs)
  await workAsSecond(window.page)
})

const lockAndTry = async (passphrase: string): Promise<void> => {
  const relaunched = window.relaunched()
  await lockByWindow(window.page)
  await relaunched
  await window.page.getByLabel(en["unlock.passphrase"], { exact: true }).fill(passphrase)
  await window.page.getByRole("button", { name: en["unlock.open"], exact: true }).click()
}

const workAsSecond = async (page: Page): Promise<void> => {
  await page.getByText("Working as Айгерім").waitFor()
  await callEngine(page, "case.add", { title: "Opened by the second" })
  await page.getByRole("button", { name: en["rail.audit"] }).first().click()
  await page.locator(".grid-row", { hasText: "Айгерім" }).first().waitFor()
  await page.locator(".grid-row", { hasText: "Daniyar" }).first().waitFor()
  expect(await violationsOn(page)).toEqual([])
  await shot("audit-who")
}

test("with the rule a bundle waits for a second person, who confirms in the same window with their own passphrase", async () => {
  const { page } = window
  const { cases } = await callEngine(page, "case.list", {})
  const caseId = cases[0]!.id
  await callEngine(page, "incident.add", { caseId, title: "The hearing", narrative: "It was put off." })
  await page.locator(".top-brand").click()
  await page.locator(".case-row").first().click()
  await page.getByRole("button", { name: en["rail.dossiers"] }).first().click()
  await page.locator("button.primary", { hasText: en["dossier.new"] }).first().click()
  await page.getByLabel(en["dossier.audience"], { exact: true }).fill("Court")
  await page.getByText(en["second.forThis"]).click()
  await page.getByText(en["second.waits"]).waitFor()
  const buildButton = page.getByRole("button", { name: en["dossier.build"], exact: true })
  expect(await buildButton.isDisabled()).toBe(true)
  await page.getByRole("button", { name: en["second.confirm"] }).click()
  const field = page.getByLabel(en["second.passphrase"], { exact: true })
  await field.fill(canaries.passphrase)
  expect(await violationsOn(page)).toEqual([])
  await shot("second-confirm")
  await page.getByRole("button", { name: en["second.confirmDo"], exact: true }).click()
  await page.getByText("Confirmed by Daniyar").waitFor()
  expect(await violationsOn(page)).toEqual([])
  await shot("second-confirmed")
  await expect.poll(() => buildButton.isDisabled()).toBe(false)
})

test("a person is taken out, with the word on what that cannot do, and a new recovery code is told once", async () => {
  const { page } = window
  await openSettings()
  await page.locator(".holder", { hasText: "Daniyar" }).getByRole("button").click()
  const sheet = page.getByRole("dialog")
  await sheet.getByText(en["holder.removeCaveat"]).waitFor()
  await sheet.getByLabel(en["holder.yourPassphrase"], { exact: true }).fill(theirs)
  expect(await violationsOn(page)).toEqual([])
  await shot("holder-remove")
  await sheet.getByRole("button", { name: en["holder.removeDo"] }).click()
  await page.locator(".holder.gone", { hasText: "Daniyar" }).waitFor()

  await page.getByRole("button", { name: en["holder.newCode"] }).click()
  await sheet.getByLabel(en["holder.yourPassphrase"], { exact: true }).fill(theirs)
  await sheet.getByRole("button", { name: en["holder.codeDo"] }).click()
  await page.getByRole("list", { name: en["unlock.recoveryCode"] }).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.locator(".dialog-body").getByRole("button", { name: en["holder.codeKept"] }).click()
  await lockAndTry(canaries.passphrase)
  await window.page.getByText(en["fault.wrong-passphrase"]).waitFor()
})

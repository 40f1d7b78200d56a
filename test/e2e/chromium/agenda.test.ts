import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { violationsOn } from "../../support/axe.ts"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, createByWindow } from "../../support/journey.ts"

let folder: string
let window: TestWindow

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-agenda-"))
  mkdirSync(join(folder, "vaults"))
  window = await openWindow({ home: join(folder, "home") })
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

test("a deadline is computed as one types and kept, what has passed stands first, and a tick takes it off", async () => {
  const { page } = window
  window.answerFolders(join(folder, "vaults"))
  await createByWindow(page)
  const { id: caseId } = await callEngine(page, "case.add", { title: "Canary case", reference: "K-7" })
  await callEngine(page, "record.add", { caseId, kind: "task", fields: { title: "Ask for a copy", due: "2020-03-04" } })
  await page.locator(".case-row").first().click()
  await page.getByRole("button", { name: "Agenda" }).click()
  await page.getByRole("button", { name: "Add a deadline" }).click()
  await page.getByLabel("What it says").fill("Letter of the court")
  await page.getByLabel("How many").fill("10")
  await page.getByLabel("Counted from").fill("2 February 2998")
  await page.locator(".working-due", { hasText: "check the law" }).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole("button", { name: "Keep this deadline" }).click()
  await page.locator(".agenda-row", { hasText: "Letter of the court" }).click()
  await page.locator(".inspector h2", { hasText: "Letter of the court" }).waitFor()
  expect(await page.locator(".agenda-title").allTextContents()).toEqual(["Ask for a copy", "Letter of the court"])
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole("button", { name: "Done: Ask for a copy" }).click()
  await page.locator(".agenda-row", { hasText: "Ask for a copy" }).waitFor({ state: "detached" })
  await page.getByRole("button", { name: "Calendar file" }).click()
  await page.getByText("Deadline · K-7").waitFor()
  expect(await violationsOn(page)).toEqual([])
})

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
  folder = mkdtempSync(join(tmpdir(), "saqta-timeline-"))
  mkdirSync(join(folder, "vaults"))
  window = await openWindow({ home: join(folder, "home") })
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

test("arrows walk the events, the inspector opens, what has no date stands aside, and there is a list", async () => {
  const { page } = window
  window.answerFolders(join(folder, "vaults"))
  await createByWindow(page)
  const { id: caseId } = await callEngine(page, "case.add", { title: "Canary case" })
  await callEngine(page, "incident.add", { caseId, title: "The search", dates: "4 March 2017" })
  await callEngine(page, "incident.add", { caseId, title: "The threats", dates: "summer 2018" })
  await callEngine(page, "incident.add", { caseId, title: "The visit" })
  await page.locator(".case-row").first().click()
  await page.getByRole("button", { name: "Timeline" }).click()
  const chart = page.getByRole("application")
  await chart.focus()
  await page.keyboard.press("ArrowRight")
  await page.locator(".inspector h2", { hasText: "The search" }).waitFor()
  await page.keyboard.press("ArrowRight")
  await page.locator(".inspector h2", { hasText: "The threats" }).waitFor()
  expect(await page.locator(".timeline-tray").textContent()).toContain("The visit")
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole("button", { name: "As a list" }).click()
  expect(await page.locator(".timeline-list li").count()).toBe(2)
  expect(await violationsOn(page)).toEqual([])
})

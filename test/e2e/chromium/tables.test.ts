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
  folder = mkdtempSync(join(tmpdir(), "saqta-tables-"))
  window = await openWindow({ home: join(folder, "home") })
  window.answerFolders(folder)
  await createByWindow(window.page)
  ;({ id: caseId } = await callEngine(window.page, "case.add", { title: "Assemblies of 2017" }))
  const dana = await callEngine(window.page, "actor.add", {
    caseId,
    names: [{ text: "Dana Testova" }],
    protected: true,
  })
  for (const [title, dates, place, verification] of [
    ["Square dispersed", "4 March 2017", "Almaty", "confirmed"],
    ["Office searched", "May 2017", "Astana", "likely"],
    ["Fine upheld", "2018", "Almaty", "unverified"],
    ["Phone taken", "", "Almaty", "unverified"],
  ] as const) {
    const added = await callEngine(window.page, "incident.add", { caseId, title, dates, place, verification })
    if (place === "Astana")
      await callEngine(window.page, "involvement.add", { incidentId: added.id, actorId: dana.id, role: "victim" })
  }
  await window.page.locator(".case-row").first().click()
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

const row = (text: string) => window.page.locator(".grid-row", { hasText: text })
const shot = async (name: string) => {
  const to = process.env["SAQTA_SHOTS"]
  if (to !== undefined) await window.page.screenshot({ path: join(to, `${name}.png`) })
}
const addCondition = async (what: string) => {
  await window.page.getByRole("button", { name: en["filters.add"] }).click()
  await window.page.locator(".filter-add button.choice").click()
  await window.page.getByRole("option", { name: what, exact: true }).click()
  await window.page.locator(".filter-add input:focus").waitFor()
}

test("a filter narrows with an honest count, stays from view to view, and goes by its chips", async () => {
  const { page } = window
  await page.keyboard.press("Alt+Digit2")
  await row("Fine upheld").waitFor()
  await addCondition(en["filters.when"])
  await page.keyboard.type("31 February 2017")
  await page.keyboard.press("Enter")
  await page.locator(".filter-reason").waitFor()
  await page.locator(".filter-typed input").fill("spring 2017")
  await page.keyboard.press("Enter")
  await page.locator(".count", { hasText: "2 of 4" }).waitFor()
  await addCondition(en["filters.place"])
  await page.keyboard.type("astana")
  await page.keyboard.press("Enter")
  await page.locator(".count", { hasText: "1 of 4" }).waitFor()
  await shot("filter")
  expect(await violationsOn(page)).toEqual([])
  await page.locator("nav.rail .rail-item", { hasText: en["rail.timeline"] }).click()
  await page.locator(".count", { hasText: "1 of 4" }).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press("Alt+Digit4")
  await page.locator(".filter-chip.idle", { hasText: "2017" }).waitFor()
  await page.keyboard.press("Alt+Digit2")
  await page.getByRole("button", { name: /Take away: Place/ }).click()
  await page.locator(".count", { hasText: "2 of 4" }).waitFor()
  await page.keyboard.press("f")
  await page.keyboard.type("nothing like it")
  await page.getByText(en["filters.noMatch"]).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.locator(".state").getByRole("button", { name: en["filters.clear"] }).click()
  await row("Fine upheld").waitFor()
})

test("a person narrows by letters and Enter, and acts narrow their incidents", async () => {
  const { page } = window
  await addCondition(en["filters.person"])
  await page.keyboard.type("dana")
  await page.getByRole("option", { name: /Dana Testova/ }).waitFor()
  await page.keyboard.press("Enter")
  await page.locator(".count", { hasText: "1 of 4" }).waitFor()
  await row("Office searched").waitFor()
  await addCondition("Act · What was done")
  await page.keyboard.type("secret")
  await page.keyboard.press("Enter")
  await page.locator(".count", { hasText: "0 of 4" }).waitFor()
  await page.locator(".filter-bar").getByRole("button", { name: en["filters.clear"] }).click()
  await row("Fine upheld").waitFor()
})

const menu = () => window.page.getByRole("button", { name: en["views.menu"] })

test("a list is grouped, its columns hidden, and kept as a view that comes back, is renamed and deleted", async () => {
  const { page } = window
  await menu().click()
  await page.locator(".views-menu button.choice").click()
  await page.getByRole("option", { name: en["filters.verification"], exact: true }).click()
  await page.locator(".grid-fold", { hasText: "Confirmed" }).waitFor()
  await page.locator(".views-menu .tick", { hasText: en["incidents.rights"] }).click()
  await page.getByRole("columnheader", { name: en["incidents.rights"] }).waitFor({ state: "detached" })
  await page.getByLabel(en["views.name"]).fill("By how sure we are")
  await page.keyboard.press("Enter")
  await page.locator(".views-open.here", { hasText: "By how sure" }).waitFor()
  await shot("views")
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press("Escape")
  const unverified = page.locator(".grid-fold", { hasText: "Not verified" })
  await unverified.click()
  await row("Fine upheld").waitFor({ state: "detached" })
  await unverified.click()
  await row("Fine upheld").waitFor()
  await shot("grouped")
  expect(await violationsOn(page)).toEqual([])
  await menu().click()
  await page.getByRole("button", { name: en["views.rename"] }).click()
  await page.locator(".views-row input, .views-save input").first().fill("Sure or not")
  await page.keyboard.press("Enter")
  await page.locator(".views-open", { hasText: "Sure or not" }).waitFor()
  await page.getByRole("button", { name: en["views.remove"] }).click()
  await page.locator(".views-open").waitFor({ state: "detached" })
  await page.locator(".views-menu button.choice").click()
  await page.getByRole("option", { name: en["views.noGrouping"], exact: true }).click()
  await page.keyboard.press("Escape")
  await page.locator(".grid-fold").first().waitFor({ state: "detached" })
})

test("rows are taken with X and Ctrl+A, changed alike in one act, and one Ctrl+Z takes it back", async () => {
  const { page } = window
  await row("Square dispersed").click()
  await page.keyboard.press("x")
  await row("Fine upheld").click({ modifiers: ["Control"] })
  await page.getByText("2 selected").waitFor()
  await page.keyboard.press("Control+a")
  await page.getByText("4 selected").waitFor()
  await page.locator(".bulk").getByRole("button", { name: en["bulk.edit"] }).click()
  await page.locator(".bulk button.choice").click()
  await page.getByRole("option", { name: en["bulk.addTag"], exact: true }).click()
  await page.locator(".bulk-tag").fill("square")
  await shot("bulk")
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole("button", { name: "Apply to 4" }).click()
  await page.locator(".bulk").waitFor({ state: "detached" })
  const tagged = async () => (await callEngine(page, "incident.list", { caseId, filter: { tags: ["square"] } })).total
  expect(await tagged()).toBe(4)
  await page.keyboard.press("Control+z")
  await expect.poll(tagged).toBe(0)
})

test("Ctrl+K finds a record of any kind by words in any order, and opens it", async () => {
  const { page } = window
  await callEngine(page, "record.add", { caseId, kind: "claim", fields: { text: "Held for nine hours" } })
  await page.keyboard.press("Control+k")
  await page
    .getByRole("option", { name: /Square dispersed|Office searched/ })
    .first()
    .waitFor()
  await page.keyboard.type("hours nine")
  await page.getByRole("option", { name: /Held for nine hours/ }).waitFor()
  await shot("palette")
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press("Enter")
  await page.locator(".palette").waitFor({ state: "detached" })
  await page.getByText("Held for nine hours").first().waitFor()
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { ActorId, CaseId, EvidenceId } from "../../../shared/model/ids.ts"
import { violationsOn } from "../../support/axe.ts"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, createByWindow, pickFolder } from "../../support/journey.ts"
import { makeStrip } from "../../support/redaction-files.ts"

/** A passage is linked to anything that it can prove, from the keyboard; and evidence is dragged onto what it proves. */
let folder: string
let window: TestWindow
let caseId: CaseId
let evidenceId: EvidenceId
let actorId: ActorId
let claimId: string

const page = (): Page => window.page
const shot = async (name: string): Promise<void> => {
  const into = process.env["SAQTA_SHOTS"]
  if (into !== undefined) await page().screenshot({ path: join(into, `${name}.png`) })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-linking-"))
  for (const name of ["vaults", "source"]) mkdirSync(join(folder, name))
  const lines = ["The door was opened at six", "without a warrant", "and closed at nine"]
  writeFileSync(join(folder, "source", "order.pdf"), await makeStrip({ lines }))
  window = await openWindow({ home: join(folder, "home") })
  window.answerFolders(join(folder, "vaults"), join(folder, "source"))
  await createByWindow(page())
  caseId = (await callEngine(page(), "case.add", { title: "Newsroom" })).id
  actorId = (await callEngine(page(), "actor.add", { caseId, names: [{ text: "Judge Sample" }] })).id
  await callEngine(page(), "incident.add", { caseId, title: "Search of the office" })
  const claim = { caseId, kind: "claim" as const, fields: { text: "No warrant was shown" } }
  claimId = (await callEngine(page(), "record.add", claim)).id
  const files = [await pickFolder(page())]
  const { outcomes } = await callEngine(page(), "evidence.import", { caseId, files })
  evidenceId = outcomes[0]!.evidenceId!
  while ((await callEngine(page(), "evidence.show", { id: evidenceId })).reading.state !== "read")
    await page().waitForTimeout(100)
  await page().locator(".case-row").first().click()
}, 180_000)
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

const linksOfClaim = async () => (await callEngine(page(), "link.list", { recordId: claimId })).links

/** Chooses the words of one printed line, as a person does: from before its first letter to behind its last. */
const chooseLine = async (at: number): Promise<void> => {
  const { words } = await callEngine(page(), "evidence.pageText", { id: evidenceId, page: 1 })
  const { pages } = await callEngine(page(), "evidence.pages", { id: evidenceId })
  const sheet = (await page().locator("[data-page='1']").first().boundingBox())!
  const scale = sheet.width / pages[0]!.width
  const lines = [...new Set(words.map(({ line }) => line))]
  const rects = words.filter(({ line }) => line === lines[at]).map(({ rect }) => rect)
  const [firstX, firstY, , height] = rects.at(0)!
  const [lastX, , lastWidth] = rects.at(-1)!
  const y = sheet.y + (firstY + height / 2) * scale
  await page().mouse.move(sheet.x + (firstX + 1) * scale, y)
  await page().mouse.down()
  await page().mouse.move(sheet.x + (lastX + lastWidth - 1) * scale, y, { steps: 4 })
  await page().mouse.up()
  await page().locator(".choose").waitFor()
}

test("L, a few letters, Enter: the passage is linked to a claim, with its relation and its grade", async () => {
  await page().keyboard.press("Alt+Digit3")
  await page().locator(".grid-row", { hasText: "order" }).dblclick()
  await page().locator("[data-page='1']").first().waitFor()
  await page().waitForTimeout(800)
  await chooseLine(1)
  await page().keyboard.press("l")
  await page()
    .getByRole("combobox", { name: /An incident, a person/ })
    .waitFor()
  await page()
    .getByRole("button", { name: /Reliability/ })
    .click()
  await page().getByRole("option", { name: /^B —/ }).click()
  await shot("link-form")
  expect(await violationsOn(page())).toEqual([])
  await page().getByRole("combobox").fill("warrant was")
  await page()
    .getByRole("option", { name: /No warrant/ })
    .waitFor()
  await page().keyboard.press("Enter")
  await expect.poll(async () => (await linksOfClaim()).length).toBe(1)
  const [link] = await linksOfClaim()
  expect(link).toMatchObject({ relation: "supports", anchor: { place: { kind: "page", quote: "without a warrant" } } })
  const shown = await callEngine(page(), "record.show", { kind: "link", id: link!.id })
  expect(shown.fields).toMatchObject({ reliability: "B" })
})

test("Shift+L links the next passage to the same claim", async () => {
  await chooseLine(0)
  await page().keyboard.press("Shift+L")
  await expect.poll(async () => (await linksOfClaim()).length).toBe(2)
  expect((await linksOfClaim())[1]?.anchor.place).toMatchObject({ quote: "The door was opened at six" })
})

test("the claim shows both passages, and one press leads back to the exact place", async () => {
  await page().locator(".pane-side .go-record button").first().click()
  await page().locator(".passages .link-row").nth(1).waitFor()
  await page().locator(".passages .link-open", { hasText: "without a warrant" }).click()
  await page().locator("[data-page='1']").first().waitFor()
  await page().keyboard.press("Alt+ArrowLeft")
  await page().locator(".passages").waitFor()
})

test("evidence dragged over a view opens it, and dropped on a person it is linked", async () => {
  await page().keyboard.press("Alt+Digit3")
  const row = page().locator(".grid-row", { hasText: "order" })
  await row.waitFor()
  const from = (await row.boundingBox())!
  await page().mouse.move(from.x + 80, from.y + 10)
  await page().mouse.down()
  await page().mouse.move(from.x + 90, from.y + 14, { steps: 3 })
  const rail = (await page().locator("nav.rail .rail-item", { hasText: "People" }).boundingBox())!
  await page().mouse.move(rail.x + 20, rail.y + 10, { steps: 5 })
  const person = page().locator(".grid-row", { hasText: "Judge Sample" })
  await person.waitFor()
  const to = (await person.boundingBox())!
  await page().mouse.move(to.x + 60, to.y + 10, { steps: 5 })
  await page().mouse.move(to.x + 64, to.y + 12, { steps: 5 })
  await page().locator(".grid-row.drop-target").waitFor()
  await page().mouse.up()
  await expect.poll(async () => (await callEngine(page(), "link.list", { actorId })).links.length).toBe(1)
})

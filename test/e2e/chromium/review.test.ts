import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { ActorId, CaseId, EvidenceId } from "../../../shared/model/ids.ts"
import { violationsOn } from "../../support/axe.ts"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, createByWindow } from "../../support/journey.ts"
import { makeStrip } from "../../support/redaction-files.ts"

/** Redaction review as a person does it: one key for each decision, across documents, and everything can be undone. */
const audience = "UN Committee"
let folder: string
let window: TestWindow
let caseId: CaseId
let actorId: ActorId
let ids: EvidenceId[]

const page = (): Page => window.page
const plan = (at: number) => callEngine(page(), "redaction.show", { evidenceId: ids[at]!, audience })
const decisions = async (at: number) => (await plan(at)).boxes.map((box) => box.decision)
const press = async (key: string) => {
  await page().keyboard.press(key)
  await page().waitForTimeout(700)
}
const shot = async (name: string): Promise<void> => {
  const into = process.env["SAQTA_SHOTS"]
  if (into !== undefined) await page().screenshot({ path: join(into, `${name}.png`) })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-review-"))
  for (const name of ["vaults", "dropped"]) mkdirSync(join(folder, name))
  const lines = [
    ["Вечером Смирнова ушла домой", "судья Смирнова отказала", "свидетель молчал до утра"],
    ["Потом Смирнова вернулась", "и тогда пришла Козлова"],
  ]
  for (const [index, text] of lines.entries())
    writeFileSync(join(folder, "dropped", `file-${index + 1}.pdf`), await makeStrip({ lines: text }))
  window = await openWindow({ home: join(folder, "home") })
  window.answerFolders(join(folder, "vaults"))
  await createByWindow(page())
  caseId = (await callEngine(page(), "case.add", { title: "Newsroom" })).id
  const names = [{ text: "Смирнова Елена" }]
  actorId = (await callEngine(page(), "actor.add", { caseId, names, protected: true })).id
  await page().locator(".case-row").first().click()
  await page().keyboard.press("Alt+Digit3")
  await page().waitForTimeout(500)
  const driver = await page().context().newCDPSession(page())
  const data = { items: [], files: [join(folder, "dropped")], dragOperationsMask: 1 }
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await driver.send("Input.dispatchDragEvent", { type, x: 600, y: 400, data })
  await page().getByRole("dialog").waitFor()
  await page().keyboard.press("Enter")
  await page().locator(".grid-row", { hasText: "file-2" }).waitFor()
  const { rows } = await callEngine(page(), "evidence.list", { caseId })
  ids = ["file-1.pdf", "file-2.pdf"].map((name) => rows.find((row) => row.originalName === name)!.id)
  for (const id of ids)
    while ((await callEngine(page(), "evidence.show", { id })).reading.state !== "read")
      await page().waitForTimeout(100)
  for (const evidenceId of ids) await callEngine(page(), "redaction.propose", { evidenceId, audience })
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

test("the review opens at what waits, and axe finds nothing", async () => {
  await page().locator(".grid-row", { hasText: "file-1" }).dblclick()
  await page().locator("[data-page]").first().waitFor()
  await page().keyboard.press("r")
  await page().getByRole("textbox").first().waitFor()
  await page().waitForTimeout(400)
  await page().keyboard.type(audience)
  await page().keyboard.press("Enter")
  await page().locator(".box-row").first().waitFor()
  await page().waitForTimeout(1500)
  await shot("review-light")
  expect(await violationsOn(page())).toEqual([])
})

test("A covers and goes on, D leaves a namesake, and Ctrl+Z takes each back", async () => {
  await press("n")
  await press("a")
  expect(await decisions(0)).toEqual(["accepted", "proposed"])
  await press("d")
  expect((await plan(0)).clearances.map(({ reason }) => reason)).toEqual(["another-person"])
})

test("the next doubt of another document follows, and the way back leads home", async () => {
  await page().waitForTimeout(1500)
  await page().locator(".viewer-bar h1", { hasText: "file-2" }).waitFor()
  await press("Control+z")
  expect((await plan(0)).clearances).toEqual([])
  expect(await decisions(0)).toEqual(["accepted", "proposed"])
})

test("all like this shows the exact list, decides in two documents, and is one undo", async () => {
  await press("n")
  await press("Shift+A")
  await page().getByRole("dialog", { name: "All like this: 2 places in 2 documents" }).waitFor()
  expect(await violationsOn(page())).toEqual([])
  await shot("review-alike")
  await page().getByRole("button", { name: "Cover all 2" }).click()
  await page().waitForTimeout(1200)
  expect([await decisions(0), await decisions(1)]).toEqual([["accepted", "accepted"], ["accepted"]])
  await press("Control+z")
  expect([await decisions(0), await decisions(1)]).toEqual([["accepted", "proposed"], ["proposed"]])
  await press("Control+Shift+z")
})

test("one key says why, and undo gives the reason back", async () => {
  await page().locator(".box-row .box-open").first().click()
  await press("Digit3")
  expect((await plan(1)).boxes[0]).toMatchObject({ decision: "accepted", reason: "third-party" })
  await press("Control+z")
  expect((await plan(1)).boxes[0]).toMatchObject({ decision: "accepted", reason: "protected-person" })
})

test("what is left is listed, and each line leads there", async () => {
  await press("Escape")
  await press("l")
  const dialog = page().getByRole("dialog", { name: "What is left before it can leave" })
  await dialog.waitFor()
  expect(await violationsOn(page())).toEqual([])
  await shot("review-left")
  expect(await dialog.getByRole("button", { name: "Page 1: not accepted yet" }).count()).toBe(2)
  await dialog.getByRole("button", { name: "Page 1: not accepted yet" }).first().click()
  await page().locator(".viewer-bar h1", { hasText: "file-1" }).waitFor()
})

test("a new name reopens only what it touches, and says so when one comes back", async () => {
  await page().waitForTimeout(1000)
  for (const evidenceId of ids)
    await callEngine(page(), "redaction.acceptPage", { evidenceId, audience, page: 1, accepted: true })
  const names = [{ text: "Смирнова Елена" }, { text: "Козлова" }]
  await callEngine(page(), "actor.update", { id: actorId, patch: { names } })
  await page().keyboard.press("Alt+Digit3")
  await page().locator(".grid-row", { hasText: "file-2" }).dblclick()
  await page().locator("[data-page]").first().waitFor()
  await page().keyboard.press("r")
  await page().getByText("Since you last looked").waitFor()
  await page().getByRole("button", { name: "Page 1: a new name was found" }).waitFor()
  await callEngine(page(), "redaction.refresh", { evidenceId: ids[0]!, audience })
  expect([(await plan(0)).acceptedPages, (await plan(1)).acceptedPages]).toEqual([[1], []])
  await page().waitForTimeout(1000)
  await shot("review-since")
})

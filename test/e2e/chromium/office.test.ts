import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import en from "../../../shared/i18n/en.json" with { type: "json" }
import { callEngine, createByWindow, pickFolder } from "../../support/journey.ts"
import { docxOf, wordParagraph } from "../../support/office-files.ts"

let folder: string
let window: TestWindow

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-office-"))
  const source = join(folder, "source")
  mkdirSync(source)
  const struck = '<w:del w:author="Dana"><w:r><w:delText>struck out</w:delText></w:r></w:del>'
  writeFileSync(join(source, "letter.docx"), docxOf(wordParagraph("In the evening everybody slept. ", struck)))
  window = await openWindow({ home: join(folder, "home") })
  window.answerFolders(folder, source)
  await createByWindow(window.page)
  const { id: caseId } = await callEngine(window.page, "case.add", { title: "Letters" })
  const files = [await pickFolder(window.page)]
  await callEngine(window.page, "evidence.import", { caseId, files })
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

test("the window's host prints an office file's pages, and the review lists what they do not show", async () => {
  const { page } = window
  const { cases } = await callEngine(page, "case.list", {})
  const { rows } = await callEngine(page, "evidence.list", { caseId: cases[0]!.id })
  const evidenceId = rows[0]!.id
  expect(await callEngine(page, "redaction.hidden", { evidenceId })).toEqual({
    renderedBy: "browser",
    parts: [
      { kind: "change-author", count: 1, texts: [] },
      { kind: "deleted-text", count: 1, texts: [] },
    ],
  })
  const leaving = await callEngine(page, "evidence.pageText", { id: evidenceId, page: 1, leaving: true })
  expect(leaving.text).toBe("In the evening everybody slept.")
})

test("the review shows the pages that leave, and beside them what does not", async () => {
  const { page } = window
  await page.waitForSelector(".cases")
  await page.locator(".cases").getByText("Letters").first().click()
  await page.waitForSelector(".overview")
  await page.keyboard.press("Alt+Digit3")
  await page.locator(".grid-row", { hasText: "letter" }).dblclick()
  await page.locator("[data-page]").first().waitFor()
  await page.keyboard.press("r")
  await page.getByRole("textbox").first().waitFor()
  await page.waitForTimeout(400)
  await page.keyboard.type("Court")
  await page.keyboard.press("Enter")
  const panel = page.locator(".not-shown")
  await panel.getByText(en["redaction.hidden.deleted-text"]).waitFor()
  expect(await panel.innerText()).toContain(en["redaction.renderedBy.browser"])
  expect(await panel.innerText()).not.toContain("struck out")
  await panel.getByRole("button", { name: en["redaction.showHidden"] }).click()
  await panel.getByText("struck out").waitFor()
})

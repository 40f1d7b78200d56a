import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, pickFolder } from "../../support/journey.ts"
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
  const parent = await pickFolder(window.page)
  await callEngine(window.page, "vault.create", { parent, passphrase: "quiet lantern velvet orchard mango" })
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

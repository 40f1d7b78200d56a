import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import en from "../../../shared/i18n/en.json" with { type: "json" }
import type { EvidenceId } from "../../../shared/model/ids.ts"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, createByWindow, pickFolder } from "../../support/journey.ts"

const demoFiles = join(import.meta.dirname, "..", "..", "..", "demo", "files")
const audience = "UN body"
let folder: string
let window: TestWindow
let evidenceId: EvidenceId

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-recording-"))
  const source = join(folder, "source")
  mkdirSync(source)
  cpSync(join(demoFiles, "return-of-devices.mp4"), join(source, "return-of-devices.mp4"))
  window = await openWindow({ home: join(folder, "home") })
  window.answerFolders(folder, source)
  await createByWindow(window.page)
  const { id: caseId } = await callEngine(window.page, "case.add", { title: "Media" })
  const files = [await pickFolder(window.page)]
  const { outcomes } = await callEngine(window.page, "evidence.import", { caseId, files })
  evidenceId = outcomes[0]!.evidenceId!
  await window.page.locator(".case-row").first().click()
  await window.page.keyboard.press("Alt+Digit3")
  await window.page.locator(".grid-row").first().click()
  await window.page.keyboard.press("Enter")
  await window.page.locator("iframe.media-frame").waitFor()
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

const planNow = () => callEngine(window.page, "media.show", { evidenceId, audience })
/** The player stands at a moment, as when a person drags its slider. */
const seek = async (seconds: number): Promise<void> => {
  await window.page.evaluate(
    (at) =>
      document
        .querySelector<HTMLIFrameElement>("iframe.media-frame")
        ?.contentWindow?.postMessage({ kind: "seek", seconds: at }, "*"),
    seconds,
  )
  await window.page.getByText(`0:0${seconds}`, { exact: true }).first().waitFor()
}

test("a span is marked and muted with keys, undone, and what is left is accepted by a person", async () => {
  const { page } = window
  await page.waitForTimeout(500)
  await page.keyboard.press("r")
  await page.getByRole("textbox").first().fill(audience)
  await page.keyboard.press("Enter")
  await page.getByText(en["recording.noSpans"]).waitFor()
  await page.waitForTimeout(500)
  await seek(1)
  await page.keyboard.press("i")
  await seek(3)
  await page.keyboard.press("o")
  await page.keyboard.press("m")
  await page.getByText(en["recording.action.mute"], { exact: true }).waitFor()
  expect((await planNow()).spans).toMatchObject([{ startMs: 1000, endMs: 3000, action: "mute" }])
  await page.keyboard.press("Control+z")
  await page.getByText(en["recording.noSpans"]).waitFor()
  await page.keyboard.press("Control+Shift+z")
  await page.getByText(en["recording.action.mute"], { exact: true }).waitFor()
  await page.getByRole("button", { name: en["recording.accept"] }).click()
  await page.getByText(en["recording.accepted"]).waitFor()
  expect((await planNow()).accepted).toBe(true)
})

test("the picture that is shown becomes an item of its own", async () => {
  await window.page.getByRole("button", { name: en["recording.still"] }).click()
  await window.page.getByText("Kept as E-002").waitFor()
})

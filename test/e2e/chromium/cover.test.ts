import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { CaseId, EvidenceId } from "../../../shared/model/ids.ts"
import { violationsOn } from "../../support/axe.ts"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, createByWindow } from "../../support/journey.ts"
import { makeStrip } from "../../support/redaction-files.ts"

/** Covering by hand in the review, in each of its ways, and that each is one step to take back. */
const audience = "UN Committee"
const [width, pages] = [420, 3]
let folder: string
let window: TestWindow
let evidenceId: EvidenceId

const page = (): Page => window.page
const boxes = async () => (await callEngine(page(), "redaction.show", { evidenceId, audience })).boxes
const press = async (key: string) => {
  await page().keyboard.press(key)
  await page().waitForTimeout(300)
}
const shot = async (name: string): Promise<void> => {
  const into = process.env["SAQTA_SHOTS"]
  if (into !== undefined) await page().screenshot({ path: join(into, `${name}.png`) })
}

type At = readonly [x: number, y: number]

/** A place of the first page's original, from points to the screen. */
const onScreen = async ([x, y]: At): Promise<At> => {
  const sheet = (await page().locator('.pair[data-page="1"] .page').first().boundingBox())!
  const scale = sheet.width / width
  return [sheet.x + x * scale, sheet.y + y * scale]
}
const drag = async (from: At, to: At): Promise<void> => {
  await page().mouse.move(...(await onScreen(from)))
  await page().mouse.down()
  await page().mouse.move(...(await onScreen(to)), { steps: 4 })
  await page().mouse.up()
}
const click = async (at: At): Promise<void> => page().mouse.click(...(await onScreen(at)))
const until = async (count: number): Promise<void> => {
  await expect.poll(async () => (await boxes()).length, { timeout: 15_000 }).toBe(count)
}
/** One Ctrl+Z leaves nothing of the act. */
const takenBackAtOnce = async (): Promise<void> => {
  await press("Control+z")
  await until(0)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-cover-"))
  for (const name of ["vaults", "dropped"]) mkdirSync(join(folder, name))
  const lines = ["Вечером сосед ушёл домой", "судья отказала в тот же день", "свидетель молчал до утра"]
  const change: NonNullable<Parameters<typeof makeStrip>[0]["change"]> = (pdf) => {
    for (let more = 1; more < pages; more += 1)
      pdf.insertPage(-1, pdf.addPage([0, 0, width, 110], 0, {}, "0.7 g 20 20 60 20 re f"))
  }
  writeFileSync(join(folder, "dropped", "file-1.pdf"), await makeStrip({ lines, width, change }))
  window = await openWindow({ home: join(folder, "home") })
  window.answerFolders(join(folder, "vaults"))
  await createByWindow(page())
  const caseId: CaseId = (await callEngine(page(), "case.add", { title: "Newsroom" })).id
  await page().locator(".case-row").first().click()
  await page().keyboard.press("Alt+Digit3")
  await page().waitForTimeout(500)
  const driver = await page().context().newCDPSession(page())
  const data = { items: [], files: [join(folder, "dropped")], dragOperationsMask: 1 }
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await driver.send("Input.dispatchDragEvent", { type, x: 600, y: 400, data })
  await page().getByRole("dialog").waitFor()
  await page().keyboard.press("Enter")
  await page().locator(".grid-row", { hasText: "file-1" }).waitFor()
  evidenceId = (await callEngine(page(), "evidence.list", { caseId })).rows[0]!.id
  while ((await callEngine(page(), "evidence.show", { id: evidenceId })).reading.state !== "read")
    await page().waitForTimeout(100)
  await page().locator(".grid-row", { hasText: "file-1" }).dblclick()
  await page().locator("[data-page]").first().waitFor()
  await page().keyboard.press("r")
  await page().getByRole("textbox").first().waitFor()
  await page().waitForTimeout(400)
  await page().keyboard.type(audience)
  await page().keyboard.press("Enter")
  await page().locator(".pair[data-page]").first().waitFor()
  await page().waitForTimeout(1500)
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

test("the box tool covers with the label and stays on", async () => {
  await page().getByRole("textbox", { name: "Label in the box" }).fill("P-1")
  await drag([20, 20], [120, 40])
  await until(1)
  expect((await boxes())[0]).toMatchObject({ page: 1, origin: "hand", decision: "accepted", label: "P-1" })
  const { rect } = (await boxes())[0]!
  await page().locator(".box-row .box-open").first().click()
  await press("Delete")
  await until(0)
  await press("Control+z")
  await until(1)
  // Grown once: a second growth would cover what the person left readable.
  expect((await boxes())[0]!.rect).toEqual(rect)
  await drag([250, 70], [330, 85])
  await until(2)
  await press("Control+z")
  await press("Control+z")
  await until(0)
})

test("words of three lines are one act", async () => {
  await press("t")
  await drag([40, 30], [120, 76])
  await until(3)
  await takenBackAtOnce()
  await press("Control+Shift+z")
  await until(3)
  await takenBackAtOnce()
})

test("a click covers a whole line", async () => {
  await press("h")
  await click([60, 52])
  await until(1)
  expect((await boxes())[0]!.rect.width).toBeGreaterThan(150)
  await takenBackAtOnce()
})

test("a polygon is traced by its corners, and comes back as one", async () => {
  await press("y")
  for (const at of [
    [200, 15],
    [300, 25],
    [330, 90],
    [210, 85],
  ] as const)
    await click(at)
  await press("Delete")
  await shot("cover-tracing")
  await click([200, 15])
  await until(1)
  expect((await boxes())[0]!.points).toHaveLength(3)
  await page().locator(".box-row .box-open").first().click()
  await press("Delete")
  await until(0)
  await press("Control+z")
  await until(1)
  expect((await boxes())[0]!.points).toHaveLength(3)
  await takenBackAtOnce()
})

test("Escape drops the corners and covers nothing", async () => {
  for (const at of [
    [200, 15],
    [300, 25],
    [330, 90],
  ] as const)
    await click(at)
  await press("Escape")
  expect(await page().locator(".trace").count()).toBe(0)
  await press("Enter")
  expect(await boxes()).toEqual([])
})

test("everything but what stays is one act", async () => {
  await press("k")
  await drag([20, 40], [300, 64])
  await until(4)
  await page().waitForTimeout(1200)
  await shot("cover-except")
  await takenBackAtOnce()
})

test("the same place goes to all pages, or to those that were typed", async () => {
  await press("g")
  await drag([20, 10], [120, 30])
  await until(pages)
  expect((await boxes()).map((box) => box.page)).toEqual([1, 2, 3])
  await takenBackAtOnce()
  await page().getByText("All pages").click()
  await page().getByRole("textbox", { name: "From page" }).fill("2")
  await drag([20, 10], [120, 30])
  await until(2)
  expect((await boxes()).map((box) => box.page)).toEqual([2, 3])
  expect(await violationsOn(page())).toEqual([])
  await shot("cover-region")
  await takenBackAtOnce()
})

test("a whole page is one key", async () => {
  await page().locator(".page-scroll").focus()
  await press("Shift+P")
  await until(1)
  expect((await boxes())[0]!.rect).toMatchObject({ x: 0, y: 0, width })
  await takenBackAtOnce()
})

test("the tools are clean in the dark, too", async () => {
  await page().emulateMedia({ colorScheme: "dark" })
  await press("r")
  await drag([20, 20], [120, 40])
  await until(1)
  expect(await violationsOn(page())).toEqual([])
  await page().waitForTimeout(800)
  await shot("cover-dark")
})

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { verifyDossier } from "../../../main/dossier/verify.ts"
import type { CaseId, EvidenceId } from "../../../shared/model/ids.ts"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, createByWindow, lockByWindow } from "../../support/journey.ts"
import { makeStrip } from "../../support/redaction-files.ts"

/** The main job as a person does it in the window: drop, choose words, link, cover, hand over. One test after another. */
const audience = "UN Committee"
let folder: string
let window: TestWindow
let caseId: CaseId
let evidenceId: EvidenceId
let recoveryCode: string

const complaints: string[] = []
const page = (): Page => window.page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-whole-"))
  for (const name of ["vaults", "out", "dropped"]) mkdirSync(join(folder, name))
  const lines = ["Вечером Смирнова ушла домой", "без описи изъято три телефона"]
  writeFileSync(join(folder, "dropped", "protocol.pdf"), await makeStrip({ lines }))
  window = await openWindow({ home: join(folder, "home") })
  page().on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text())
  })
  window.answerFolders(join(folder, "vaults"))
  recoveryCode = await createByWindow(page())
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

test("a case and an incident are made by typing", async () => {
  await page().waitForSelector(".cases")
  await page().keyboard.press("n")
  await page().keyboard.type("Newsroom")
  await page().keyboard.press("Enter")
  await page().waitForSelector(".overview")
  caseId = (await callEngine(page(), "case.list", {})).cases[0]!.id
  await page().keyboard.press("Alt+Digit2")
  await page().waitForTimeout(300)
  await page().keyboard.press("n")
  await page().waitForTimeout(200)
  await page().keyboard.type("Search of the newsroom")
  await page().keyboard.press("Tab")
  await page().keyboard.type("4–9 марта 2017?")
  await page().keyboard.press("Enter")
  await page().locator(".grid-row", { hasText: "4–9 March 2017?" }).waitFor()
  await callEngine(page(), "actor.add", { caseId, names: [{ text: "Смирнова Елена" }], protected: true })
})

test("a folder that is dropped is taken in, and its outcome adds up", async () => {
  await page().keyboard.press("Alt+Digit3")
  await page().waitForTimeout(500)
  const driver = await page().context().newCDPSession(page())
  const data = { items: [], files: [join(folder, "dropped")], dragOperationsMask: 1 }
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await driver.send("Input.dispatchDragEvent", { type, x: 600, y: 400, data })
  await page().getByRole("dialog").waitFor()
  await page().keyboard.type("Yerlan Ospanov")
  await page().keyboard.press("Enter")
  await page().locator(".grid-row", { hasText: "protocol" }).waitFor()
  const { rows } = await callEngine(page(), "evidence.list", { caseId })
  evidenceId = rows[0]!.id
  expect(rows[0]).toMatchObject({ originalName: "protocol.pdf", provenance: { receivedFrom: "Yerlan Ospanov" } })
  while ((await callEngine(page(), "evidence.show", { id: evidenceId })).reading.state !== "read")
    await page().waitForTimeout(100)
})

test("words that are chosen in the viewer are linked with L and Enter, and seen from both ends", async () => {
  await page().locator(".grid-row", { hasText: "protocol" }).dblclick()
  await page().locator("[data-page]").first().waitFor()
  await page().waitForTimeout(1500)
  const { words } = await callEngine(page(), "evidence.pageText", { id: evidenceId, page: 1 })
  const { pages } = await callEngine(page(), "evidence.pages", { id: evidenceId })
  const box = (await page().locator("[data-page]").first().boundingBox())!
  const scale = box.width / pages[0]!.width
  const middle = (text: string) => {
    const [x, y, width, height] = words.find((word) => word.text === text)!.rect
    return [box.x + (x + width / 2) * scale, box.y + (y + height / 2) * scale] as const
  }
  await page().mouse.move(...middle("без"))
  await page().mouse.down()
  await page().mouse.move(...middle("описи"), { steps: 6 })
  await page().mouse.up()
  await page().waitForTimeout(300)
  await page().keyboard.press("l")
  await page().waitForTimeout(400)
  await page().keyboard.type("Search")
  await page().waitForTimeout(600)
  await page().keyboard.press("Enter")
  await page().locator(".link-row").first().waitFor()
  const { links } = await callEngine(page(), "link.list", { evidenceId })
  expect(links.map((link) => [link.anchor.place, link.targetLabel])).toMatchObject([
    [{ kind: "page", page: 1, quote: "без описи" }, "Search of the newsroom"],
  ])
  await page().keyboard.press("Alt+Digit2")
  await page().locator(".grid-row", { hasText: "Search" }).click()
  await page().locator(".inspector", { hasText: "без описи" }).waitFor()
})

test("a name is proposed, accepted with A, and the page accepted with Enter", async () => {
  await page().keyboard.press("Alt+Digit3")
  await page().locator(".grid-row", { hasText: "protocol" }).dblclick()
  await page().locator("[data-page]").first().waitFor()
  await page().keyboard.press("r")
  await page().getByRole("textbox").first().waitFor()
  await page().waitForTimeout(400)
  await page().keyboard.type(audience)
  await page().keyboard.press("Enter")
  const subject = { evidenceId, audience }
  await page().getByRole("button", { name: "Look" }).click()
  let plan = await callEngine(page(), "redaction.show", subject)
  while (plan.boxes.length === 0) {
    await page().waitForTimeout(200)
    plan = await callEngine(page(), "redaction.show", subject)
  }
  await page().waitForTimeout(800)
  for (let left = plan.boxes.length; left > 0; left -= 1) {
    await page().keyboard.press("a")
    await page().waitForTimeout(500)
  }
  await page().keyboard.press("Enter")
  await page().waitForTimeout(800)
  plan = await callEngine(page(), "redaction.show", subject)
  expect(plan.boxes.every((box) => box.decision === "accepted")).toBe(true)
  expect(plan.acceptedPages).toEqual([1])
})

test("the dossier is built in the window, proven, and verifies without it", async () => {
  await page().keyboard.press("Alt+Digit5")
  await page().waitForTimeout(500)
  await page().keyboard.press("n")
  await page().waitForTimeout(500)
  await page().locator(".step-body input").first().fill(audience)
  await page().waitForTimeout(1200)
  window.answerFolders(join(folder, "out"))
  await page().locator(".builder-foot .primary").click()
  await page().locator(".result").waitFor({ timeout: 90_000 })
  const [name] = readdirSync(join(folder, "out"))
  expect(existsSync(join(folder, "out", name!, "data", "annexes", "annex-01.pdf"))).toBe(true)
  expect((await verifyDossier(join(folder, "out", name!), "")).passed).toBe(true)
})

test("the browser had nothing to complain of: the policy refused nothing, and no error was left uncaught", () => {
  expect(complaints).toEqual([])
})

test("the recovery code opens the vault in the window", async () => {
  await lockByWindow(page())
  await window.relaunched()
  await page().locator("main.gate").waitFor()
  await page().getByText("Use the recovery code instead").click()
  await page().getByRole("textbox").first().fill(recoveryCode.toLowerCase())
  await page().keyboard.press("Enter")
  await page().locator("main.gate").waitFor({ state: "hidden", timeout: 30_000 })
  expect((await callEngine(page(), "case.list", {})).cases).toHaveLength(1)
})

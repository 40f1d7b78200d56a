import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { CDPSession, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { CaseId, EvidenceId } from "../../../shared/model/ids.ts"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, createByWindow, pickFolder } from "../../support/journey.ts"
import { makeStrip } from "../../support/redaction-files.ts"

/** Ctrl+Shift+H hides protected names at once: in every view, with the focus anywhere, whichever alphabet is on. */
const name = "Dana Zhalgyzova"
const canary = /Zhalgyzov/i
const demoFiles = join(import.meta.dirname, "..", "..", "..", "demo", "files")
let folder: string
let window: TestWindow
let driver: CDPSession
let caseId: CaseId
const ids: Record<string, EvidenceId> = {}

const page = (): Page => window.page
const isHidden = async (): Promise<boolean> =>
  (await page().locator("button.names").getAttribute("aria-pressed")) === "true"

/** The key by its place, with the letter that the layout gives. */
const pressKey = async (layout: "latin" | "russian" = "latin", autoRepeat = false): Promise<void> => {
  const key = layout === "latin" ? "H" : "Р"
  const event = { modifiers: 2 | 8, key, code: "KeyH", windowsVirtualKeyCode: 72, autoRepeat }
  await driver.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...event })
  await driver.send("Input.dispatchKeyEvent", { type: "keyUp", ...event })
}

/** Where the name still stands: in text, in attributes, in fields. */
const leftOnPage = (): Promise<string[]> =>
  page().evaluate(() => {
    const named = /Zhalgyzov/i
    const found: string[] = []
    for (const element of document.querySelectorAll("body *")) {
      const values = [...element.attributes].map(({ name: attribute, value }) => `${attribute}=${value}`)
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) values.push(element.value)
      for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) values.push(child.nodeValue ?? "")
      for (const value of values.filter((one) => named.test(one))) found.push(`${element.className}: ${value}`)
    }
    return found
  })

/** One of each sort of thing that takes the focus. */
const focusStops = (): Promise<number> =>
  page().evaluate(() => {
    const sorts = new Set<string>()
    let count = 0
    for (const element of document.querySelectorAll<HTMLElement>("button, input, textarea, [tabindex='0'], a[href]")) {
      const sort = `${element.tagName} ${element.getAttribute("role") ?? ""} ${element.className}`
      if (element.getClientRects().length === 0 || element.hasAttribute("disabled") || sorts.has(sort)) continue
      sorts.add(sort)
      element.dataset["stop"] = String(count)
      count += 1
    }
    return count
  })

const tryEveryFocus = async (): Promise<string[]> => {
  const failed: string[] = []
  const stops = await focusStops()
  for (let at = 0; at < stops; at += 1) {
    const what = await page().evaluate((index) => {
      const element = document.querySelector<HTMLElement>(`[data-stop='${index}']`)
      element?.focus()
      return element?.outerHTML.slice(0, 120) ?? "gone"
    }, at)
    const before = await isHidden()
    await pressKey(at % 2 === 0 ? "latin" : "russian")
    if ((await isHidden()) === before) failed.push(what)
    else await pressKey("latin")
  }
  return failed
}

const importAll = async (): Promise<void> => {
  const source = join(folder, "source")
  mkdirSync(source)
  writeFileSync(join(source, "letter.txt"), `Letter of ${name}\nThey came for ${name} at dawn.\n`)
  writeFileSync(join(source, "order.pdf"), await makeStrip({ lines: [`Order against ${name}`, "signed by the judge"] }))
  cpSync(join(demoFiles, "return-of-devices.mp4"), join(source, "film.mp4"))
  window.answerFolders(source)
  const files = [await pickFolder(page())]
  const { outcomes } = await callEngine(page(), "evidence.import", { caseId, files })
  for (const { name: file, evidenceId } of outcomes) {
    const id = evidenceId!
    ids[file.replace(/^.*[/\\]|\..*$/g, "")] = id
    await callEngine(page(), "evidence.update", { id, patch: { title: `${file} of ${name}` } })
    while (["waiting", "reading"].includes((await callEngine(page(), "evidence.show", { id })).reading.state))
      await page().waitForTimeout(100)
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-names-key-"))
  mkdirSync(join(folder, "vaults"))
  window = await openWindow({ home: join(folder, "home") })
  window.answerFolders(join(folder, "vaults"))
  await createByWindow(page())
  driver = await page().context().newCDPSession(page())
  caseId = (await callEngine(page(), "case.add", { title: `Case of ${name}` })).id
  const { id: actorId } = await callEngine(page(), "actor.add", { caseId, names: [{ text: name }], protected: true })
  const text = `They took ${name} away`
  const incident = { caseId, title: text, narrative: text, dates: "2017-03-04", place: "Алматы" }
  const { id: incidentId } = await callEngine(page(), "incident.add", incident)
  await callEngine(page(), "involvement.add", { actorId, incidentId, role: "victim", note: text })
  const about = [{ kind: "incident" as const, id: incidentId }]
  await callEngine(page(), "record.add", { caseId, kind: "claim", fields: { text, about } })
  const parent = { kind: "incident" as const, id: incidentId }
  await callEngine(page(), "record.add", { caseId, kind: "act", parent, fields: {} })
  await callEngine(page(), "note.add", { subjectKind: "incident", subjectId: incidentId, text })
  await importAll()
  const place = { kind: "whole" as const }
  await callEngine(page(), "link.add", {
    evidenceId: ids["letter"]!,
    place,
    target: { kind: "incident", id: incidentId },
    comment: text,
  })
  await page().locator(".case-row").first().click()
  await page().locator(".overview").waitFor()
}, 180_000)
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Views in which the name stood before it was hidden: that it is gone afterwards means nothing elsewhere. */
const named: string[] = []

const check = async (where: string): Promise<void> => {
  if ((await leftOnPage()).length > 0) named.push(where)
  expect(await tryEveryFocus(), `${where}: the key from each focus`).toEqual([])
  await page().evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  expect(await isHidden(), where).toBe(false)
  await pressKey("russian")
  expect(await isHidden(), where).toBe(true)
  await page().waitForTimeout(150)
  expect(await leftOnPage(), `${where}: what still names the person`).toEqual([])
  await pressKey("latin", true)
  expect(await isHidden(), `${where}: a key held down does not show them again`).toBe(true)
  await pressKey("latin")
  expect(await isHidden(), where).toBe(false)
}

test("in every view of the rail", async () => {
  const items = page().locator("nav.rail .rail-item")
  const count = await items.count()
  expect(count).toBeGreaterThan(12)
  for (let at = 0; at < count; at += 1) {
    const item = page().locator("nav.rail .rail-item").nth(at)
    const where = await item.innerText()
    await item.click()
    await page().waitForTimeout(350)
    const row = page().locator(".grid-row, .claim-row, .timeline-entry").first()
    if ((await row.count()) > 0) await row.click()
    await page().waitForTimeout(250)
    await check(where)
  }
  expect(named.length).toBeGreaterThan(8)
}, 240_000)

test("in the graph, right after picking a record by the finder", async () => {
  await page().keyboard.press("Alt+g")
  await page().getByRole("button", { name: "Begin with…" }).click()
  await page().getByRole("combobox").fill("took")
  await page().getByRole("option").first().click()
  await page().locator(".pane-side .inspector").waitFor()
  await pressKey("latin")
  expect(await isHidden()).toBe(true)
  await page().getByRole("button", { name: "Show as a list" }).click()
  await page().locator(".graph-entry").first().waitFor()
  expect(await leftOnPage()).toEqual([])
  await pressKey("latin")
  await page().getByRole("button", { name: "Show as a drawing" }).click()
})

test("in documents, as pages, as text and as a film", async () => {
  for (const [file, ready] of [
    ["order", ".page, [data-page]"],
    ["letter", ".viewer-main"],
    ["film", "iframe"],
  ] as const) {
    await page().keyboard.press("Alt+Digit3")
    await page().locator(".grid-row", { hasText: file }).dblclick()
    await page().locator(ready).first().waitFor()
    await page().waitForTimeout(500)
    await check(file)
  }
}, 120_000)

test("from within the film's own frame: it hides, and never shows", async () => {
  const frame = page()
    .frames()
    .find((one) => one !== page().mainFrame())!
  await frame.locator("video").focus()
  await page().keyboard.press("Control+Shift+KeyH")
  await expect.poll(isHidden).toBe(true)
  await page().keyboard.press("Control+Shift+KeyH")
  await page().waitForTimeout(200)
  expect(await isHidden()).toBe(true)
  await page().locator("button.names").click()
})

test("over the palette and in a dialog's field", async () => {
  await page().keyboard.press("Control+k")
  await page().keyboard.type("Zhalg")
  await page().waitForTimeout(500)
  await pressKey("latin")
  expect(await isHidden()).toBe(true)
  const typedBySelf = (await leftOnPage()).filter((text) => !text.endsWith("Zhalg"))
  expect(typedBySelf.filter((text) => canary.test(text))).toEqual([])
  await pressKey("russian")
  expect(await isHidden()).toBe(false)
  await page().keyboard.press("Escape")
})

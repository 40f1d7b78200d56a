import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { CaseId } from "../../../shared/model/ids.ts"
import { violationsOn } from "../../support/axe.ts"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, createByWindow } from "../../support/journey.ts"

/** The graph and the map as a person uses them: look, open further, choose, and the same as lists. */
let folder: string
let window: TestWindow
let caseId: CaseId
const refused: string[] = []

const page = (): Page => window.page
const shot = async (name: string): Promise<void> => {
  const into = process.env["SAQTA_SHOTS"]
  if (into !== undefined) await page().screenshot({ path: join(into, `${name}.png`) })
}
const incident = (title: string, place: string, dates: string) =>
  callEngine(page(), "incident.add", { caseId, title, place, dates })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-graph-"))
  mkdirSync(join(folder, "vaults"))
  window = await openWindow({ home: join(folder, "home") })
  page().on("console", (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) refused.push(message.text())
  })
  window.answerFolders(join(folder, "vaults"))
  await createByWindow(page())
  caseId = (await callEngine(page(), "case.add", { title: "Newsroom" })).id
  const search = await incident("Search of the newsroom", "улица Абая 1, Алматы", "2017-03-04")
  const arrest = await incident("Arrest at the station", "Астана", "2018-05-01")
  const beating = await incident("Beating in custody", "Алматы", "2018-05-03")
  await incident("Threats by telephone", "Маңғыстау облысы", "2019")
  await incident("Undated rumour", "somewhere", "")
  const person = (name: string, guarded: boolean) =>
    callEngine(page(), "actor.add", { caseId, names: [{ text: name }], protected: guarded })
  const dana = await person("Dana Testova", true)
  const judge = await person("Judge Sample", false)
  const involve = (actorId: typeof dana.id, incidentId: typeof search.id, role: "victim" | "official") =>
    callEngine(page(), "involvement.add", { actorId, incidentId, role })
  await involve(dana.id, search.id, "victim")
  await involve(dana.id, arrest.id, "victim")
  await involve(judge.id, arrest.id, "official")
  await involve(judge.id, beating.id, "official")
  await callEngine(page(), "record.add", {
    caseId,
    kind: "claim",
    fields: { text: "No warrant was shown", about: [{ kind: "incident", id: search.id }] },
  })
  await page().locator(".case-row").first().click()
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

test("the graph draws the case, and axe finds nothing", async () => {
  await page().keyboard.press("Alt+g")
  await page().locator(".graph-canvas canvas").first().waitFor()
  await page().waitForTimeout(800)
  expect(await page().locator(".graph-kind").count()).toBe(3)
  await shot("graph-light")
  expect(await violationsOn(page())).toEqual([])
})

test("the list form holds the same: a record, its lines, and the inspector beside it", async () => {
  await page().getByRole("button", { name: "Show as a list" }).click()
  await page().locator(".graph-entry", { hasText: "Arrest at the station" }).getByRole("button").first().click()
  const lines = page().locator(".graph-lines li")
  await lines.first().waitFor()
  expect((await lines.allInnerTexts()).sort()).toEqual(["official: Judge Sample", "victim: Dana Testova"])
  await page().locator(".pane-side .inspector").waitFor()
  expect(await violationsOn(page())).toEqual([])
})

test("what one begins with is drawn with its neighbours, and the rest is opened from there", async () => {
  await page().getByRole("button", { name: "Begin here" }).click()
  const entries = page().locator(".graph-entry")
  await page().waitForFunction(() => document.querySelectorAll(".graph-entry").length === 3)
  await entries.filter({ hasText: "Judge Sample" }).getByRole("button", { name: "Show 1 more" }).click()
  await entries.filter({ hasText: "Beating in custody" }).waitFor()
  expect(await entries.count()).toBe(4)
  await page().getByRole("button", { name: "Show as a drawing" }).click()
  await page().waitForTimeout(700)
  await shot("graph-opened")
})

test("the way to another record is found and shown", async () => {
  await page().getByRole("button", { name: "Way to…" }).click()
  await page().getByRole("combobox", { name: "Way to which record" }).fill("warrant")
  await page()
    .getByRole("option", { name: /No warrant/ })
    .click()
  await page().getByRole("button", { name: "Forget the way" }).waitFor()
  await shot("graph-way")
})

test("protected names are replaced in the graph while they are hidden", async () => {
  await page().locator("button.names").click()
  await page().getByRole("button", { name: "Show as a list" }).click()
  await page().locator(".graph-entry").first().waitFor()
  expect(await page().locator(".graph-list").innerText()).not.toContain("Testova")
  await page().locator("button.names").click()
  await page().getByRole("button", { name: "Show as a drawing" }).click()
})

test("the map shows what has a place, says what has none, and axe finds nothing", async () => {
  await page().keyboard.press("Alt+m")
  await page().locator(".map-home").waitFor()
  await page().locator(".map-mark").first().waitFor()
  expect(await page().locator(".map-mark.region").count()).toBe(1)
  expect(await page().getByText("Places: GeoNames, CC BY 4.0").count()).toBe(1)
  await page().getByText("Not on the map: 1").click()
  await page().getByText("place not found by its name").waitFor()
  await page().waitForTimeout(500)
  await shot("map-light")
  expect(await violationsOn(page())).toEqual([])
})

test("several at one spot are listed, and one of them opens the inspector", async () => {
  await page().locator(".map-mark.many").click()
  await page().locator(".map-here").waitFor()
  await page().locator(".pane-side .map-row").first().getByRole("button").click()
  await page().locator(".pane-side .inspector").waitFor()
  await shot("map-inspector")
})

test("dates narrow the map, and its list form holds the same", async () => {
  await page().getByRole("slider", { name: /^To/ }).focus()
  await page().keyboard.press("Home")
  await page().getByRole("button", { name: "Show as a list" }).click()
  await page().locator(".pane-main .map-row").first().waitFor()
  const rows = await page().locator(".pane-main > .list > .map-list .map-row").allInnerTexts()
  expect(rows.join()).toContain("Search of the newsroom")
  expect(rows).toHaveLength(1)
  expect(await violationsOn(page())).toEqual([])
})

test("both draw under the page's policy without a refusal", () => {
  expect(refused).toEqual([])
})

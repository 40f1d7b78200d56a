/**
 * The pictures of docs/screenshots, taken of the real program over the vault that `saqta demo` makes:
 * `node test/support/screenshots.ts "~/Saqta demo" OUT-FOLDER`. Nothing in them is drawn or made up for the picture.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import en from "../../shared/i18n/en.json" with { type: "json" }
import kk from "../../shared/i18n/kk.json" with { type: "json" }
import { openWindow, type TestWindow } from "./chromium.ts"

const [demoFolder = "", out = "docs/screenshots"] = process.argv.slice(2)
const passphrase = /^Passphrase {2}(.+)$/m.exec(readFileSync(join(demoFolder, "READ ME.txt"), "utf8"))?.[1] ?? ""

interface Shown {
  readonly window: TestWindow
  readonly page: Page
  readonly picture: (name: string) => Promise<void>
}

const settle = (page: Page): Promise<void> => page.waitForTimeout(900)

const unlock = async (
  { window, page, picture }: Shown,
  welcome: string | undefined,
  words: { "notice.understood": string } = en,
): Promise<void> => {
  await page.waitForSelector(".path")
  await settle(page)
  if (welcome !== undefined) await picture(welcome)
  window.answerFolders(join(demoFolder, "Vault"))
  await page.locator("button.path").nth(1).click()
  await settle(page)
  await page.keyboard.type(passphrase)
  await page.keyboard.press("Enter")
  await page.getByRole("button", { name: words["notice.understood"] }).click()
  await page.waitForSelector(".cases")
  await page.keyboard.press("ArrowDown")
  await page.getByText("Newsroom of").first().dblclick()
  await page.waitForSelector(".overview")
  await settle(page)
}

const view = async ({ page }: Shown, key: string, row: string | undefined): Promise<void> => {
  await page.keyboard.press(key)
  await settle(page)
  if (row !== undefined) await page.locator(".grid-row", { hasText: row }).first().click()
  await settle(page)
}

const light = async (shown: Shown): Promise<void> => {
  const { page, picture } = shown
  await unlock(shown, "welcome")
  await picture("overview")
  await view(shown, "Alt+Digit2", "Search of the newsroom")
  await picture("incidents")
  await view(shown, "Alt+Digit3", "Record of the search")
  await picture("evidence")
  await page.locator(".grid-row", { hasText: "Record of the search" }).first().dblclick()
  await page.waitForTimeout(6000)
  await picture("viewer")
  await page.keyboard.press("r")
  await settle(page)
  await page.getByRole("button", { name: "UN Human Rights Committee" }).click()
  await page.waitForTimeout(9000)
  await picture("redaction")
}

const dark = async (shown: Shown): Promise<void> => {
  await unlock(shown, undefined)
  await view(shown, "Alt+Digit4", "Сейтқали")
  await shown.picture("people-dark")
  await view(shown, "Alt+Digit5", undefined)
  await shown.picture("dossiers-dark")
  await shown.page.keyboard.press("Control+k")
  await settle(shown.page)
  await shown.page.keyboard.type("search")
  await settle(shown.page)
  await shown.picture("palette-dark")
}

const kazakh = async (shown: Shown): Promise<void> => {
  await shown.page.getByText("Қазақша").click()
  await unlock(shown, "welcome-kazakh", kk)
  await view(shown, "Alt+Digit2", "Search of the newsroom")
  await shown.picture("incidents-kazakh")
}

const take = async (colorScheme: "light" | "dark", walk: (shown: Shown) => Promise<void>): Promise<void> => {
  const window = await openWindow({ colorScheme })
  const { page } = window
  try {
    await walk({
      window,
      page,
      picture: async (name) => void (await page.screenshot({ path: join(out, `${name}.png`) })),
    })
  } catch (error) {
    await page.screenshot({ path: join(out, "failed.png") })
    throw error
  } finally {
    await window.close()
  }
}

await take("light", light)
await take("dark", dark)
await take("light", kazakh)

/**
 * Shows the app headless and takes a picture: `node test/support/shot.ts OUT.png [--dark] [--script FILE]`.
 * FILE's default export gets `(page, window)` and may click its way to what the picture is to show.
 */
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import type { Page } from "playwright-core"
import { openWindow, type TestWindow } from "./chromium.ts"

type Walk = (page: Page, window: TestWindow) => Promise<void>

const words = process.argv.slice(2)
const [out = "window.png"] = words.filter((word, at) => !word.startsWith("--") && words[at - 1] !== "--script")
const script = words.includes("--script") ? words[words.indexOf("--script") + 1] : undefined

const window = await openWindow({ colorScheme: words.includes("--dark") ? "dark" : "light" })
window.page.on("console", (message) => process.stderr.write(`page: ${message.text()}\n`))
window.page.on("pageerror", (error) => process.stderr.write(`page: ${error.stack ?? error.message}\n`))
try {
  if (script === undefined) await window.page.waitForTimeout(1000)
  else await ((await import(pathToFileURL(resolve(script)).href)) as { default: Walk }).default(window.page, window)
} finally {
  await window.page.screenshot({ path: out })
  await window.close()
}

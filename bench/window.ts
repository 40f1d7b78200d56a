import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import en from "../shared/i18n/en.json" with { type: "json" }
import type { Reply } from "../shared/contract/call.ts"
import { openWindow, type TestWindow } from "../test/support/chromium.ts"
import { callEngine } from "../test/support/journey.ts"
import { testPassphrase } from "../test/support/vault.ts"
import { measureList } from "./list.ts"
import { median, percentile, report, round, runs } from "./measure.ts"
import { makeWindowVault } from "./window-vault.ts"

/**
 * The window on the Chromium host, with the built app: round trips from the page to the engine, the first page of a
 * PDF, a long list. `node bench/window.ts [incidents] [calls] [documents] [folder]`
 */
const [incidents = "100000", calls = "1000", documents = "7", parent = tmpdir()] = process.argv.slice(2)
const home = mkdtempSync(join(parent, "saqta-bench-"))

/** `window.host` as the page has it, for functions that run there. */
interface InPage {
  readonly host: { call(name: string, input: unknown): Promise<Reply<unknown>> }
}

const unlock = async (window: TestWindow, folder: string): Promise<void> => {
  const { page } = window
  window.answerFolders(folder)
  await page.getByText(en["unlock.openTitle"]).click()
  await page.getByLabel(en["unlock.passphrase"], { exact: true }).fill(testPassphrase)
  await page.getByRole("button", { name: en["unlock.open"], exact: true }).click()
  // The vault comes from another machine, and its documents have not been read.
  await page.getByRole("button", { name: en["notice.understood"] }).click()
  await page.locator(".case-row").first().waitFor()
}

/** Until everything imported has been read: what is measured is the window, not the work behind it. */
const untilIdle = async (page: Page): Promise<void> => {
  for (;;) {
    const { jobs } = await callEngine(page, "job.list", {})
    if (jobs.every(({ state }) => state !== "queued" && state !== "running")) return
    await page.waitForTimeout(500)
  }
}

/** One call after another, as a page makes them; milliseconds each. */
const roundTrips = (page: Page, count: number): Promise<number[]> =>
  page.evaluate(async (times) => {
    const { host } = window as unknown as InPage
    const taken: number[] = []
    for (let index = 0; index < times; index += 1) {
      const start = performance.now()
      await host.call("settings.show", {})
      taken.push(performance.now() - start)
    }
    return taken
  }, count)

/** From asking for a document's pages to the first one's pixels on a canvas, in milliseconds. */
const firstPage = (page: Page, evidenceId: string): Promise<number> =>
  page.evaluate(async (id) => {
    const { host } = window as unknown as InPage
    const ask = async (name: string, input: unknown): Promise<unknown> => {
      const reply = await host.call(name, input)
      if (!reply.ok) throw new Error(reply.fault.code)
      return reply.result
    }
    const canvas = document.body.appendChild(document.createElement("canvas"))
    const start = performance.now()
    await ask("evidence.pages", { id })
    const { png } = (await ask("evidence.pageImage", { id, page: 1, dpi: 150 })) as { png: Uint8Array<ArrayBuffer> }
    const { image } = await new ImageDecoder({ type: "image/png", data: png }).decode()
    canvas.width = image.displayWidth
    canvas.height = image.displayHeight
    const context = canvas.getContext("2d", { alpha: false })
    context?.drawImage(image, 0, 0)
    // Reading one back waits until they are drawn.
    context?.getImageData(0, 0, 1, 1)
    const taken = performance.now() - start
    image.close()
    canvas.remove()
    return taken
  }, evidenceId)

const measureCalls = async (page: Page): Promise<void> => {
  await roundTrips(page, 100)
  const taken = await roundTrips(page, Number(calls))
  const what = `Round trip of a call, p50 of ${calls}`
  const detail = `p99 ${round(percentile(taken, 0.99))} ms`
  report({ what, value: median(taken), unit: "ms", goal: { atMost: 1 }, detail })
}

const measurePages = async (page: Page, ids: readonly string[]): Promise<void> => {
  // The first starts the parser's process.
  const [first = 0, ...warm] = await runs(ids.length, (run) => firstPage(page, ids[run] ?? ""))
  const what = "First page of a PDF of 20 pages shown, 150 dpi"
  report({ what, value: median(warm), unit: "ms", goal: { atMost: 300 }, detail: `the very first ${round(first)} ms` })
}

try {
  const made = await makeWindowVault(home, { incidents: Number(incidents), documents: Number(documents) })
  const window = await openWindow({ home })
  try {
    await unlock(window, made.folder)
    await untilIdle(window.page)
    await measureCalls(window.page)
    await measurePages(window.page, made.documents)
    await measureList(window.page, Number(incidents))
  } finally {
    await window.close()
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}

import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Page } from "playwright-core"

/** axe-core's rules, run inside the real page; it is sent in by the driver, since the page loads no foreign script. */
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** What axe finds on the page as it stands: rule and places. */
export const violationsOn = async (page: Page): Promise<string[]> => {
  const driver = await page.context().newCDPSession(page)
  await page.waitForTimeout(400)
  await driver.send("Runtime.evaluate", { expression: axe })
  const { result } = await driver.send("Runtime.evaluate", {
    expression: `axe.run(document, { resultTypes: ["violations"] }).then((run) =>
      JSON.stringify(run.violations.map((one) => one.id + ": " + one.nodes.map((node) => node.target.join(" ") + " " + node.html.slice(0, 160)).join(", "))))`,
    awaitPromise: true,
  })
  await driver.detach()
  return JSON.parse(String(result.value)) as string[]
}

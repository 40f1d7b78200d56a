import type { Page } from "playwright-core"
import en from "../shared/i18n/en.json" with { type: "json" }
import { report, round } from "./measure.ts"
import { longCase } from "./window-vault.ts"

const scrollingMs = 4000

/** From opening the list to its first rows on the screen, in milliseconds. */
const openList = (page: Page): Promise<number> =>
  page.evaluate(async (name) => {
    const items = [...document.querySelectorAll<HTMLButtonElement>(".rail-item")]
    const item = items.find((one) => one.textContent.startsWith(name))
    const start = performance.now()
    item?.click()
    while (document.querySelector(".grid-row .cell-strong") === null)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - start
  }, en["rail.incidents"])

interface Watched {
  readonly benchTasks: number[]
}

const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { benchTasks: tasks })
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    })
  })

/** Tasks over 50 ms since it was asked last: the only ones that the browser tells of. */
const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    return (window as unknown as Watched).benchTasks.splice(0)
  })

const during = async (step: () => Promise<void>): Promise<void> => {
  const end = performance.now() + scrollingMs
  while (performance.now() < end) await step()
}

/** What a person does with a long list: through it by keys, by wheel, and from end to end. */
const scrolling: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  PageDown: (page) => page.keyboard.press("PageDown", { delay: 20 }),
  wheel: async (page) => {
    await page.mouse.wheel(0, 900)
    await page.waitForTimeout(16)
  },
  "End and Home": async (page) => {
    await page.keyboard.press("End")
    await page.waitForTimeout(250)
    await page.keyboard.press("Home")
    await page.waitForTimeout(250)
  },
}

/** The list of incidents of the long case, opened and scrolled, with every long task of the page counted. */
export const measureList = async (page: Page, count: number): Promise<void> => {
  await page.locator(".case-row", { hasText: longCase }).click()
  await page.locator(".rail-item", { hasText: en["rail.incidents"] }).waitFor()
  await page.waitForTimeout(500)
  await watchTasks(page)
  const openedMs = await openList(page)
  const opening = await longTasks(page)
  report({ what: `First rows of a list of ${count}`, value: openedMs, unit: "ms" })
  const list = page.locator(".grid-scroll")
  await list.hover()
  await list.focus()
  const longest: number[] = [...opening]
  const told = [`opening ${opening.length}`]
  for (const [name, step] of Object.entries(scrolling)) {
    await during(() => step(page))
    const tasks = await longTasks(page)
    longest.push(...tasks)
    told.push(`${name} ${tasks.length}`)
  }
  const value = Math.max(0, ...longest)
  const detail = value === 0 ? "no task over 50 ms" : `tasks over 50 ms: ${told.join(", ")}; longest ${round(value)} ms`
  report({
    what: `Longest task over 50 ms while a list of ${count} is scrolled`,
    value,
    unit: "ms",
    goal: { atMost: 50 },
    detail,
  })
}

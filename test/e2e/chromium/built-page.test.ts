import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

const renderer = join(import.meta.dirname, "..", "..", "..", "dist", "renderer")
const assets = join(renderer, "assets")

/** The scripts that the browser has to have before the first screen, following static imports. */
const firstScripts = (): ReadonlySet<string> => {
  const found = new Set<string>()
  const add = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    const text = readFileSync(join(assets, name), "utf8")
    for (const [, imported = ""] of text.matchAll(/(?:import|from)\s*"\.\/([\w.-]+\.js)"/g)) add(imported)
  }
  const page = readFileSync(join(renderer, "index.html"), "utf8")
  for (const [, name = ""] of page.matchAll(/\.\/assets\/([\w.-]+\.js)/g)) add(name)
  return found
}

test("the page is built with React's production code, whatever environment it was built in", () => {
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"))
  expect(scripts).not.toEqual([])
  for (const name of scripts) expect(readFileSync(join(assets, name), "utf8")).not.toContain("jsxDEV")
})

test("the first screen waits for the code of no view", () => {
  const first = [...firstScripts()]
  expect(first.filter((name) => name.startsWith("index-"))).toHaveLength(1)
  expect(first.filter((name) => name.startsWith("View-"))).toEqual([])
  // Nor for the schemas: zod is as large as everything else of ours.
  expect(first.filter((name) => readFileSync(join(assets, name), "utf8").includes("ZodError"))).toEqual([])
  // The views' code is there, in files of their own.
  expect(readdirSync(assets).filter((name) => /^View-.*\.js$/.test(name)).length).toBeGreaterThan(8)
})

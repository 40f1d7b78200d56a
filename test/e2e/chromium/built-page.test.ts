import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

test("the page is built with React's production code, whatever environment it was built in", () => {
  const folder = join(import.meta.dirname, "..", "..", "..", "dist", "renderer", "assets")
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"))
  expect(scripts).not.toEqual([])
  for (const name of scripts) expect(readFileSync(join(folder, name), "utf8")).not.toContain("jsxDEV")
})

import { join } from "node:path"
import { createContext, runInContext } from "node:vm"
import { build } from "esbuild"
import { expect, test } from "vitest"

/** The packages for Russian cases are old scripts: bundled into a parser process they run in strict mode, and in a page without Node. */
const forms = [
  ["Electron's and our own Node", { platform: "node", target: "node16" }],
  ["a page without Node", { platform: "browser", target: "chrome108" }],
] as const

const script = `
import { fold } from "./fold.ts"
import { findNames, prepareNames } from "./matcher.ts"
const recorded = { names: ["Заяц Павел Львович"], identifiers: ["+7 700 555 41 17"], terms: [], exact: [] }
globalThis.found = findNames(prepareNames([recorded]), fold("у Зайца Павла, 87005554117")).map(({ level }) => level)
`

test.each(forms)("the matcher runs as it is bundled for %s", async (_, target) => {
  const resolveDir = join(import.meta.dirname, "../../../../main/search/names")
  const stdin = { contents: script, resolveDir, loader: "ts" } as const
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    format: "iife",
    write: false,
    logLevel: "error",
    ...target,
  })
  const context = createContext({})
  runInContext(`"use strict";${outputFiles[0]?.text ?? ""}`, context)
  expect(context["found"]).toHaveLength(2)
  expect([...(context["found"] as string[])]).toEqual(["block", "block"])
})

import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { shippedFiles } from "../../../main/workers/parser/binaries.ts"

const path = (relative: string): string => fileURLToPath(new URL(`../../../${relative}`, import.meta.url))

/** The lines of the package's list, braces written out. */
const listed = readFileSync(path("electron-builder.yml"), "utf8")
  .split("\n")
  .flatMap((line) => {
    const entry = /^ {2}- node_modules\/(.*)$/u.exec(line)?.[1] ?? ""
    const [, before = entry, choices, after = ""] = /^(.*)\{(.*)\}(.*)$/u.exec(entry) ?? []
    return choices === undefined ? [entry] : choices.split(",").map((choice) => `${before}${choice}${after}`)
  })

test.each(shippedFiles)("%s, which parsers ask for, is there and is packed", (file) => {
  expect(existsSync(path(`node_modules/${file}`))).toBe(true)
  const holds = (entry: string): boolean =>
    entry === file || (entry.endsWith("/**") && file.startsWith(entry.slice(0, -2)))
  expect(listed.some(holds)).toBe(true)
})

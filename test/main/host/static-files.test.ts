import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readStaticFile } from "../../../main/host/static-files.ts"

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-static-"))
  mkdirSync(join(folder, "page", "assets"), { recursive: true })
  writeFileSync(join(folder, "page", "index.html"), "<p>")
  writeFileSync(join(folder, "page", "assets", "a.js"), "1")
  writeFileSync(join(folder, "page", "notes.txt"), "not a kind that a page has")
  writeFileSync(join(folder, "secret.js"), "secret")
  mkdirSync(join(folder, "page-other"))
  writeFileSync(join(folder, "page-other", "b.js"), "other")
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (pathname: string) => readStaticFile(join(folder, "page"), pathname)

test("the root is the page, and files come with their media type", async () => {
  expect((await read("/"))?.mediaType).toBe("text/html; charset=utf-8")
  expect((await read("/assets/a.js"))?.mediaType).toBe("text/javascript; charset=utf-8")
})

test("no address leads out of the folder", async () => {
  for (const pathname of [
    "/../secret.js",
    "/%2e%2e/secret.js",
    "/assets/../../secret.js",
    "/..%2fsecret.js",
    "/../page-other/b.js",
    "/%00.js",
    "/%",
  ]) {
    expect(await read(pathname), pathname).toBeUndefined()
  }
})

test("what is not there, or not of a page's kinds, is not served", async () => {
  expect(await read("/missing.js")).toBeUndefined()
  expect(await read("/notes.txt")).toBeUndefined()
  expect(await read("/assets")).toBeUndefined()
})

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { writeNewFile } from "../../../main/import/export-file.ts"
import { Fault } from "../../../shared/faults.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "export-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* pieces(...texts: string[]) {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text))
}

test("a new file is written whole, for its owner only", async () => {
  await writeNewFile(join(folder, "a.txt"), pieces("one ", "two"))
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("one two")
  expect(statSync(join(folder, "a.txt")).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(["a.txt"])
})

test("nothing is overwritten, also when the name is taken while it is written", async () => {
  writeFileSync(join(folder, "a.txt"), "mine")
  await expect(writeNewFile(join(folder, "a.txt"), pieces("new"))).rejects.toMatchObject({ code: "target-exists" })
  async function* racing() {
    yield await Promise.resolve(Buffer.from("new"))
    writeFileSync(join(folder, "b.txt"), "mine")
  }
  await expect(writeNewFile(join(folder, "b.txt"), racing())).rejects.toMatchObject({ code: "target-exists" })
  expect([readFileSync(join(folder, "a.txt"), "utf8"), readFileSync(join(folder, "b.txt"), "utf8")]).toEqual([
    "mine",
    "mine",
  ])
  expect(readdirSync(folder)).toEqual(["a.txt", "b.txt"])
})

test("when the source breaks off, no part of it stays in the clear", async () => {
  async function* damaged() {
    yield await Promise.resolve(Buffer.from("first chunk"))
    throw new Fault("blob-damaged")
  }
  await expect(writeNewFile(join(folder, "a.txt"), damaged())).rejects.toMatchObject({ code: "blob-damaged" })
  expect(readdirSync(folder)).toEqual([])
})

test("a folder that is not there is an error of the disk", async () => {
  await expect(writeNewFile(join(folder, "no", "a.txt"), pieces("x"))).rejects.toMatchObject({ code: "io-error" })
})

import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { bagFiles, readManifest } from "../../../main/dossier/bag.ts"
import { bagitFolder } from "../../../tools/judges.ts"
import { writeFiles } from "../../support/files.ts"

const bytes = (text: string) => new TextEncoder().encode(text)
const payload = new Map([
  ["dossier.pdf", bytes("%PDF-1.7 pretend")],
  ["annexes/annex-01.pdf", bytes("%PDF-1.7 annex")],
])
const info = { title: "Bundle\nfor the Committee", datedOn: "2026-11-23" }

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-bag-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const judge = (): string =>
  execFileSync("python3", ["-c", "import bagit,sys; bagit.Bag(sys.argv[1]).validate(); print('valid')", folder], {
    env: { PATH: process.env["PATH"], PYTHONPATH: bagitFolder },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim()

test("Python's bagit accepts the bag", () => {
  writeFiles(folder, bagFiles(payload, info))
  expect(judge()).toBe("valid")
})

test("Python's bagit refuses the bag once a byte of it is changed", () => {
  const files = new Map(bagFiles(payload, info))
  files.set("data/dossier.pdf", bytes("%PDF-1.7 pretenD"))
  writeFiles(folder, files)
  expect(judge).toThrow()
})

test("sha256sum alone checks the bag", () => {
  writeFiles(folder, bagFiles(payload, info))
  const said = execFileSync("sha256sum", ["-c", "manifest-sha256.txt"], { cwd: folder, encoding: "utf8" })
  expect(said).toBe("data/annexes/annex-01.pdf: OK\ndata/dossier.pdf: OK\n")
})

test("the same payload gives the same bag", () => {
  const turned = new Map([...payload].reverse())
  expect([...bagFiles(turned, info)].sort()).toEqual([...bagFiles(payload, info)].sort())
})

test("a manifest that leads out of the bag is unreadable", () => {
  expect(readManifest(bytes(`${"0".repeat(64)}  data/../../etc/passwd\n`))).toBeUndefined()
})

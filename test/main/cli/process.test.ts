import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, test } from "vitest"
import { testPassphrase } from "../../support/engine.ts"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const home = mkdtempSync(join(tmpdir(), "saqta-home-"))
afterAll(() => rmSync(home, { recursive: true }))

const spawn = (script: string, words: readonly string[], input = "") =>
  spawnSync(process.execPath, [join(root, script), ...words], {
    cwd: home,
    env: { HOME: home, PATH: process.env["PATH"] },
    encoding: "utf8",
    input,
  })

const launched = (words: readonly string[], input = "") =>
  spawn("test/support/cli-launcher.ts", [join(home, "state"), ...words], input)

test("the program as it is run from its sources answers, in a fresh home", () => {
  const { status, stdout, stderr } = spawn("main/cli/index.ts", ["help", "vault", "create"])
  expect([status, stderr]).toEqual([0, ""])
  expect(stdout).toContain("saqta vault create DIR")
})

test("one program makes a vault, the next one fills it, both with the passphrase from standard input", () => {
  const made = launched(["vault", "create", "matters", "--passphrase-file", "-", "--json"], `${testPassphrase}\n`)
  expect(made.status).toBe(0)
  const added = launched(
    ["case", "add", "Search", "--vault", "matters", "--passphrase-file", "-", "--json"],
    testPassphrase,
  )
  expect(JSON.parse(added.stdout)).toMatchObject({ ok: true, result: { title: "Search" } })
  expect(added.stderr).toBe("")
})

test("without a terminal a program that has to ask ends with 2", () => {
  const { status, stdout } = launched(["case", "list", "--vault", "matters", "--json"])
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, fault: { code: "usage" } })
  expect(status).toBe(2)
})

test("a wrong passphrase ends with 1 and a sentence", () => {
  writeFileSync(join(home, "wrong.txt"), "not this one\n")
  const { status, stderr, stdout } = launched(["case", "list", "--vault", "matters", "--passphrase-file", "wrong.txt"])
  expect([status, stdout]).toEqual([1, ""])
  expect(stderr).toContain("does not open this vault")
})

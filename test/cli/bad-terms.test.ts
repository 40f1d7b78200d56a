/*
 * Lists of words that are strange, through the command line. How a list is read line by line is proven in
 * test/main/cli/words, what a word finds in test/main/redaction.
 */
import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { makeTestCli } from "../support/cli.ts"
import { plainPdf } from "../support/hostile-files.ts"
import { makeTestPool } from "../support/parser-pool.ts"

const pool = makeTestPool()
// Each run closes its engine, and the engine its parsers; these serve all runs.
const cli = makeTestCli({ ...pool, close: () => Promise.resolve() })
const { run, folder } = cli
const [input, output, list] = ["letter.pdf", "out.pdf", "words.txt"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]
afterAll(async () => {
  await pool.close()
  cli.dispose()
})
beforeAll(() => writeFileSync(input, plainPdf("Sarsenova said \\(.*\\) on Monday")))
beforeEach(() => rmSync(output, { force: true }))

const redact = (words: string | Uint8Array) => {
  writeFileSync(list, words)
  return run(["redact", "file", input, "--terms", list, "--to", output, "--dpi", "96", "--json"])
}

test.each([
  ["one letter among words", "Sarsenova\nq\n", "term-too-short", 1],
  ["a letter of two code points", "Sarsenova\nе\u0308\n", "term-too-short", 1],
  ["signs of a pattern and nothing else", "Sarsenova\n(.*)\n", "term-too-short", 1],
  ["bytes that are no UTF-8", Buffer.from([0x53, 0xff, 0x0a]), "terms-unreadable", 1],
  ["UTF-16 from an old editor", Buffer.from("\ufeffSarsenova\n", "utf16le"), "terms-unreadable", 1],
  ["nothing", "", "nothing-chosen", 1],
  ["nothing but empty lines, a mark and carriage returns", "\ufeff\r\n\r\n  \r\n", "nothing-chosen", 1],
])("a list with %s is a fault, and no file is written", async (_, words, fault, status) => {
  const { code, json } = await redact(words)
  expect([code, json.fault.code]).toEqual([status, fault])
  expect(json.fault.message).toMatch(/^[A-Z].{40,}\.$/)
  expect(existsSync(output)).toBe(false)
})

test("the line of a word that is too short is told, its text is not", async () => {
  const { json } = await redact("Sarsenova\n\nq\n")
  expect(json.fault.detail).toEqual({ line: 3 })
})

test("a list that is not there is named as a missing file", async () => {
  const { code, json } = await run(["redact", "file", input, "--terms", "no-list.txt", "--to", output, "--json"])
  expect([code, json.fault.code, json.fault.detail]).toEqual([1, "not-found", { kind: "file" }])
  expect(json.fault.message).toContain("no file of that name")
})

test("a mark, carriage returns and empty lines change nothing; signs of patterns are only signs", async () => {
  const { code, json } = await redact("\ufeff\r\nS[a-z]+\r\n\r\n.*said.*\r\nMonday\r\n")
  // Two places, the words themselves; were the first a pattern, there would be three.
  expect([code, json.result?.boxes, json.fault]).toEqual([0, 2, undefined])
  expect(execFileSync("head", ["-c", "5", output], { encoding: "utf8" })).toBe("%PDF-")
})

test("ten thousand words are no trouble, and the one that counts is covered", async () => {
  const strangers = Array.from({ length: 9_999 }, (_, index) => `stranger ${index}`)
  const { code, json } = await redact([...strangers, "Sarsenova"].join("\n"))
  expect([code, json.result?.boxes, json.fault]).toEqual([0, 1, undefined])
  expect(readdirSync(folder).filter((name) => name.startsWith(".saqta"))).toEqual([])
})

test("one word too many for a list is refused with words", async () => {
  const { code, json } = await redact(Array.from({ length: 10_001 }, (_, index) => `word ${index}`).join("\n"))
  expect([code, json.fault.code]).toEqual([1, "bad-input"])
})

test("where nothing is found it says so before anybody relies on the file", async () => {
  writeFileSync(list, "Nobody Named Here\n")
  const { code, out } = await run(["redact", "file", input, "--terms", list, "--to", output, "--dpi", "96"])
  expect(code).toBe(0)
  expect(out).toContain("Nothing of this was found, so nothing is covered.")
})

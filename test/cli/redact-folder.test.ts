/* Whole folders, through the command line. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../support/cli.ts"
import { makeTestEngine } from "../support/engine.ts"
import { plainPdf } from "../support/hostile-files.ts"
import { makeTestPool } from "../support/parser-pool.ts"

const pool = makeTestPool({ size: 2 })
const cli = makeTestCli({ ...pool, close: () => Promise.resolve() })
const { folder } = cli
const at = (...parts: string[]) => join(folder, ...parts)
const run = (...words: string[]) =>
  cli.run(["redact", "folder", "in", "--terms", "words.txt", "--dpi", "96", ...words, "--json"])

beforeAll(() => {
  mkdirSync(at("in", "Sarsenova case"), { recursive: true })
  mkdirSync(at("in", "letters"))
  writeFileSync(at("words.txt"), "Sarsenova\n")
  writeFileSync(at("in", "Sarsenova case", "first.pdf"), plainPdf("Sarsenova said it on Monday"))
  writeFileSync(at("in", "letters", "second.pdf"), plainPdf("nobody was there"))
  writeFileSync(at("in", "letters", "Sarsenova.pdf"), plainPdf("call 8 701 123 45 67"))
  writeFileSync(at("in", "broken.pdf"), "%PDF-1.7\nnothing follows")
  writeFileSync(at("in", "voice.wav"), Buffer.concat([Buffer.from("RIFF\x24\0\0\0WAVEfmt "), Buffer.alloc(64)]))
})
afterAll(async () => {
  await pool.close()
  cli.dispose()
})

const filesBelow = (path: string): string[] =>
  (readdirSync(path, { recursive: true }) as string[])
    .filter((name) => name.endsWith(".pdf") || name.endsWith(".json"))
    .sort()

test("every file has an outcome; copies are numbered, called unreviewed, and lead back to nobody", async () => {
  const { code, json } = await run("--patterns", "phone", "--to", "out", "--key-list", "key.json")
  expect([code, json.fault.code, json.fault.detail]).toEqual([1, "some-not-redacted", { failed: 2 }])
  expect(json.result).toMatchObject({ redacted: 3, failed: 2, reviewed: false, report: "report.json" })
  const outcomes = json.result.outcomes as {
    source: string
    file: string | null
    fault: string | null
    boxes: number
  }[]
  expect(outcomes.map(({ source, file, fault, boxes }) => [source, file, fault, boxes])).toEqual([
    ["Sarsenova case/first.pdf", "01/0001.UNREVIEWED.pdf", null, 1],
    ["broken.pdf", null, "file-broken", 0],
    ["letters/Sarsenova.pdf", "02/0003.UNREVIEWED.pdf", null, 1],
    ["letters/second.pdf", "02/0004.UNREVIEWED.pdf", null, 0],
    ["voice.wav", null, expect.stringMatching(/cannot-redact-kind|file-broken|kind-unsupported/u), 0],
  ])
  expect(filesBelow(at("out"))).toEqual([
    "01/0001.UNREVIEWED.pdf",
    "02/0003.UNREVIEWED.pdf",
    "02/0004.UNREVIEWED.pdf",
    "report.json",
  ])
  const report = readFileSync(at("out", "report.json"), "utf8")
  expect(report).not.toMatch(/Sarsenova|first|second\.|letters|source/u)
  expect((JSON.parse(report) as { files: unknown[] }).files).toHaveLength(5)
  expect(readFileSync(at("key.json"), "utf8")).toContain("letters/Sarsenova.pdf")
}, 120_000)

test("names are kept where asked for, but for those that name somebody", async () => {
  await run("--to", "named", "--keep-names")
  expect(filesBelow(at("named"))).toEqual([
    "01/first.UNREVIEWED.pdf",
    "letters/0003.UNREVIEWED.pdf",
    "letters/second.UNREVIEWED.pdf",
    "report.json",
  ])
}, 120_000)

test("a folder with something in it, one inside the originals, and a key list that would leave are refused", async () => {
  mkdirSync(at("full"))
  writeFileSync(at("full", "mine.txt"), "mine")
  const codes = []
  for (const words of [
    ["--to", "full"],
    ["--to", join("in", "out")],
    ["--to", "fresh", "--key-list", join("fresh", "key.json")],
    ["--to", "for Sarsenova"],
  ])
    codes.push((await run(...words)).json.fault.code)
  expect(codes).toEqual(["target-exists", "bad-input", "bad-input", "redaction-leak"])
  expect(["fresh", "for Sarsenova", join("in", "out")].filter((name) => existsSync(at(name)))).toEqual([])
})

test("what would remain in a copy is exit 3, and that copy is not there", async () => {
  const leaking = makeTestCli({
    close: () => Promise.resolve(),
    run: ((operation: string, input: unknown, options: unknown) =>
      operation === "judgeRawBytes"
        ? Promise.resolve({ by: "byte search", looked: 1, hits: 1, pages: [] })
        : pool.run(operation as never, input as never, options as never)) as typeof pool.run,
  })
  const { code, json } = await leaking.run([
    ...["redact", "folder", at("in", "letters"), "--terms", at("words.txt"), "--dpi", "96", "--to", "out", "--json"],
  ])
  expect([code, json.fault.code, json.result.redacted]).toEqual([3, "redaction-leak", 0])
  expect(filesBelow(join(leaking.folder, "out"))).toEqual(["report.json"])
  leaking.dispose()
}, 120_000)

test("a copy without a name of its own is called unreviewed", async () => {
  mkdirSync(at("alone"))
  const { json } = await cli.run([
    ...[
      "redact",
      "file",
      join("in", "letters", "second.pdf"),
      "--terms",
      "words.txt",
      "--dpi",
      "96",
      "--to",
      "alone/",
      "--json",
    ],
  ])
  expect([json.ok, json.result?.name]).toEqual([true, "redacted.UNREVIEWED.pdf"])
})

test("where nothing is to be looked for, nothing is made", async () => {
  const made = makeTestEngine({ parsers: { ...pool, close: () => Promise.resolve() } })
  const { engine } = made
  const input = { folder: engine.offer(at("in")), target: engine.offer(at("nothing")) }
  const reply = await engine.call("redaction.folder", input)
  expect(reply.ok ? "ok" : reply.fault.code).toBe("nothing-chosen")
  expect(existsSync(at("nothing"))).toBe(false)
  await made.dispose()
})

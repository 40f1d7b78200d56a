/** `redact check`: what is told of a file, and the exit code. Which places are found is proven in test/hiding-places. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../support/cli.ts"
import { plainPdf } from "../support/hostile-files.ts"
import { makeTestPool } from "../support/parser-pool.ts"

const pool = makeTestPool()
// Each run closes its engine, and the engine its parsers; these serve all runs.
const cli = makeTestCli({ ...pool, close: () => Promise.resolve() })
const { run, folder } = cli
afterAll(async () => {
  await pool.close()
  cli.dispose()
})
beforeAll(() => {
  writeFileSync(join(folder, "names.txt"), "Sarsenova\n")
  writeFileSync(join(folder, "named.pdf"), plainPdf("Sarsenova said nothing"))
  writeFileSync(join(folder, "quiet.pdf"), plainPdf("nobody said anything"))
})

const check = (name: string) =>
  run(["redact", "check", join(folder, name), "--terms", join(folder, "names.txt"), "--json"])
interface Told {
  clean: boolean
  parts: { part: string; mediaType: string }[]
  judgements: { name: string; by: string; hits: number; fault: string | null }[]
}

test("a name on the page is told, judge by judge, with exit code 3", async () => {
  const { code, json } = await check("named.pdf")
  expect([code, json.fault.code]).toEqual([3, "redaction-leak"])
  const { judgements } = json.result as unknown as Told
  const found = judgements.filter(({ hits }) => hits > 0).map(({ name }) => name)
  expect(found).toEqual(expect.arrayContaining(["raw-bytes", "pdfium-text", "pdfjs-text", "mupdf-text", "page-pixels"]))
  expect(judgements.every(({ by }) => by !== "")).toBe(true)
  expect(JSON.stringify(judgements)).not.toContain("Sarsenova")
})

test("a file without it is clean, with exit code 0", async () => {
  const { code, json } = await check("quiet.pdf")
  expect([code, (json.result as unknown as Told).clean]).toEqual([0, true])
})

test("the file's own name is part of what leaves", async () => {
  writeFileSync(join(folder, "sarsenova-2.pdf"), plainPdf("nobody said anything"))
  const { code, json } = await check("sarsenova-2.pdf")
  expect([code, json.fault.detail]).toEqual([3, { checks: "file-name" }])
})

test("what no judge can open is not clean, and which judges failed is told", async () => {
  writeFileSync(join(folder, "broken.pdf"), "%PDF-1.7\nnothing follows\n")
  writeFileSync(
    join(folder, "strange.bin"),
    Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7 + (at >> 3)) & 0xff)),
  )
  for (const name of ["broken.pdf", "strange.bin"]) {
    const { code, json } = await check(name)
    expect([name, code, json.fault.code]).toEqual([name, 3, "redaction-unproven"])
  }
})

test("an empty file, a folder and an empty list are faults with code 1", async () => {
  writeFileSync(join(folder, "empty.pdf"), "")
  mkdirSync(join(folder, "inside"))
  writeFileSync(join(folder, "no-names.txt"), "\n\n")
  expect([(await check("empty.pdf")).code, (await check("inside")).code]).toEqual([1, 1])
  const none = await run([
    "redact",
    "check",
    join(folder, "quiet.pdf"),
    "--terms",
    join(folder, "no-names.txt"),
    "--json",
  ])
  expect([none.code, none.json.fault.code]).toEqual([1, "nothing-chosen"])
})

test("for people there is a table and one sentence", async () => {
  const { code, out } = await run(["redact", "check", join(folder, "named.pdf"), "--terms", join(folder, "names.txt")])
  expect(code).toBe(3)
  expect(out).toContain("FOUND")
  expect(out).toContain("Something remains: this file must not leave.")
})

/**
 * A finished copy, and somebody who puts the name back: with a text editor, qpdf and poppler, in Python, knowing nothing of
 * our code (test/support/plant.py). The checker finds it every time.
 */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { ParserPool } from "../../main/workers/pool.ts"
import { makeTestPool } from "../support/parser-pool.ts"
import { hiddenNames, needleForms } from "./hiding-case.ts"
import { everything, toolsFor } from "./prove-cases.ts"
import { line, stripOf } from "./strip.ts"

const planter = join(dirname(fileURLToPath(import.meta.url)), "../support/plant.py")
const ways = execFileSync("python3", [planter, "WAYS"], { encoding: "utf8" })
  .trim()
  .split("\n")
  .map((row) => row.split(" ") as [way: string, letters: "latin" | "russian" | "any"])

const possibleIn = { latin: ["latin", "romanised"], russian: ["russian", "inflected"], any: needleForms } as const
const folder = mkdtempSync(join(tmpdir(), "saqta-planted-"))
const finished = join(folder, "finished.pdf")
let pool: ParserPool
beforeAll(async () => {
  pool = makeTestPool()
  const tools = toolsFor(pool, hiddenNames.russian)
  const copy = await tools.redact({ name: "page.pdf", bytes: stripOf({ contents: line("Смирнова", 20, 14) }) })
  writeFileSync(finished, copy.bytes)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await pool.close()
})

test("there are thirty ways and more", () => expect(ways.length).toBeGreaterThanOrEqual(30))

for (const [at, [way, letters]] of ways.entries()) {
  const possible = possibleIn[letters]
  const forms = everything ? possible : possible.slice(at % possible.length, (at % possible.length) + 1)
  for (const form of forms)
    test(`${way}, ${form}`, async () => {
      const hidden = hiddenNames[form]
      const target = join(folder, `planted-${way}-${form}.pdf`)
      execFileSync("python3", [planter, way, hidden.written, finished, target])
      const { judgements } = await toolsFor(pool, hidden).check({ name: "annex.pdf", bytes: readFileSync(target) })
      expect(judgements.filter(({ hits }) => hits > 0)).not.toEqual([])
    })
}

test("the finished copy itself is clean", async () => {
  for (const form of needleForms) {
    const report = await toolsFor(pool, hiddenNames[form]).check({ name: "annex.pdf", bytes: readFileSync(finished) })
    expect([form, report.judgements.filter(({ hits, fault }) => hits > 0 || fault !== null)]).toEqual([form, []])
  }
})

import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { zipSync } from "fflate"
import { makeTestEngine } from "../../support/engine.ts"
import { makeTestPool } from "../../support/parser-pool.ts"

const made = makeTestEngine({ parsers: makeTestPool() })
const { engine, run, folder } = made
afterAll(() => made.dispose())

test("the checker needs no vault, looks into archives, and finds a name in another case", async () => {
  const path = join(folder, "bundle.zip")
  writeFileSync(path, zipSync({ "notes/one.txt": Buffer.from("Видели Смирновой сестру") }))
  const report = await run("redaction.check", { file: engine.offer(path), terms: ["Смирнова"] })
  expect(report.clean).toBe(false)
  expect(report.parts.map(({ part, mediaType }) => [part, mediaType])).toEqual([
    ["", "application/zip"],
    ["1", "text/plain"],
  ])
  expect(report.judgements.filter(({ hits }) => hits > 0).every(({ part }) => part === "1")).toBe(true)
})

test("a word of one letter is refused", async () => {
  const path = join(folder, "one.txt")
  writeFileSync(path, "text")
  const reply = await engine.call("redaction.check", { file: engine.offer(path), terms: ["q"] })
  expect(reply).toMatchObject({ ok: false, fault: { code: "term-too-short" } })
})

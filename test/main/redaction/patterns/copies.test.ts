/* Patterns from the command line to the finished copy, and as proposals in a vault. */
import { writeFileSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as mupdf from "mupdf"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { EvidenceId } from "../../../../shared/model/ids.ts"
import { makeTestCli } from "../../../support/cli.ts"
import { makeTestEngine } from "../../../support/engine.ts"
import { makeTestPool } from "../../../support/parser-pool.ts"
import { makeStrip, pictureOf } from "../../../support/redaction-files.ts"

const pool = makeTestPool({ size: 2 })
const shared = { ...pool, close: () => Promise.resolve() }
const cli = makeTestCli(shared)
const made = makeTestEngine({ parsers: shared })
const lines = ["Звоните 8 701 123 45 67 вечером", "ЖСН 850412300125, жауап жоқ", "or write to dana@example.kz"]
let strip: Uint8Array

beforeAll(async () => {
  strip = await makeStrip({ lines })
  writeFileSync(join(cli.folder, "in.pdf"), strip)
  writeFileSync(join(cli.folder, "in.png"), pictureOf(strip, "png"))
})
afterAll(async () => {
  cli.dispose()
  await made.dispose()
  await pool.close()
})

const textOf = (name: string): string =>
  mupdf.Document.openDocument(readFileSync(join(cli.folder, name)), "application/pdf")
    .loadPage(0)
    .toStructuredText("")
    .asText()

test.each(["in.pdf", "in.png"])(
  "redact file --patterns covers identifiers in %s and leaves the rest",
  async (input) => {
    const to = `${input}.out.pdf`
    const { code, json } = await cli.run(["redact", "file", input, "--patterns", "phone,iin", "--to", to, "--json"])
    expect([code, json.fault, json.result?.boxes]).toEqual([0, undefined, 2])
    const text = textOf(to)
    expect(text).not.toMatch(/123.?45|850412/u)
    expect(text).toContain("dana@example.kz")
    expect(text).toContain("TEL")
  },
)

test("nothing to look for, and a pattern that does not exist, are said before any work", async () => {
  const nothing = await cli.run(["redact", "file", "in.pdf", "--to", "x.pdf", "--json"])
  expect([nothing.code, nothing.json.fault.code]).toEqual([1, "nothing-chosen"])
  const unknown = await cli.run(["redact", "file", "in.pdf", "--patterns", "phones", "--to", "x.pdf", "--json"])
  expect([unknown.code, unknown.json.fault.code]).toEqual([2, "usage"])
})

test("in a vault patterns are proposed as identifiers, once, and a person decides", async () => {
  const { engine, run, folder } = made
  await made.createVault()
  const caseId = (await run("case.add", { title: "Обыск" })).id
  writeFileSync(join(folder, "in.pdf"), strip)
  await run("evidence.import", { caseId, files: [engine.offer(join(folder, "in.pdf"))] })
  const [row] = (await run("evidence.list", { caseId })).rows
  const subject = { evidenceId: row?.id as EvidenceId, audience: "UN body" }
  const patterns = ["phone", "email", "iin"] as const
  const plan = await run("redaction.propose", { ...subject, patterns: [...patterns] })
  expect(
    plan.boxes.map(({ origin, reason, decision, label, found }) => [origin, reason, decision, label, found]),
  ).toEqual([
    ["pattern", "identifier", "proposed", "TEL", "8 701 123 45 67"],
    ["pattern", "identifier", "proposed", "ID", "850412300125,"],
    ["pattern", "identifier", "proposed", "E-MAIL", "dana@example.kz"],
  ])
  const again = await run("redaction.propose", { ...subject, patterns: [...patterns] })
  expect(again.boxes).toHaveLength(3)
})

/* Files of boxes, through the command line. */
import { writeFileSync, existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as mupdf from "mupdf"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { EvidenceId } from "../../shared/model/ids.ts"
import { boxesOf } from "../../main/cli/box-file.ts"
import { makeTestCli } from "../support/cli.ts"
import { makeTestEngine } from "../support/engine.ts"
import { makeTestPool } from "../support/parser-pool.ts"
import { makeStrip } from "../support/redaction-files.ts"

const pool = makeTestPool()
const shared = { ...pool, close: () => Promise.resolve() }
const cli = makeTestCli(shared)
const made = makeTestEngine({ parsers: shared })
let strip: Uint8Array
beforeAll(async () => {
  strip = await makeStrip({
    lines: ["Вечером все соседи ушли домой", "Secret line stood here", "and a third one stays"],
  })
  writeFileSync(join(cli.folder, "in.pdf"), strip)
})
afterAll(async () => {
  cli.dispose()
  await made.dispose()
  await pool.close()
})

const redact = (boxes: string, to: string) => {
  writeFileSync(join(cli.folder, "boxes.json"), boxes)
  return cli.run(["redact", "file", "in.pdf", "--boxes", "boxes.json", "--to", to, "--json"])
}

test("lines and polygons of a file are covered, the rest stays", async () => {
  const boxes = [
    { page: 1, line: [40, 45, 10, 10], reason: "privilege", label: "CUT" },
    {
      page: 1,
      points: [
        [300, 70],
        [400, 70],
        [350, 100],
      ],
    },
  ]
  const { code, json } = await redact(JSON.stringify({ boxes }), "out.pdf")
  expect([code, json.fault]).toEqual([0, undefined])
  const text = mupdf.Document.openDocument(readFileSync(join(cli.folder, "out.pdf")), "application/pdf").loadPage(0)
  const words = text.toStructuredText("").asText()
  expect(words).not.toContain("Secret")
  expect(words).toContain("Вечером")
  expect(words).toContain("third")
})

const good = { page: 1, rect: [10, 10, 20, 20] }
test.each([
  ["a page that is not there", [good, { page: 2, rect: [10, 10, 20, 20] }], 2],
  ["off the page", [good, good, { page: 1, rect: [900, 10, 20, 20] }], 3],
  ["negative", [{ page: 1, rect: [10, 10, -5, 20] }], 1],
  ["without a size", [{ page: 1, rect: [10, 10, 0, 20] }], 1],
  ["three numbers", [{ page: 1, rect: [10, 10, 5] }], 1],
  [
    "two corners",
    [
      {
        page: 1,
        points: [
          [1, 1],
          [2, 2],
        ],
      },
    ],
    1,
  ],
  ["two shapes at once", [{ ...good, whole: true }], 1],
  ["no page", [{ rect: [1, 2, 3, 4] }], 1],
  ["pages that run backwards", [{ pages: [2, 1], rect: [1, 2, 3, 4] }], 1],
  ["a reason that does not exist", [{ ...good, reason: "because" }], 1],
  ["a word that means nothing", [good, { ...good, colour: "red" }], 2],
])("a bad box (%s) is named by its number, and no file is written", async (_, boxes, index) => {
  const { code, json } = await redact(JSON.stringify(boxes), "bad.pdf")
  expect([code, json.fault.code, json.fault.detail.index]).toEqual([1, "bad-input", index])
  expect(json.fault.message).toContain(`Box ${index}`)
  expect(existsSync(join(cli.folder, "bad.pdf"))).toBe(false)
})

test("what is no list of boxes says so", async () => {
  for (const text of ["", "{", "7", '{"page":1}', "null"])
    expect((await redact(text, "bad.pdf")).json.fault.code).toBe("boxes-unreadable")
  expect((await redact("[]", "bad.pdf")).json.fault.code).toBe("nothing-chosen")
})

test("in a vault every kind is one act, and is taken back by one", async () => {
  const { engine, run, folder } = made
  await made.createVault()
  const caseId = (await run("case.add", { title: "Обыск" })).id
  writeFileSync(join(folder, "in.pdf"), strip)
  await run("evidence.import", { caseId, files: [engine.offer(join(folder, "in.pdf"))] })
  const subject = {
    evidenceId: (await run("evidence.list", { caseId })).rows[0]?.id as EvidenceId,
    audience: "UN body",
  }
  const all = boxesOf(
    JSON.stringify([
      { page: 1, line: [40, 45, 10, 10] },
      {
        page: 1,
        points: [
          [300, 70],
          [400, 70],
          [350, 100],
        ],
      },
      { page: 1, except: [20, 20, 100, 20] },
      { page: 1, whole: true },
      { pages: "all", rect: [5, 5, 50, 50], label: "STAMP" },
    ]),
  )
  for (const area of all) {
    const before = await run("redaction.show", subject)
    const { plan, boxIds } = await run("redaction.cover", { ...subject, ...area })
    expect(boxIds.length).toBeGreaterThan(0)
    expect(plan.boxes.filter(({ id }) => boxIds.includes(id))).toMatchObject(
      boxIds.map(() => ({ origin: "hand", decision: "accepted", reason: "other", label: area.label })),
    )
    const preview = await run("redaction.preview", { ...subject, page: 1, dpi: 72 })
    expect(preview.width).toBeGreaterThan(0)
    expect(await run("redaction.uncover", { ...subject, boxIds })).toEqual(before)
  }
  const outside = { kind: "area", page: 1, rect: { x: 9000, y: 9, width: 5, height: 5 } }
  const reply = await engine.call("redaction.cover", { ...subject, area: outside })
  expect(reply.ok ? "ok" : reply.fault.code).toBe("bad-input")
})

import { afterAll, beforeAll, expect, test } from "vitest"
import { pageRect } from "../../../shared/geometry.ts"
import { RedactionOptions } from "../../../shared/model/redaction.ts"
import type { ClearedPlace } from "../../../main/redaction/cleared.ts"
import { makeNeedles, needlesOfTerms } from "../../../main/redaction/needles.ts"
import { proposeBoxes } from "../../../main/redaction/propose.ts"
import { redactDocument } from "../../../main/redaction/redact-document.ts"
import type { ParserPool } from "../../../main/workers/pool.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { makeStrip, pictureOf, scanOf } from "../../support/redaction-files.ts"

let pool: ParserPool
beforeAll(() => {
  pool = makeTestPool({ size: 2 })
})
afterAll(() => pool.close())

const needles = needlesOfTerms(["Смирнова"], "Person 7")
const mediaType = "application/pdf"

const proposalsFor = (bytes: Uint8Array, key: string) =>
  proposeBoxes(pool, { document: { key, mediaType, bytes: () => Promise.resolve(bytes) }, needles, pageCount: 1 })

const redact = (bytes: Uint8Array, boxes: "find" | [], cleared: readonly ClearedPlace[], set = needles) =>
  redactDocument(pool, {
    bytes,
    mediaType,
    boxes,
    cleared,
    needles: set,
    options: RedactionOptions.parse({}),
    reviewed: true,
  })

test.each([
  ["text", async (line: string) => makeStrip({ lines: ["Вечером было темно", line] })],
  [
    "a scan",
    async (line: string) => scanOf(pictureOf(await makeStrip({ lines: ["Вечером было темно", line] }), "jpeg")),
  ],
])("in %s a cleared namesake stays, and the report counts it", async (kind, make) => {
  const bytes = await make("судья Смирнова ушла")
  const [proposal] = await proposalsFor(bytes, `cleared ${kind}`)
  const cleared = [{ page: 1, places: proposal!.places }]
  await expect(redact(bytes, [], [])).rejects.toMatchObject({ code: "redaction-leak" })
  const { report } = await redact(bytes, [], cleared)
  expect(report).toMatchObject({ passed: true, boxes: 0, cleared: 1 })
})

test("the next place of the same name is found as before", async () => {
  const bytes = await makeStrip({ lines: ["судья Смирнова ушла", "и тихо стало", "потом Смирнова пришла"] })
  const [first] = await proposalsFor(bytes, "two places")
  const cleared = [{ page: 1, places: first!.places }]
  await expect(redact(bytes, [], cleared)).rejects.toMatchObject({ code: "redaction-leak" })
  await expect(redact(bytes, [], [{ ...cleared[0]!, page: 2 }])).rejects.toMatchObject({ code: "redaction-leak" })
})

test("a place that was cleared for one person is not cleared for another", async () => {
  const bytes = await makeStrip({ lines: ["судья Смирнова ушла"] })
  const [first] = await proposalsFor(bytes, "another person")
  const cleared = [{ page: 1, places: first!.places.map((place) => ({ ...place, who: "somebody else" })) }]
  await expect(redact(bytes, [], cleared)).rejects.toMatchObject({ code: "redaction-leak" })
})

test("a longer name at a cleared place is not the one that was cleared", async () => {
  const bytes = await makeStrip({ lines: ["судья Смирнова ушла"] })
  const [first] = await proposalsFor(bytes, "a longer name")
  const who = first!.places[0]!.who
  const { rect } = first!.places[0]!
  const half = { who, rect: pageRect(rect.x, rect.y, rect.width / 2, rect.height) }
  await expect(redact(bytes, [], [{ page: 1, places: [half] }])).rejects.toMatchObject({ code: "redaction-leak" })
})

test("what only may be somebody refuses no copy, is proposed with little confidence, and its page is listed", async () => {
  const set = makeNeedles([{ terms: [], names: ["Анна Ким"], label: "Person 7", key: "a" }])
  const bytes = await makeStrip({ lines: ["Вечером было темно", "тогда Анна ушла домой"] })
  const document = { key: "doubts", mediaType, bytes: () => Promise.resolve(bytes) }
  const [proposal] = await proposeBoxes(pool, { document, needles: set, pageCount: 1 })
  expect(proposal?.confidence).toBeLessThan(0.5)
  const { report } = await redact(bytes, [], [], set)
  expect(report).toMatchObject({ passed: true, pagesWithDoubts: [1] })
  const both = await makeStrip({ lines: ["Вечером было темно", "тогда Анна Ким ушла"] })
  await expect(redact(both, [], [], set)).rejects.toMatchObject({ code: "redaction-leak" })
})

import { expect, test } from "vitest"
import { pageRect } from "../../../shared/geometry.ts"
import { indexNeedles } from "../../../main/redaction/match.ts"
import { needlesOfTerms } from "../../../main/redaction/needles.ts"
import { redactDocument } from "../../../main/redaction/redact-document.ts"
import { uncoveredPlaces } from "../../../main/redaction/uncovered.ts"
import { RedactionOptions } from "../../../shared/model/redaction.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { makeStrip } from "../../support/redaction-files.ts"

const needles = needlesOfTerms(["Смирнова"])
const index = indexNeedles(needles.needles)
const word = (text: string, x: number) => ({ text, rect: pageRect(x, 50, 60, 12), confidence: 1 })
const pageWith = (x: number) => ({
  width: 400,
  height: 100,
  images: [],
  hasPictures: false,
  lines: [{ rect: pageRect(x - 70, 50, 130, 12), words: [word("Вечером", x - 70), word("Смирнова,", x)] }],
})

test("a name under a box, even a tight one drawn by hand, is covered", () => {
  expect(uncoveredPlaces(pageWith(100), index, [pageRect(100, 53, 56, 7)])).toBe(0)
})

test("a name under no box, or under half of one, is not", () => {
  expect(uncoveredPlaces(pageWith(100), index, [pageRect(200, 40, 90, 30)])).toBe(1)
  expect(uncoveredPlaces(pageWith(100), index, [pageRect(90, 40, 40, 30)])).toBe(1)
})

test("a name off the page needs no box", () => {
  expect(uncoveredPlaces(pageWith(500), index, [])).toBe(0)
})

test("a slanted name that OCR cannot read blocks the copy where a person dismissed it", async () => {
  const pool = makeTestPool()
  const more = (encode: (text: string) => string) =>
    `BT /F 14 Tf 0.94 0.34 -0.34 0.94 60 10 Tm ${encode("Смирнова")} Tj ET`
  const bytes = await makeStrip({ lines: ["Вечером", "", "", "", ""], more })
  const request = { bytes, mediaType: "application/pdf", needles, options: RedactionOptions.parse({}) }
  await expect(redactDocument(pool, { ...request, boxes: [], reviewed: true })).rejects.toMatchObject({
    code: "redaction-leak",
  })
  await pool.close()
})

import { expect, test } from "vitest"
import measured from "../../shared/data/ocr-miss-rate.json" with { type: "json" }
import { ocrMissRate } from "../../shared/ocr-miss-rate.ts"
import { ocrVersionsInUse } from "../support/ocr-versions.ts"

test("the miss rate that proofs quote was measured with the readers in use; else: npm run ocr:measure", async () => {
  expect(measured.versions).toEqual(await ocrVersionsInUse())
})

test("its totals are the sums of its conditions, in three languages, two fonts, two resolutions, clean and scanned", () => {
  for (const what of ["words", "people"] as const)
    for (const count of ["all", "finder", "proof", "both"] as const)
      expect(measured[what][count]).toBe(measured.conditions.reduce((total, one) => total + one[what][count], 0))
  expect(
    new Set(measured.conditions.map(({ look, dpi, font, language }) => `${look} ${dpi} ${font} ${language}`)).size,
  ).toBe(24)
  expect(ocrMissRate.words).toBeGreaterThan(3000)
})

import * as mupdf from "mupdf"
import { afterAll, beforeAll, expect, test } from "vitest"
import { RedactionOptions } from "../../../shared/model/redaction.ts"
import { needlesOfTerms } from "../../../main/redaction/needles.ts"
import { redactDocument, type RedactionRequest } from "../../../main/redaction/redact-document.ts"
import type { ParserPool } from "../../../main/workers/pool.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { makeStrip, pictureOf } from "../../support/redaction-files.ts"

let pool: ParserPool
beforeAll(() => {
  pool = makeTestPool()
})
afterAll(() => pool.close())

/** A scan that lies on its page after a quarter turn to the left, or a half turn. */
const turnedScan = async (turn: "quarter" | "half"): Promise<Uint8Array> => {
  const image = new mupdf.Image(pictureOf(await makeStrip({ lines: ["Вечером Смирнова ушла домой"] }), "jpeg"))
  const [width, height] = [image.getWidth() * 0.48, image.getHeight() * 0.48]
  const placed =
    turn === "quarter"
      ? { matrix: [0, width, -height, 0, height, 0], size: [height, width] as const }
      : { matrix: [-width, 0, 0, -height, width, height], size: [width, height] as const }
  const pdf = new mupdf.PDFDocument()
  const resources = { XObject: { I: pdf.addImage(image) } }
  pdf.insertPage(-1, pdf.addPage([0, 0, ...placed.size], 0, resources, `q ${placed.matrix.join(" ")} cm /I Do Q`))
  return pdf.saveToBuffer("").asUint8Array().slice()
}

const redact = (bytes: Uint8Array, boxes: RedactionRequest["boxes"]) =>
  redactDocument(pool, {
    bytes,
    boxes,
    mediaType: "application/pdf",
    needles: needlesOfTerms(["Смирнова"]),
    options: RedactionOptions.parse({}),
    reviewed: false,
  })

test("a name in a scan that lies sideways is found and covered", async () => {
  const { boxes } = await redact(await turnedScan("quarter"), "find")
  expect(boxes).toHaveLength(1)
  // The second word of four, from the bottom up, on a page of 420 points.
  const [{ rect }] = boxes as [(typeof boxes)[number]]
  expect(rect.y + rect.height / 2).toBeGreaterThan(200)
  expect(rect.y + rect.height / 2).toBeLessThan(340)
})

test("a name that stands on its head blocks the copy where nobody covered it", async () => {
  await expect(redact(await turnedScan("half"), [])).rejects.toMatchObject({
    code: "redaction-leak",
  })
})

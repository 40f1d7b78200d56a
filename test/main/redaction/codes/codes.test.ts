/* Codes from the page to the proof. */
import { afterAll, beforeAll, expect, test } from "vitest"
import { RedactionOptions } from "../../../../shared/model/redaction.ts"
import { needlesOfTerms } from "../../../../main/redaction/needles.ts"
import { proposeBoxes } from "../../../../main/redaction/propose.ts"
import { redactDocument } from "../../../../main/redaction/redact-document.ts"
import type { ParserPool } from "../../../../main/workers/pool.ts"
import { type CodeFormat, drawCode } from "../../../support/codes.ts"
import { makeTestPool } from "../../../support/parser-pool.ts"
import { makeStrip, pictureOf } from "../../../support/redaction-files.ts"

let pool: ParserPool
beforeAll(() => {
  pool = makeTestPool({ size: 2 })
})
afterAll(() => pool.close())

const says = "Smirnova Elena 850412300125"
const needles = needlesOfTerms(["Smirnova"])
const options = RedactionOptions.parse({})
const stripWith = async (format: CodeFormat, text = says): Promise<Uint8Array> => {
  const { operators } = await drawCode(format, text, { x: 180, y: 20, module: format === "Code128" ? 0.8 : 1.8 })
  return await makeStrip({ lines: ["Справка выдана", "", "", "", ""], more: () => operators, width: 460 })
}
const documentOf = (bytes: Uint8Array, mediaType = "application/pdf") => ({ key: `${Math.random()}`, mediaType, bytes })
const codesIn = async (bytes: Uint8Array) =>
  (await pool.run("findCodes", { document: documentOf(bytes), page: 1 })).codes

test.each(["QRCode", "Code128", "PDF417", "DataMatrix", "Aztec"] as const)(
  "%s is found, read, covered, and gone from the copy",
  async (format) => {
    const bytes = await stripWith(format)
    const [found] = await codesIn(bytes)
    expect([found?.format, found?.text]).toEqual([format, says])
    const { pdf, report } = await redactDocument(pool, {
      ...{ bytes, mediaType: "application/pdf", boxes: "find", needles, options, reviewed: false },
    })
    expect(report.checks.find(({ name }) => name === "codes")).toMatchObject({ passed: true, looked: 1, hits: 0 })
    expect(await codesIn(pdf)).toEqual([])
  },
  60_000,
)

test("a code in a picture, turned, is proposed with what it says; a person sees it in the vault only", async () => {
  const bytes = pictureOf(await stripWith("QRCode"), "png")
  const document = documentOf(bytes, "image/png")
  const proposals = await proposeBoxes(pool, { document, needles: needlesOfTerms([]), pageCount: 1 })
  expect(proposals.filter(({ form }) => form === "code")).toMatchObject([
    { form: "code", label: "CODE", found: `QRCode: ${says}`, confidence: 1 },
  ])
})

const reviewed = async (bytes: Uint8Array, kept: "kept" | "undecided") => {
  const [code] = await codesIn(bytes)
  const keptCodes = kept === "kept" && code !== undefined ? [{ page: 1, rect: code.rect }] : []
  const request = { bytes, mediaType: "application/pdf", boxes: [], keptCodes, needles, options, reviewed: true }
  return await redactDocument(pool, request)
}

test("a code that nobody decided on blocks, one that was left readable does not", async () => {
  const harmless = await stripWith("QRCode", "Form 112")
  await expect(reviewed(harmless, "undecided")).rejects.toMatchObject({
    code: "redaction-leak",
    detail: { checks: "codes" },
  })
  expect((await reviewed(harmless, "kept")).report.passed).toBe(true)
})

test("a code that says a needle blocks, whatever was decided", async () => {
  await expect(reviewed(await stripWith("DataMatrix"), "kept")).rejects.toMatchObject({ detail: { checks: "codes" } })
})

test("lines of a passport's machine-readable zone are covered whole", async () => {
  const bytes = await makeStrip({
    lines: ["Паспорт", "P<KAZIVANOVA<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<<", "N12345678<KAZ8504123F2507211<<<<<<<<<<<<<<06"],
    width: 560,
  })
  const request = { bytes, mediaType: "application/pdf", needles, options, reviewed: false } as const
  const { boxes, pdf } = await redactDocument(pool, { ...request, boxes: "find" })
  expect(boxes.map(({ label }) => label)).toEqual(["MRZ", "MRZ"])
  expect(Buffer.from(pdf).includes("IVANOVA")).toBe(false)
  const proposals = await proposeBoxes(pool, { document: documentOf(bytes), needles: needlesOfTerms([]), pageCount: 1 })
  expect(proposals.map(({ form, label }) => [form, label])).toEqual([
    ["code", "MRZ"],
    ["code", "MRZ"],
  ])
})

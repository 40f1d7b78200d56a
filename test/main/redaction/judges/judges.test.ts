import { PDFDocument, PDFHexString, PDFName, PDFString } from "pdf-lib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { pageRect } from "../../../../shared/geometry.ts"
import { encodeRaster } from "../../../../main/redaction/encode.ts"
import { needlesOfTerms } from "../../../../main/redaction/needles.ts"
import { writePdf } from "../../../../main/redaction/write-pdf.ts"
import type { ParserPool } from "../../../../main/workers/pool.ts"
import { makeTestPool } from "../../../support/parser-pool.ts"
import { makeStrip } from "../../../support/redaction-files.ts"

/** Controls: each judge must trip over a name that was planted where it looks. */

const name = "Оразова Гүлнара"
const { needles } = needlesOfTerms([name, "Orazova"])
let pool: ParserPool
beforeAll(() => {
  pool = makeTestPool()
})
afterAll(() => pool.close())

let key = 0
const documentOf = (bytes: Uint8Array) => ({ key: `control ${key++}`, mediaType: "application/pdf", bytes })
type Judge = "judgeRawBytes" | "judgeQpdf" | "judgePdfiumText" | "judgePdfjsText" | "judgeMetadata" | "judgeAttachments"
const allJudges: readonly Judge[] = [
  "judgeRawBytes",
  "judgeQpdf",
  "judgePdfiumText",
  "judgePdfjsText",
  "judgeMetadata",
  "judgeAttachments",
]
const hitsOf = async (judge: Judge, bytes: Uint8Array): Promise<number> =>
  (await pool.run(judge, { document: documentOf(bytes), needles })).hits

const image = encodeRaster(
  { width: 200, height: 50, components: 1, samples: new Uint8Array(10_000).fill(255) },
  "levels",
  () => new Uint8Array(),
)
/** A finished copy whose text layer says `text`. */
const copySaying = (text: string): Uint8Array => {
  const words = [{ text, rect: pageRect(10, 10, 150, 12), confidence: 1 }]
  return writePdf([{ width: 200, height: 50, image, lines: [{ rect: pageRect(10, 10, 150, 12), words }], stamp: null }])
}
/** A finished copy, changed by another library than ours. */
const planted = async (change: (pdf: PDFDocument) => void): Promise<Uint8Array> => {
  const pdf = await PDFDocument.load(copySaying("спокойно"), { updateMetadata: false })
  change(pdf)
  return await pdf.save({ useObjectStreams: true, updateFieldAppearances: false })
}

test("a clean copy trips no judge", async () => {
  for (const judge of allJudges) expect([judge, await hitsOf(judge, copySaying("спокойно"))]).toEqual([judge, 0])
})

test("PDFium, pdf.js and qpdf find a name in the text layer", async () => {
  for (const judge of ["judgeQpdf", "judgePdfiumText", "judgePdfjsText"] as const)
    expect(await hitsOf(judge, copySaying(name))).toBeGreaterThan(0)
})

test("a name in Latin look-alikes, in capitals or letter-spaced is the same name", async () => {
  for (const written of ["OРAЗOВА ГYЛНАРА", "О р а з о в а Г ү л н а р а", "Ора\u00adзова-Гүлнара"])
    expect([written, await hitsOf("judgePdfjsText", copySaying(written))]).not.toEqual([written, 0])
})

test("a name in document information trips the judges of objects and of metadata", async () => {
  const bytes = await planted((pdf) => pdf.setAuthor(name))
  expect(await hitsOf("judgeQpdf", bytes)).toBeGreaterThan(0)
  expect(await hitsOf("judgeMetadata", bytes)).toBeGreaterThan(0)
})

test("a title that names nobody trips the judge of metadata all the same", async () =>
  expect(await hitsOf("judgeMetadata", await planted((pdf) => pdf.setTitle("Annex")))).toBeGreaterThan(0))

test("a name in an unused object is found by qpdf", async () => {
  const bytes = await planted((pdf) => {
    pdf.catalog.set(PDFName.of("PieceInfo"), pdf.context.obj({ Note: PDFHexString.fromText(name) }))
  })
  expect(await hitsOf("judgeQpdf", bytes)).toBeGreaterThan(0)
})

test("a name in a compressed stream of any encoding is found by qpdf", async () => {
  const encoded = { "utf-8": Buffer.from(name), utf16: Buffer.from(name, "utf16le") }
  for (const [encoding, contents] of Object.entries(encoded)) {
    const bytes = await planted((pdf) => {
      const stream = pdf.context.flateStream(new Uint8Array(contents))
      pdf.catalog.set(PDFName.of("Extra"), pdf.context.register(stream))
    })
    expect([encoding, await hitsOf("judgeQpdf", bytes)]).not.toEqual([encoding, 0])
  }
})

test("attachments, annotations and outlines trip the judge of attachments", async () => {
  const attached = await PDFDocument.load(copySaying("спокойно"), { updateMetadata: false })
  await attached.attach(Buffer.from("x"), "x.txt")
  expect(await hitsOf("judgeAttachments", await attached.save())).toBeGreaterThan(0)
  const annotated = await planted((pdf) => {
    const note = { Type: "Annot", Subtype: "Text", Rect: [0, 0, 9, 9], Contents: PDFString.of("x") }
    pdf.getPage(0).node.set(PDFName.of("Annots"), pdf.context.obj([pdf.context.register(pdf.context.obj(note))]))
  })
  expect(await hitsOf("judgeAttachments", annotated)).toBeGreaterThan(0)
})

test("bytes after the end of the file are searched in every encoding", async () => {
  const cp1251 = Buffer.from([0xce, 0xf0, 0xe0, 0xe7, 0xee, 0xe2, 0xe0]) // Оразова
  const forms = {
    "utf-8": Buffer.from(name),
    "utf-16le": Buffer.from(name, "utf16le"),
    hex: Buffer.from(Buffer.from(name).toString("hex")),
    latin: Buffer.from("ORAZOVA"),
    cp1251,
  }
  const terms = needlesOfTerms([name, "Orazova", "Оразова"]).needles
  for (const [form, bytes] of Object.entries(forms)) {
    const document = documentOf(Buffer.concat([copySaying("спокойно"), bytes]))
    const { hits } = await pool.run("judgeRawBytes", { document, needles: terms })
    expect([form, hits]).not.toEqual([form, 0])
  }
})

test("a short term inside another word is not a hit", async () => {
  const document = documentOf(copySaying("уверать таким"))
  const short = needlesOfTerms(["Вера", "Ким"]).needles
  for (const judge of ["judgeQpdf", "judgePdfiumText", "judgePdfjsText"] as const)
    expect([judge, (await pool.run(judge, { document, needles: short })).hits]).toEqual([judge, 0])
})

test("a short term in Latin letters inside another word is not a hit, and standing alone it is", async () => {
  const short = needlesOfTerms(["Li", "Ann"]).needles
  const hitsIn = async (text: string) =>
    (await pool.run("judgeQpdf", { document: documentOf(copySaying(text)), needles: short })).hits
  expect(await hitsIn("annual alibi")).toBe(0)
  expect(await hitsIn("met Ann there")).toBeGreaterThan(0)
})

test("plain pages with the name trip the judges of text", async () => {
  const bytes = await makeStrip({ lines: [`здесь ${name} была`] })
  for (const judge of ["judgeQpdf", "judgePdfiumText", "judgePdfjsText"] as const) {
    const hits = await hitsOf(judge, bytes)
    // A subset font's codes are not text: qpdf, which knows no fonts, cannot see through them.
    if (judge !== "judgeQpdf") expect([judge, hits]).not.toEqual([judge, 0])
  }
})

test("the proof's own OCR reads a name in pixels", async () => {
  const bytes = await makeStrip({ lines: ["The witness Gulnara Orazova was here"] })
  const { lines } = await pool.run("readSaved", { document: documentOf(bytes), page: 1, dpi: 200, boxes: [] })
  expect(lines.flatMap((line) => line.words.map((word) => word.text)).join(" ")).toContain("Orazova")
})

import * as mupdf from "mupdf"
import { PDFDocument, PDFName, PDFString } from "pdf-lib"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { FaultCode } from "../../../shared/faults.ts"
import { Fault } from "../../../shared/faults.ts"
import { pageRect } from "../../../shared/geometry.ts"
import { RedactionOptions } from "../../../shared/model/redaction.ts"
import { foldedText } from "../../../main/search/names/fold.ts"
import { needlesOfTerms } from "../../../main/redaction/needles.ts"
import { makePageCache } from "../../../main/redaction/page-cache.ts"
import { redactDocument, type RedactionRequest } from "../../../main/redaction/redact-document.ts"
import type { ParserPool } from "../../../main/workers/pool.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { makeStrip, pictureOf, scanOf } from "../../support/redaction-files.ts"

let pool: ParserPool
beforeAll(() => {
  pool = makeTestPool({ size: 2 })
})
afterAll(() => pool.close())

const terms = ["Смирнова", "Нұрлан", "Orazova"]
const label = "Person 7"
type Partly = Partial<RedactionRequest> & { readonly bytes: Uint8Array }
const requestOf = (given: Partly): RedactionRequest => ({
  mediaType: "application/pdf",
  boxes: "find",
  needles: needlesOfTerms(terms, label),
  options: RedactionOptions.parse({}),
  reviewed: false,
  ...given,
})
const redact = (given: Partly, by: ParserPool = pool) => redactDocument(by, requestOf(given))
const textOf = (pdf: Uint8Array): string =>
  mupdf.Document.openDocument(pdf, "application/pdf").loadPage(0).toStructuredText("").asText()

/** The names are gone from the copy's text, and from its bytes in the two encodings that PDF has for text. */
const expectGone = (pdf: Uint8Array): void => {
  for (const term of terms) {
    expect(foldedText(textOf(pdf))).not.toContain(foldedText(term))
    expect(Buffer.from(pdf).includes(Buffer.from(term))).toBe(false)
    expect(Buffer.from(pdf).includes(Buffer.from(term, "utf16le").swap16())).toBe(false)
  }
}
const rejects = async (given: Partly, code: FaultCode, by?: ParserPool): Promise<void> => {
  await expect(redact(given, by)).rejects.toMatchObject({ code })
}
const plain = () => makeStrip({ lines: ["Вечером Смирнова ушла домой", "a man met Orazova there"] })

test("names in Russian, Kazakh and English go, and the rest stays and can be searched", async () => {
  const bytes = await makeStrip({
    lines: ["Вечером дома была Смирнова", "Кейін бізге Нұрлан келді", "On Monday the witness Orazova"],
  })
  const { pdf, boxes, report } = await redact({ bytes })
  expectGone(pdf)
  expect(boxes).toHaveLength(3)
  expect(report).toMatchObject({ passed: true, pages: 1, boxes: 3, needles: 3, reviewed: false })
  expect(report.checks.map((check) => check.name)).toEqual([
    "raw-bytes",
    "qpdf-objects",
    "pdfium-text",
    "pdfjs-text",
    "metadata",
    "attachments",
    "pixels-outside",
    "boxes-solid",
    "codes",
    "second-ocr",
  ])
  expect(textOf(pdf)).toContain("Вечером")
  expect(textOf(pdf)).toContain("Monday")
})

test("names that hide in the file's structure are not in the copy", async () => {
  const strip = await makeStrip({
    lines: ["Здесь ничего нет"],
    more: (encode) => {
      const [half, rest] = [encode("Смир"), encode("нова")]
      // Split over one TJ, invisible as in an OCR layer, and outside the page.
      return `BT /F 12 Tf 20 12 Td [${half} -3 ${rest}] TJ ET BT 3 Tr /F 8 Tf 20 30 Td ${encode("Нұрлан")} Tj ET BT /F 8 Tf 900 30 Td ${encode("Orazova")} Tj ET`
    },
  })
  const pdf = await PDFDocument.load(strip, { updateMetadata: false })
  pdf.setAuthor("Смирнова")
  await pdf.attach(Buffer.from("Orazova"), "Orazova.txt", { description: "Нұрлан" })
  const note = { Type: "Annot", Subtype: "Text", Rect: [300, 10, 310, 20], Contents: PDFString.of("Orazova") }
  pdf.getPage(0).node.set(PDFName.of("Annots"), pdf.context.obj([pdf.context.register(pdf.context.obj(note))]))
  const copy = await redact({ bytes: await pdf.save() })
  expectGone(copy.pdf)
})

test("a name in a form field is covered where it shows", async () => {
  const pdf = await PDFDocument.load(await makeStrip({ lines: ["Заявление подала", ""] }), { updateMetadata: false })
  const field = pdf.getForm().createTextField("Orazova")
  field.setText("Orazova Gulnara")
  field.addToPage(pdf.getPage(0), { x: 20, y: 18, width: 200, height: 22 })
  const { pdf: copy, boxes } = await redact({ bytes: await pdf.save() })
  expectGone(copy)
  expect(boxes.length).toBeGreaterThan(0)
})

test("a layer that is off stays off", async () => {
  const bytes = await makeStrip({
    lines: ["Видно только это"],
    more: (encode) => `/OC /Off BDC BT /F 14 Tf 220 30 Td ${encode("Смирнова")} Tj ET EMC`,
    change: (pdf, page) => {
      const layer = pdf.addObject({ Type: "OCG", Name: pdf.newString("x") })
      page.getObject().get("Resources").put("Properties", { Off: layer })
      pdf
        .getTrailer()
        .get("Root")
        .put("OCProperties", { OCGs: [layer], D: { BaseState: pdf.newName("OFF"), Order: [layer] } })
    },
  })
  expectGone((await redact({ bytes })).pdf)
})

test("names in pictures and scans are found by OCR and covered", async () => {
  const strip = await plain()
  const jpeg = pictureOf(strip, "jpeg")
  const pictures = [
    ["image/png", pictureOf(strip, "png")],
    ["image/jpeg", jpeg],
    ["application/pdf", scanOf(jpeg)],
  ] as const
  for (const [mediaType, bytes] of pictures) {
    const { pdf, boxes } = await redact({ bytes, mediaType })
    expectGone(pdf)
    expect([mediaType, boxes.length]).toEqual([mediaType, 2])
    expect(textOf(pdf)).toContain("домой")
  }
})

test("what a JPEG carries beside its pixels stays behind", async () => {
  const jpeg = pictureOf(await makeStrip({ lines: ["Здесь ничего нет"] }), "jpeg")
  const comment = Buffer.from("Exif\0\0Смирнова Orazova")
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, comment.length + 2]), comment])
  const bytes = Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2), Buffer.from("Нұрлан")])
  const { pdf, boxes } = await redact({ bytes, mediaType: "image/jpeg" })
  expectGone(pdf)
  expect(boxes).toEqual([])
})

test("the same input gives the same bytes", async () => {
  const bytes = await plain()
  const afresh = () => redact({ bytes, cache: makePageCache() })
  const [one, two] = [await afresh(), await afresh()]
  expect(Buffer.from(one.pdf).equals(two.pdf)).toBe(true)
})

test("under strict two names leave the very same file", async () => {
  const files: Uint8Array[] = []
  for (const name of ["Ким", "Смирнова-Сейдахметова"]) {
    const bytes = await makeStrip({
      lines: ["Вечером из дома вышли все соседи", `при этом ${name}`, "и вернулись домой утром"],
    })
    const options = RedactionOptions.parse({ strict: true })
    files.push((await redact({ bytes, options, needles: needlesOfTerms([name]) })).pdf)
  }
  expect(Buffer.from(files[0]!).equals(files[1]!)).toBe(true)
})

test("by default two names of one 24-point class at the end of a line leave the very same file", async () => {
  const files: Uint8Array[] = []
  for (const name of ["Ким", "Цой"]) {
    const bytes = await makeStrip({
      lines: ["Вечером из дома вышли все соседи", `при этом ${name}`, "и вернулись домой"],
    })
    files.push((await redact({ bytes, needles: needlesOfTerms([name]) })).pdf)
  }
  expect(Buffer.from(files[0]!).equals(files[1]!)).toBe(true)
})

test("accepted boxes are burned and carry their label", async () => {
  const bytes = await plain()
  const boxes = [
    { page: 1, rect: pageRect(60, 10, 250, 32), label: "Person 7" },
    { page: 1, rect: pageRect(60, 40, 250, 28), label: "Person 9" },
  ]
  const { pdf } = await redact({ bytes, boxes, reviewed: true })
  expectGone(pdf)
  expect(textOf(pdf)).toContain("Person")
})

test("a page is stamped below its image", async () => {
  const { pdf } = await redact({ bytes: await plain(), stamps: ["Приложение 3 · стр. 12"] })
  expect(textOf(pdf)).toContain("Приложение 3 · стр. 12")
})

test("a name that the accepted boxes leave bare is a leak, and there is no file", async () => {
  await rejects({ bytes: await plain(), boxes: [] }, "redaction-leak")
})

/** The real pool, with one operation replaced. */
const poolWith = (name: string, instead: (real: () => Promise<unknown>) => Promise<unknown>): ParserPool => ({
  run: ((operation: string, input: unknown, options: unknown) => {
    const real = () => pool.run(operation as never, input as never, options as never) as Promise<unknown>
    return operation === name ? instead(real) : real()
  }) as ParserPool["run"],
  close: () => Promise.resolve(),
})

const everyJudge = [
  "judgeRawBytes",
  "judgeQpdf",
  "judgePdfiumText",
  "judgePdfjsText",
  "judgeMetadata",
  "judgeAttachments",
]

test("a judge that crashes or times out leaves no file", async () => {
  const bytes = await plain()
  for (const [index, judge] of [...everyJudge, "printSaved", "readSaved"].entries()) {
    const code = index % 2 === 0 ? "parser-crashed" : "parser-timeout"
    const broken = poolWith(judge, () => Promise.reject(new Fault(code)))
    await rejects(
      { bytes, boxes: [{ page: 1, rect: pageRect(0, 0, 420, 80), label: "" }] },
      "redaction-unproven",
      broken,
    )
  }
})

test("pixels that changed outside the boxes are a leak", async () => {
  const bytes = await plain()
  const tampering = poolWith("printSaved", async (real) => {
    const answer = (await real()) as { prints: { prints: Uint32Array } }
    answer.prints.prints[0] = 1
    return answer
  })
  await rejects({ bytes }, "redaction-leak", tampering)
})

test("a box that is not solid is a leak", async () => {
  const bytes = await plain()
  // The page is burned without its boxes, as a bug would have it, and everything else is told of them.
  const bare: ParserPool = {
    run: (operation: string, input: object, options: unknown) =>
      pool.run(
        operation as never,
        (operation === "burnPage" ? { ...input, boxes: [] } : input) as never,
        options as never,
      ),
    close: () => Promise.resolve(),
  }
  const boxes = [{ page: 1, rect: pageRect(20, 10, 300, 70), label: "" }]
  await expect(redact({ bytes, boxes, needles: needlesOfTerms(["Никто"]) }, bare)).rejects.toMatchObject({
    code: "redaction-leak",
    detail: { checks: "boxes-solid" },
  })
})

const counting = () => {
  const counted: string[] = []
  const counter: ParserPool = {
    run: (operation: string, input: { read?: boolean }, options: unknown) => {
      counted.push(input.read === true ? `${operation} and read` : operation)
      return pool.run(operation as never, input as never, options as never)
    },
    close: () => Promise.resolve(),
  }
  const slow = () => counted.filter((name) => ["burnPage and read", "readSaved", "expectPage"].includes(name))
  return { counter, slow, counted }
}

test("pages that were burned and read are not read again, whoever is looked for next", async () => {
  const bytes = await plain()
  const { counter, slow, counted } = counting()
  const first = await redact({ bytes }, counter)
  const before = slow().length
  const second = await redact({ bytes }, counter)
  expect(slow()).toHaveLength(before)
  expect(Buffer.from(first.pdf).equals(second.pdf)).toBe(true)
  const more = { bytes, needles: needlesOfTerms([...terms, "Соседка"], label) }
  await redact(more, counter)
  expect(slow()).toHaveLength(before)
  expect(counted.filter((name) => name === "judgeQpdf")).toHaveLength(3)
})

test("a reading that was kept answers for other names: what it says is searched anew", async () => {
  const bytes = scanOf(pictureOf(await makeStrip({ lines: ["Вечером Смирнова ушла", "Соседка спала"] }), "jpeg"))
  const entries = new Map<string, string>()
  const afresh = () => ({
    cache: makePageCache({ get: (key) => entries.get(key), put: (key, value) => void entries.set(key, value) }),
  })
  const { boxes } = await redact({ bytes, ...afresh() })
  const again = { bytes, boxes: boxes.map((box) => ({ ...box, page: 1 })) }
  await redact({ ...again, ...afresh() })
  const { counter, slow } = counting()
  await redact({ ...again, ...afresh() }, counter)
  expect(slow()).toEqual([])
  const needles = needlesOfTerms([...terms, "Соседка"], label)
  await expect(redact({ ...again, ...afresh(), needles }, counter)).rejects.toMatchObject({ code: "redaction-leak" })
  // The layer was searched first; without it the second reading alone finds her.
  for (const [key, value] of entries) if (key.includes('"layer"')) entries.set(key, value.replaceAll("Соседка", "…"))
  await expect(redact({ ...again, ...afresh(), needles }, counter)).rejects.toMatchObject({
    code: "redaction-leak",
    detail: { checks: "second-ocr" },
  })
  expect(slow()).toEqual([])
})

test("what cannot be redacted says why", async () => {
  const bytes = await plain()
  const encrypted = mupdf.Document.openDocument(bytes, "application/pdf")
    .asPDF()!
    .saveToBuffer("encrypt=aes-256,user-password=x")
  await rejects({ bytes: encrypted.asUint8Array().slice() }, "file-encrypted")
  await rejects({ bytes: Buffer.from("%PDF-1.7\nnothing follows") }, "file-broken")
  await rejects({ bytes: Buffer.from("a,b\n"), mediaType: "text/csv" }, "cannot-redact-kind")
  await rejects({ bytes: pictureOf(bytes, "png").subarray(0, 90), mediaType: "image/png" }, "file-broken")
})

test("a page of 200 inches is refused, not drawn", async () => {
  const pdf = new mupdf.PDFDocument()
  pdf.insertPage(-1, pdf.addPage([0, 0, 14_400, 14_400], 0, {}, ""))
  await rejects({ bytes: pdf.saveToBuffer("").asUint8Array().slice() }, "file-too-large")
})

test("a file whose cross-references are broken is repaired first and redacted like any other", async () => {
  const whole = Buffer.from(await plain())
  const bytes = Buffer.from(whole.toString("latin1").replace(/startxref\s+\d+/u, "startxref\n7"), "latin1")
  const { pdf, boxes } = await redact({ bytes })
  expectGone(pdf)
  expect(boxes).toHaveLength(2)
})

test("a page whose object cannot be read is refused, not left as an empty sheet", async () => {
  const whole = Buffer.from(await plain()).toString("latin1")
  const unreadable = whole.replace(/\/MediaBox\s?\[/u, (key) => `/Annots[9 0 R9 0 R]${key}`)
  await rejects({ bytes: Buffer.from(unreadable, "latin1") }, "file-broken")
})

test("a cancelled redaction ends as cancelled", async () => {
  const controller = new AbortController()
  controller.abort()
  await rejects({ bytes: await plain(), signal: controller.signal }, "cancelled")
})

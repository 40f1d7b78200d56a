import { expect, test } from "vitest"
import { loadMuPdf } from "../../../main/reading/mupdf.ts"
import { ocrPage, ocrSets } from "../../../main/reading/ocr/index.ts"
import { linesOf } from "../../../main/reading/ocr/lines.ts"
import { context, openDocument } from "../../support/reading/documents.ts"

/** A picture of three lines, as a scanner at 200 dpi gives it: 400 × 300 points. */
const scan = async (): Promise<Uint8Array> => {
  const mupdf = await loadMuPdf(context)
  const html =
    "<style>body{margin:0}</style><p>Свидетель Иванова</p><p>Куә Гүлнұр Қасымова</p><p>Judgment was given</p>"
  const page = mupdf.Document.openDocument(new TextEncoder().encode(html), "text/html")
  page.layout(400, 300, 16)
  const drawn = page.loadPage(0).toPixmap(mupdf.Matrix.scale(200 / 72, 200 / 72), mupdf.ColorSpace.DeviceGray, false)
  drawn.setResolution(200, 200)
  return drawn.asPNG().slice()
}

test.each(ocrSets)("the %s set reads Russian, Kazakh and English where they stand", async (set) => {
  const document = openDocument("image/png", await scan())
  const page = await ocrPage({ document, page: 1, set }, context)
  expect(page.width).toBeCloseTo(400, 0)
  const text = page.lines.map((line) => line.words.map((word) => word.text).join(" "))
  expect(text).toEqual(["Свидетель Иванова", "Куә Гүлнұр Қасымова", "Judgment was given"])
  const name = page.lines[0]?.words[1]
  expect(name?.confidence).toBeGreaterThan(0.7)
  // The second word of the first line: right of the first, above the second line.
  const [first, second] = [page.lines[0]?.words[0]?.rect, page.lines[1]?.rect]
  expect(name?.rect.x).toBeGreaterThan((first?.x ?? 0) + (first?.width ?? 0))
  expect((name?.rect.y ?? 0) + (name?.rect.height ?? 0)).toBeLessThan(second?.y ?? 0)
})

test("an empty page has no words", async () => {
  const document = openDocument("text/plain", "")
  expect((await ocrPage({ document, page: 1, set: "finder", dpi: 40 }, context)).lines).toEqual([])
})

test("Tesseract's table becomes lines of words in points", () => {
  const row = (line: number, word: number, left: number, text: string) =>
    ["5", "1", "1", "1", line, word, left, "144", "72", "36", "91.5", text].join("\t")
  expect(
    linesOf([row(1, 1, 0, "a"), row(1, 2, 144, "b"), row(1, 3, 200, " "), row(2, 1, 0, "c")].join("\n"), 144),
  ).toEqual([
    {
      rect: { x: 0, y: 72, width: 108, height: 18 },
      words: [
        { text: "a", rect: { x: 0, y: 72, width: 36, height: 18 }, confidence: 0.915 },
        { text: "b", rect: { x: 72, y: 72, width: 36, height: 18 }, confidence: 0.915 },
      ],
    },
    {
      rect: { x: 0, y: 72, width: 36, height: 18 },
      words: [{ text: "c", rect: { x: 0, y: 72, width: 36, height: 18 }, confidence: 0.915 }],
    },
  ])
})

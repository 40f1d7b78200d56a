import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as mupdf from "mupdf"
import { expect, test } from "vitest"
import { pageRect } from "../../../shared/geometry.ts"
import { chooseEncoding, encodeRaster, type Raster } from "../../../main/redaction/encode.ts"
import { languageOf, neutralId, srgbProfile } from "../../../main/redaction/pdf-a.ts"
import { judgeMetadata } from "../../../main/redaction/judges/pdfjs.ts"
import { veraPdfJar } from "../../../tools/judges.ts"
import { writePdf, writtenScale, type WrittenPage } from "../../../main/redaction/write-pdf.ts"

const blank = (width: number, height: number): Raster => ({
  width,
  height,
  components: 1,
  samples: new Uint8Array(width * height).fill(255),
})
const noJpeg = (): never => {
  throw new Error("no JPEG here")
}
const words = ["Нұрлан", "пришёл", "with", "Orazova"]
const lines = [
  {
    rect: pageRect(10, 20, 240, 14),
    words: words.map((text, index) => ({ text, rect: pageRect(10 + index * 60, 20, 50, 14), confidence: 1 })),
  },
]
const page: WrittenPage = {
  width: 300,
  height: 60,
  image: encodeRaster(blank(300, 60), "levels", noJpeg),
  lines,
  stamp: null,
}
const lineOf = (text: string) => [
  { rect: pageRect(10, 20, 240, 14), words: [{ text, rect: pageRect(10, 20, 50, 14), confidence: 1 }] },
]
const tailOf = (pdf: Uint8Array): string => /trailer[^]*?\/ID \[[^\]]*\]/u.exec(Buffer.from(pdf).toString("latin1"))![0]
const open = (bytes: Uint8Array) => mupdf.Document.openDocument(bytes, "application/pdf")

test("the same pages give the same bytes", () => expect(writePdf([page, page])).toEqual(writePdf([page, page])))

test("the text layer can be searched in Kazakh, Russian and English", () => {
  const [first] = open(writePdf([page]))
    .loadPage(0)
    .toStructuredText("")
    .asText()
    .split("\n")
  expect(first?.trim()).toBe(words.join(" "))
})

test("the text layer draws nothing", () => {
  const pixmap = open(writePdf([page]))
    .loadPage(0)
    .toPixmap(mupdf.Matrix.scale(2, 2), mupdf.ColorSpace.DeviceGray, false)
  expect(pixmap.getPixels().every((sample) => sample === 255)).toBe(true)
})

test("words of the layer lie over their pixels", () => {
  const quads = open(writePdf([page]))
    .loadPage(0)
    .search("пришёл", "")
  const [left = 0, top = 0, right = 0] = quads[0]?.[0] ?? []
  expect(left).toBeCloseTo(70, 0)
  expect(right).toBeCloseTo(120, 0)
  expect(top).toBeGreaterThan(15)
})

test("the file says nothing of who, when and with what", () => {
  const text = Buffer.from(writePdf([page])).toString("latin1")
  for (const word of ["/Info 0", "/Info 1", "/Producer", "/CreationDate", "xmp:", "dc:", "Saqta"])
    expect(text).not.toContain(word)
  expect(text).toContain(`/ID ${neutralId}`)
  expect(new Set(["a", "b"].map((text) => tailOf(writePdf([{ ...page, lines: lineOf(text) }])))).size).toBe(1)
})

test("grey levels survive as four", () => {
  const samples = Uint8Array.from({ length: 64 }, (_, index) => (index % 4) * 85)
  const raster: Raster = { width: 8, height: 8, components: 1, samples }
  const image = encodeRaster(raster, "levels", noJpeg)
  const pixmap = open(writePdf([{ ...page, width: 8, height: 8, image, lines: [] }]))
    .loadPage(0)
    .toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, false)
  expect([...pixmap.getPixels().slice(0, 8)]).toEqual([0, 85, 170, 255, 0, 85, 170, 255])
})

test("a page of text takes grey levels, and a photo takes JPEG", () => {
  const photo = Uint8Array.from({ length: 10_000 }, (_, index) => index % 256)
  expect(chooseEncoding(blank(100, 100))).toBe("levels")
  expect(chooseEncoding({ width: 100, height: 100, components: 1, samples: photo })).toBe("photo")
})

test("a picture of many inches leaves on a page of A4", () => {
  expect(writtenScale({ width: 3000, height: 2000 }) * 3000).toBeCloseTo(841.89)
  expect(writtenScale({ width: 595, height: 842 })).toBe(1)
})

test("a stamp stands below the image and leaves it as it is", () => {
  const stamp = { text: "стр. 12", image: encodeRaster(blank(60, 20), "levels", noJpeg), width: 60, height: 20 }
  const bounds = open(writePdf([{ ...page, stamp }]))
    .loadPage(0)
    .getBounds()
  expect(bounds).toEqual([0, 0, 300, 80])
  expect(
    open(writePdf([{ ...page, stamp }]))
      .loadPage(0)
      .toStructuredText("")
      .asText(),
  ).toContain("стр. 12")
})

test("letters that the font cannot say are left out", () => {
  const odd = [
    { rect: pageRect(0, 0, 50, 10), words: [{ text: "a\u0007\ud800𝒜b", rect: pageRect(0, 0, 50, 10), confidence: 1 }] },
  ]
  expect(
    open(writePdf([{ ...page, lines: odd }]))
      .loadPage(0)
      .toStructuredText("")
      .asText()
      .trim(),
  ).toBe("ab")
})

const judgeA2b = (pdf: Uint8Array): string => {
  const folder = mkdtempSync(join(tmpdir(), "saqta-verapdf-"))
  try {
    writeFileSync(join(folder, "file.pdf"), pdf)
    const args = ["-cp", veraPdfJar, "org.verapdf.apps.GreenfieldCliWrapper", "-f", "2b", "--format", "text", "-v"]
    return execFileSync("java", [...args, join(folder, "file.pdf")], { encoding: "utf8" })
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test("veraPDF judges a copy with grey, colour, text and stamp PDF/A-2b", { timeout: 120_000 }, () => {
  const stamp = { text: "стр. 12", image: encodeRaster(blank(60, 20), "levels", noJpeg), width: 60, height: 20 }
  const samples = new Uint8Array(16 * 16 * 3).fill(90)
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, 16, 16], false)
  pixmap.clear(90)
  const photo = encodeRaster({ width: 16, height: 16, components: 3, samples }, "photo", (quality) =>
    pixmap.asJPEG(quality).slice(),
  )
  expect(
    judgeA2b(
      writePdf([
        { ...page, stamp },
        { ...page, image: photo },
        { ...page, lines: [] },
      ]),
    ),
  ).toMatch(/^PASS/u)
})

test("paragraphs are tagged in the order in which they were read", () => {
  const far = { ...lines[0]!, rect: pageRect(10, 44, 240, 10) }
  const text = Buffer.from(writePdf([{ ...page, lines: [lines[0]!, far] }])).toString("latin1")
  expect(text).toMatch(/\/Nums \[0 \[14 0 R 15 0 R\]\]/u)
  expect(text).toContain("/MarkInfo <</Marked true>>")
})

test("a copy says the language of its own letters", () => {
  expect(["Қазақстан Республикасы", "Российская Федерация", "United Nations", ""].map(languageOf)).toEqual([
    "kk",
    "ru",
    "en",
    "en",
  ])
})

test("the judge of metadata knows every copy's own, and nothing else", async () => {
  const judged = async (pdf: Uint8Array, key: string) => {
    const document = { key, mediaType: "application/pdf", bytes: pdf, kept: new Map() }
    return (await judgeMetadata({ document })).hits
  }
  const pdf = writePdf([page])
  expect(await judged(pdf, "own")).toBe(0)
  const planted = (from: string, to: string) =>
    Uint8Array.from(Buffer.from(Buffer.from(pdf).toString("latin1").replace(from, to), "latin1"))
  expect(await judged(planted("<pdfaid:part>2", "<pdfaid:part>3"), "xmp")).toBeGreaterThan(0)
  expect(await judged(planted("[<00", "[<01"), "id")).toBeGreaterThan(0)
  expect(await judged(planted("/Lang (kk)", "/Lang (zz)"), "lang")).toBeGreaterThan(0)
})

test("the colour profile says its own length", () => {
  expect(new DataView(srgbProfile.buffer).getUint32(0)).toBe(srgbProfile.length)
})

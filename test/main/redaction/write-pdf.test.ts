import * as mupdf from "mupdf"
import { expect, test } from "vitest"
import { pageRect } from "../../../shared/geometry.ts"
import { chooseEncoding, encodeRaster, type Raster } from "../../../main/redaction/encode.ts"
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
  for (const word of ["/Info", "/ID", "/Producer", "/CreationDate", "/Metadata", "Saqta"])
    expect(text).not.toContain(word)
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

import * as mupdf from "mupdf"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { ParserPool } from "../../../main/workers/pool.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { gifOf, greyOfLines, tiffOf } from "../../support/picture-files.ts"
import { makeStrip, pictureOf } from "../../support/redaction-files.ts"

let pool: ParserPool
beforeAll(() => {
  pool = makeTestPool()
})
afterAll(() => pool.close())

let key = 0
const read = (bytes: Uint8Array, page = 1) =>
  pool.run("redactionText", { document: { key: `${key++}`, mediaType: "application/pdf", bytes }, page })

/** A PDF page of 200 × 200 with a picture placed by `matrix`. */
const placed = (picture: Uint8Array, matrix: string): Uint8Array => {
  const pdf = new mupdf.PDFDocument()
  const resources = { XObject: { I: pdf.addImage(new mupdf.Image(picture)) } }
  pdf.insertPage(-1, pdf.addPage([0, 0, 200, 200], 0, resources, `q ${matrix} cm /I Do Q`))
  return pdf.saveToBuffer("").asUint8Array().slice()
}

test("blocks of an image are measured on the page, upright, on its side and askew", async () => {
  const picture = pictureOf(await makeStrip({ lines: [""], width: 100 }), "png", 72)
  const [, , width, height] = new mupdf.Image(picture).toPixmap().getBounds() as [number, number, number, number]
  const [upright] = (await read(placed(picture, "100 0 0 50 10 10"))).images
  expect(upright).toMatchObject({ askew: false })
  expect(upright?.blockWidth).toBeCloseTo((16 * 100) / width)
  expect(upright?.blockHeight).toBeCloseTo((16 * 50) / height)
  const [turned] = (await read(placed(picture, "0 100 -50 0 100 10"))).images
  expect(turned?.blockWidth).toBeCloseTo((16 * 50) / height)
  expect(turned?.blockHeight).toBeCloseTo((16 * 100) / width)
  expect((await read(placed(picture, "90 20 -20 40 60 60"))).images[0]).toMatchObject({ askew: true })
})

test("a name in ActualText and the glyphs beneath it are both read", async () => {
  const bytes = await makeStrip({
    lines: ["дом"],
    more: (encode) =>
      `/Span <</ActualText <FEFF${Buffer.from("тайна", "utf16le").swap16().toString("hex")}>>> BDC BT /F 14 Tf 200 20 Td ${encode("Смирнова")} Tj ET EMC`,
  })
  // MuPDF spreads ActualText over the glyphs beneath, with gaps that folding takes away again.
  const words = (await read(bytes)).lines.flatMap((line) => line.words.map((word) => word.text)).join("")
  expect(words).toContain("тайна")
  expect(words).toContain("Смирнова")
})

test("a page of text alone needs no OCR to be searched, and one with a picture or a field does", async () => {
  const strip = await makeStrip({ lines: ["дом"] })
  expect((await read(strip)).hasPictures).toBe(false)
  expect((await read(placed(pictureOf(strip, "png"), "100 0 0 50 10 10"))).hasPictures).toBe(true)
  const noted = await makeStrip({
    lines: ["дом"],
    change: (_pdf, page) => page.createAnnotation("FreeText").setRect([5, 5, 50, 20]),
  })
  expect((await read(noted)).hasPictures).toBe(true)
})

test("of a picture with several only the first leaves, unless all are asked for", async () => {
  const pages = [await greyOfLines(["Вечером дома"]), await greyOfLines(["Утром дома"])]
  for (const [mediaType, bytes, all] of [
    ["image/tiff", tiffOf(pages), [2, 0]],
    // An animation is no document: it leaves as its first picture.
    ["image/gif", gifOf(pages), [1, 1]],
  ] as const) {
    const countOf = async (pictures?: "first" | "all"): Promise<readonly [number, number]> => {
      const document = { key: `${key++}`, mediaType, bytes }
      const { pages: shown, leftOut } = await pool.run("redactionPages", { document, pictures })
      return [shown.length, leftOut]
    }
    expect(await countOf("first")).toEqual([1, 1])
    expect(await countOf("all")).toEqual(all)
  }
})

import { deflateSync } from "node:zlib"
import { expect, test } from "vitest"
import { loadMuPdf } from "../../../main/reading/mupdf.ts"
import { pageText } from "../../../main/reading/page-words.ts"
import { pageSizes, renderPage } from "../../../main/reading/pages.ts"
import { context, openDocument, pdf, pngHeader } from "../../support/reading/documents.ts"

const open = (bytes: Uint8Array) => openDocument("application/pdf", bytes)
const sizes = async (bytes: Uint8Array) => (await pageSizes({ document: open(bytes) }, context)).pages
const words = async (bytes: Uint8Array) =>
  (await pageText({ document: open(bytes), page: 1 }, context)).lines.flatMap((line) => line.words)

const pixelsOf = async (png: Uint8Array) => {
  const { Image } = await loadMuPdf(context)
  const pixmap = new Image(png).toPixmap()
  return {
    at: (x: number, y: number) => pixmap.getPixels()[y * pixmap.getStride() + x * pixmap.getNumberOfComponents()],
  }
}

test("sizes are those of the page as viewed", async () => {
  const pages = [{}, { extra: "/Rotate 90" }, { extra: "/CropBox[50 50 150 100]" }, { extra: "/UserUnit 2" }]
  expect(await sizes(pdf(pages))).toEqual([
    { width: 300, height: 200 },
    { width: 200, height: 300 },
    { width: 100, height: 50 },
    { width: 600, height: 400 },
  ])
})

test("a page is drawn at the resolution that was asked for", async () => {
  const bytes = pdf([{ content: "0 0 150 200 re f" }])
  const page = await renderPage({ document: open(bytes), page: 1, dpi: 144, colour: false }, context)
  expect(page).toMatchObject({ width: 600, height: 400, dpi: 144 })
  const pixels = await pixelsOf(page.png)
  expect([pixels.at(100, 200), pixels.at(500, 200)]).toEqual([0, 255])
})

test("a word stands where it is drawn", async () => {
  const [word] = await words(pdf([{ content: "BT /F 20 Tf 100 150 Td (Ivanova) Tj ET" }]))
  expect(word?.text).toBe("Ivanova")
  expect(word?.rect.x).toBeCloseTo(100, 0)
  // The baseline is 50 points below the top of a page of 200.
  expect(word?.rect.y).toBeLessThan(50)
  expect((word?.rect.y ?? 0) + (word?.rect.height ?? 0)).toBeGreaterThan(50)
})

test("places count from the corner of the crop box", async () => {
  const content = "BT /F 20 Tf 100 150 Td (Ivanova) Tj ET"
  const [word] = await words(pdf([{ content, extra: "/CropBox[90 100 300 200]" }]))
  expect(word?.rect.x).toBeCloseTo(10, 0)
})

test("words outside the page and under a clip are still read", async () => {
  const content = "BT /F 20 Tf 100 900 Td (outside) Tj ET q 0 0 1 1 re W n BT /F 20 Tf 100 100 Td (clipped) Tj ET Q"
  expect((await words(pdf([{ content }]))).map(({ text }) => text)).toEqual(
    expect.arrayContaining(["outside", "clipped"]),
  )
})

test("more than five hundred words of a page are read", async () => {
  const lines = Array.from({ length: 60 }, (_, line) => `1 0 0 1 5 ${line * 3} Tm (${"name ".repeat(10)}) Tj`)
  expect(await words(pdf([{ content: `BT /F 2 Tf ${lines.join(" ")} ET` }]))).toHaveLength(600)
})

test("an encrypted file asks for its password by a fault", async () => {
  const { Document } = await loadMuPdf(context)
  const plain = Document.openDocument(pdf([{}]), "application/pdf").asPDF()
  const locked = plain?.saveToBuffer("encrypt=aes-256,user-password=secret,owner-password=other").asUint8Array().slice()
  await expect(sizes(locked ?? new Uint8Array())).rejects.toMatchObject({ code: "file-encrypted" })
})

test.each([
  ["no pages", pdf([])],
  ["nothing but its header", Buffer.from("%PDF-1.7\n")],
  [
    "a catalogue that points nowhere",
    Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 9 0 R>>endobj trailer<</Root 1 0 R>>"),
  ],
])("a file with %s is broken", async (_, bytes) => {
  await expect(sizes(Uint8Array.from(bytes))).rejects.toMatchObject({ code: "file-broken" })
})

test("a file that was cut off shows the pages that are left", async () => {
  const whole = pdf([{ content: "BT /F 20 Tf 10 100 Td (kept) Tj ET" }])
  const [word] = await words(whole.subarray(0, whole.length - 30))
  expect(word?.text).toBe("kept")
})

test("a page of no size gets one that can be shown", async () => {
  const [size] = await sizes(pdf([{ box: "0 0 0 0" }]))
  expect(size?.width).toBeGreaterThan(0)
})

test("a page larger than 200 inches is too large", async () => {
  await expect(sizes(pdf([{ box: "0 0 20000 20000" }]))).rejects.toMatchObject({ code: "file-too-large" })
})

test("a poster is drawn at a lower resolution, and says so", async () => {
  const bytes = pdf([{ box: "0 0 14000 14000" }])
  const page = await renderPage({ document: open(bytes), page: 1, dpi: 150, colour: false }, context)
  expect(page.dpi).toBeLessThan(50)
  expect(page.width * page.height).toBeLessThan(65_000_000)
})

test("a picture of 30,000 × 30,000 is refused before it is unpacked", async () => {
  const document = openDocument("image/png", pngHeader(30_000, 30_000))
  await expect(pageSizes({ document }, context)).rejects.toMatchObject({
    code: "file-too-large",
    detail: { width: 30_000, height: 30_000 },
  })
})

test("a picture that ends in its header is broken", async () => {
  const document = openDocument("image/png", pngHeader(100, 100).subarray(0, 20))
  await expect(renderPage({ document, page: 1, dpi: 96, colour: false }, context)).rejects.toMatchObject({
    code: "file-broken",
  })
})

test("a page that unpacks to four million bytes of empty work still ends", async () => {
  const content = deflateSync(Buffer.alloc(4_000_000, "q Q "))
  const body = Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length ${content.length}>>stream\n`,
    ),
    content,
    Buffer.from("\nendstream endobj\ntrailer<</Root 1 0 R>>"),
  ])
  expect(
    await renderPage({ document: open(Uint8Array.from(body)), page: 1, dpi: 72, colour: false }, context),
  ).toMatchObject({ width: 9 })
})

test("a page that is not there is bad input", async () => {
  const input = { document: open(pdf([{}])), page: 2, dpi: 72, colour: false }
  await expect(renderPage(input, context)).rejects.toMatchObject({ code: "bad-input" })
})

test("a kind that has no pages says so", async () => {
  const document = openDocument("application/zip", new Uint8Array(4))
  await expect(pageSizes({ document }, context)).rejects.toMatchObject({ code: "kind-unsupported" })
})

/** Whether "ө" is drawn by a glyph of its own: in a misdrawn font it is "џ". */
test.each([
  ["text/plain", (letter: string) => letter],
  ["text/html", (letter: string) => `<pre>${letter}</pre>`],
  ["text/html", (letter: string) => `<p style="font-family: 'Courier New', monospace">${letter}</p>`],
])("Kazakh ө is drawn as itself in %s", async (mediaType, write) => {
  const drawn = async (letter: string) => {
    const document = openDocument(mediaType, write(letter))
    return (await renderPage({ document, page: 1, dpi: 150, colour: false }, context)).png
  }
  expect(await drawn("ө")).not.toEqual(await drawn("џ"))
  expect(await drawn("ө")).toEqual(await drawn("ө"))
})

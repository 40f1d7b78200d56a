import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { loadMuPdf } from "../../../main/reading/mupdf.ts"
import { renderPage } from "../../../main/reading/pages.ts"
import { sniff } from "../../../main/reading/sniff.ts"
import { context, openDocument } from "../../support/reading/documents.ts"

/** 96 × 64 pixels, the left half red, the right half white. */
const sample = (type: string) =>
  readFileSync(new URL(`../../support/reading/samples/half-red.${type}`, import.meta.url))

test.each(["heic", "webp"])("a picture in %s is known and drawn", async (type) => {
  const bytes = sample(type)
  const { mediaType } = sniff({ head: bytes })
  expect(mediaType).toBe(`image/${type}`)
  const page = await renderPage({ document: openDocument(mediaType, bytes), page: 1, dpi: 96, colour: true }, context)
  expect(page).toMatchObject({ width: 96, height: 64 })
  const { Image } = await loadMuPdf(context)
  const pixmap = new Image(page.png).toPixmap()
  const red = (x: number) => pixmap.getPixels()[Math.floor(page.height / 2) * pixmap.getStride() + x * 3 + 1] ?? 0
  expect(red(10)).toBeLessThan(40)
  expect(red(page.width - 10)).toBeGreaterThan(220)
})

test.each(["heic", "webp"])("a picture in %s that ends in the middle is broken", async (type) => {
  const document = openDocument(`image/${type}`, sample(type).subarray(0, 40))
  await expect(renderPage({ document, page: 1, dpi: 96, colour: true }, context)).rejects.toMatchObject({
    code: "file-broken",
  })
})

test("a picture in WebP that claims 16,000 × 16,000 is refused before it is unpacked", async () => {
  const bytes = Uint8Array.from(sample("webp"))
  // Lossless header: fourteen bits of width less one, fourteen of height less one.
  new DataView(bytes.buffer).setUint32(21, (15_999 << 14) | 15_999, true)
  const document = openDocument("image/webp", bytes)
  await expect(renderPage({ document, page: 1, dpi: 96, colour: true }, context)).rejects.toMatchObject({
    code: "file-too-large",
  })
})

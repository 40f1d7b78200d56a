import * as mupdf from "mupdf"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Piece } from "../../../../main/reading/visible/pieces.ts"
import { pageHtml } from "../../../../main/redaction/print/page-html.ts"
import { isRendered } from "../../../../main/redaction/print/kinds.ts"
import { renderPages } from "../../../../main/redaction/print/rendering.ts"
import { steadyPdf } from "../../../../main/redaction/print/steady-pdf.ts"
import { typesetPrinter } from "../../../../main/redaction/print/typeset-pages.ts"
import type { ParserPool } from "../../../../main/workers/pool.ts"
import { greyPng, docxOf, wordParagraph } from "../../../support/office-files.ts"
import { makeTestPool } from "../../../support/parser-pool.ts"

let pool: ParserPool
beforeAll(() => {
  pool = makeTestPool()
})
afterAll(() => pool.close())

const pagesOf = (pdf: Uint8Array): string[] => {
  const document = mupdf.Document.openDocument(pdf, "application/pdf")
  return Array.from({ length: document.countPages() }, (_, at) => document.loadPage(at).toStructuredText("").asText())
}
const printed = async (pieces: readonly Piece[]) => (await typesetPrinter().print(pieces, {})).pdf
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

test("a file that flows is set as pages, the same each time, and says how", async () => {
  const bytes = docxOf(
    wordParagraph("Бірінші бет: Әлия Қуанышқызы", "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"),
  )
  const once = await renderPages(pool, typesetPrinter(), { key: "once", mediaType: word, bytes })
  const again = await renderPages(pool, typesetPrinter(), { key: "again", mediaType: word, bytes })
  expect(pagesOf(once.pdf).join("")).toContain("Бірінші бет: Әлия Қуанышқызы")
  expect(Buffer.from(once.pdf).equals(again.pdf)).toBe(true)
  expect(once).toMatchObject({ by: "typeset", hidden: [{ kind: "deleted-text", count: 1, texts: ["gone"] }] })
})

test("words are words: nothing in them is read as markup, and line ends and spaces stay", async () => {
  const text = "#panic() *not bold* $x$ <b>tag</b> @ref \\\\ // no\n  two  spaces"
  const [page = ""] = pagesOf(await printed([{ is: "lines", text }]))
  expect(page).toContain("#panic() *not bold* $x$ <b>tag</b> @ref \\\\ // no\n")
  expect(page.replaceAll("\u00a0", " ")).toContain("two  spaces")
})

test("what is longer or wider than a page is broken, not cut off", async () => {
  const long = "ж".repeat(400)
  const wide = Array.from({ length: 30 }, (_, at) => ({
    pieces: [{ is: "paragraph" as const, runs: [{ text: `w${at}${"x".repeat(30)}` }] }],
  }))
  const pdf = await printed([
    { is: "paragraph", runs: [{ text: long }] },
    { is: "table", rows: [wide] },
  ])
  const document = mupdf.Document.openDocument(pdf, "application/pdf")
  const letters: string[] = []
  for (let at = 0; at < document.countPages(); at += 1)
    document
      .loadPage(at)
      .toStructuredText("")
      .walk({
        onChar: (letter, _origin, _font, _size, quad) => {
          if (quad[2] < 595 - 30 && quad[0] > 30) letters.push(letter)
        },
      })
  expect(letters.filter((letter) => letter === "ж")).toHaveLength(400)
  expect(letters.filter((letter) => letter === "x")).toHaveLength(900)
})

test("a picture, a table with a cell across, a list and a new page are set", async () => {
  const bytes = greyPng(40, 40, (x) => (x < 20 ? 0 : 255))
  const pages = pagesOf(
    await printed([
      { is: "heading", level: 1, runs: [{ text: "Head", bold: true, italic: true }] },
      { is: "picture", picture: { bytes, mediaType: "image/png", width: 40, height: 40 } },
      {
        is: "table",
        rows: [[{ span: 2, head: true, pieces: [{ is: "paragraph", runs: [{ text: "across" }] }] }], [{ pieces: [] }]],
      },
      { is: "rule" },
      { is: "new-page" },
      {
        is: "paragraph",
        marker: "3.",
        indent: 2,
        align: "right",
        runs: [{ text: "third", struck: true, underline: true, raised: true }],
      },
    ]),
  )
  expect(pages).toHaveLength(2)
  expect(pages[0]).toContain("across")
  expect(pages[1]).toMatch(/3\. ?third/)
})

test("letters that our own fonts do not have are told, since they are not seen", async () => {
  const bytes = Buffer.from("письмо 手紙 🙂")
  const { hidden } = await renderPages(pool, typesetPrinter(), { key: "letters", mediaType: "text/plain", bytes })
  expect(hidden).toEqual([{ kind: "undrawn-letter", count: 3, texts: ["手 紙 🙂"] }])
})

test("a page for a browser escapes every word, and asks for nothing", () => {
  const html = pageHtml([
    { is: "paragraph", runs: [{ text: '<script>x()</script><img src="https://example.org">\u202e' }], marker: "<b>" },
  ])
  // Subtle: the page carries its fonts; a failed comparison of it would print megabytes.
  expect(/<script|<img|<b>|\u202e/.test(html)).toBe(false)
  expect(html.includes("&lt;script&gt;x()&lt;/script&gt;")).toBe(true)
  expect(html.includes("default-src 'none'")).toBe(true)
})

test("a printed file's dates are set to one and the same, byte for byte", () => {
  const made = (date: string) => Buffer.from(`/CreationDate (D:${date}+00'00') /ModDate (D:${date}+00'00')`)
  expect(steadyPdf(made("20261125070000"))).toEqual(steadyPdf(made("20240101010101")))
  expect(steadyPdf(made("20261125070000"))).toHaveLength(made("20261125070000").length)
})

test("PDFs and pictures have pages of their own", () => {
  expect(["application/pdf", "image/png", "application/msword"].filter(isRendered)).toEqual([])
})

import { readFileSync } from "node:fs"
import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { pageText } from "../../../main/reading/page-words.ts"
import { startsIn, wholeText } from "../../../main/reading/text.ts"
import { context, demoFile, docx, docxType, openDocument, pdf, xlsxType, zip } from "../../support/reading/documents.ts"

const textOf = async (mediaType: string, bytes: Uint8Array | string) =>
  (await wholeText({ document: openDocument(mediaType, bytes) }, context)).text

test("the text of a PDF is that of its pages, and says where each begins", async () => {
  const pages = ["one", "two"].map((word) => ({ content: `BT /F 20 Tf 10 100 Td (page ${word}) Tj ET` }))
  const { text, pageStarts } = await wholeText({ document: openDocument("application/pdf", pdf(pages)) }, context)
  expect(text).toBe("page one\n\npage two")
  expect(pageStarts.map((start) => text.slice(start, start + 8))).toEqual(["page one", "page two"])
})

test("a long chat keeps its lines whole, and its pages begin where they do", async () => {
  const lines = Array.from({ length: 300 }, (_, line) => `12.03.2017, 09:14 - Айгүл: ${"мен көрдім ".repeat(9)}${line}`)
  const document = openDocument("text/plain", lines.join("\r\n"))
  const { text, pageStarts } = await wholeText({ document }, context)
  expect(text).toBe(lines.join("\n"))
  expect(pageStarts.length).toBeGreaterThan(5)
  const first =
    (await pageText({ document, page: 5 }, context)).lines[0]?.words.map((word) => word.text).join(" ") ?? ""
  expect(text.slice(pageStarts[4]).replace(/\s+/g, " ").startsWith(first)).toBe(true)
})

property.prop([fc.array(fc.string({ unit: fc.constantFrom("a", "б", " ", "\n"), maxLength: 20 }))])(
  "pages that hold all of a text begin in order and leave nothing out",
  (pages) => {
    const text = pages.join("\n")
    const starts = startsIn(
      text,
      pages.map((page) => page.replace(/\s/g, "").length),
    )
    const cut = starts.map((start, index) => text.slice(start, starts[index + 1]).replace(/\s/g, ""))
    expect(cut).toEqual(pages.map((page) => page.replace(/\s/g, "")))
  },
)

test.each([
  ["UTF-16 with its mark", Buffer.from("\ufeffСвидетель Иванова", "utf16le")],
  ["Windows-1251", Buffer.from("D1E2E8E4E5F2E5EBFC20C8E2E0EDEEE2E0", "hex")],
  ["UTF-8 with its mark", Buffer.from("\ufeffСвидетель Иванова")],
])("%s is read", async (_, bytes) => {
  expect(await textOf("text/plain", Uint8Array.from(bytes))).toBe("Свидетель Иванова")
})

test("a page in Windows-1251 is read as it declares, without its scripts", async () => {
  const start = Buffer.from('<html><head><meta charset="windows-1251"><script>var hidden</script></head><body><p>')
  const bytes = Buffer.concat([
    start,
    Buffer.from("C8E2E0EDEEE2E0", "hex"),
    Buffer.from("<br>2 &lt; 3</p></body></html>"),
  ])
  expect(await textOf("text/html", Uint8Array.from(bytes))).toBe("Иванова\n2 < 3")
})

test("a mail is its headers, its body and the names of what is attached", async () => {
  const text = await textOf("message/rfc822", readFileSync(demoFile("letter.eml")))
  expect(text).toContain("From\tYerlan Ospanov <yerlan@aral-dauysy.example>")
  expect(text).toContain("Subject\tОпись вернули, печати сорваны")
  expect(text).toContain("На двух пакетах сорваны печати")
  expect(text).toContain("seal.jpg")
})

test("a mail that has only a web page for its body is read", async () => {
  const mail = "From: a@example.org\r\nTo: b@example.org\r\nContent-Type: text/html\r\n\r\n<p>Meet at <b>noon</b></p>"
  expect(await textOf("message/rfc822", mail)).toContain("Meet at noon")
})

test("every message of a mailbox is read", async () => {
  const message = (word: string) =>
    `From x Mon Oct  2 10:00:00 2017\nFrom: a@example.org\nSubject: ${word}\n\nbody ${word}\n\n`
  const text = await textOf("application/mbox", message("first") + message("second"))
  expect(text).toMatch(/Subject\tfirst\nbody first[\s\S]*Subject\tsecond\nbody second/)
})

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

test("a Word document shows what tracked changes struck out, its comments and its footnotes", async () => {
  const body = `<w:p>${run("kept ")}<w:del><w:r><w:delText>Ivanova</w:delText></w:r></w:del><w:ins>${run("the witness")}</w:ins></w:p>`
  const text = await textOf(
    docxType,
    docx(body, {
      "word/comments.xml": `<w:comments><w:comment w:author="Editor"><w:p>${run("is she named?")}</w:p></w:comment></w:comments>`,
      "word/footnotes.xml": `<w:footnotes><w:footnote><w:p>${run("see annex 3")}</w:p></w:footnote></w:footnotes>`,
    }),
  )
  expect(text).toBe("kept Ivanovathe witness\nFootnotes\nsee annex 3\nComments\nEditor: is she named?")
})

test("cells of a Word table stay apart", async () => {
  const cell = (text: string) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`
  expect(await textOf(docxType, docx(`<w:tbl><w:tr>${cell("a")}${cell("b &amp; c")}</w:tr></w:tbl>`))).toBe("a\tb & c")
})

test("a workbook shows its hidden sheets and says that they are hidden", async () => {
  const book = zip({
    "xl/workbook.xml":
      '<workbook><sheets><sheet name="Open" r:id="r1"/><sheet name="Kept" state="hidden" r:id="r2"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>',
    "xl/sharedStrings.xml": "<sst><si><t>shared</t></si></sst>",
    "xl/worksheets/sheet1.xml":
      '<worksheet><sheetData><row><c r="B1" t="s"><v>0</v></c><c r="C1"><v>7</v></c></row></sheetData></worksheet>',
    "xl/worksheets/sheet2.xml":
      '<worksheet><sheetData><row><c r="A1" t="inlineStr"><is><t>Ivanova</t></is></c></row></sheetData></worksheet>',
  })
  expect(await textOf(xlsxType, book)).toBe("Open\n\tshared\t7\nKept (hidden)\nIvanova")
})

test("slides are read in their order, with the speaker's notes", async () => {
  const slide = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
  const deck = zip({
    "ppt/presentation.xml": "<p:presentation/>",
    "ppt/slides/slide10.xml": slide("last"),
    "ppt/slides/slide2.xml": slide("first"),
    "ppt/slides/_rels/slide2.xml.rels":
      '<Relationships><Relationship Id="r" Target="../notesSlides/notesSlide1.xml"/></Relationships>',
    "ppt/notesSlides/notesSlide1.xml": slide("say nothing of her"),
  })
  const type = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
  expect(await textOf(type, deck)).toBe("1\nfirst\nNotes\nsay nothing of her\n2\nlast")
})

test("an OpenDocument text is read", async () => {
  const document = zip({
    "content.xml": "<office:text><text:h>Title</text:h><text:p>one<text:s text:c='2'/>two</text:p></office:text>",
  })
  expect(await textOf("application/vnd.oasis.opendocument.text", document)).toBe("Title\none  two")
})

test("an office file that unpacks to gigabytes is too large", async () => {
  const bomb = docx("<w:p/>", { "word/media/a.png": "x" })
  // The size that the directory declares, at the end of the file, is what is trusted.
  const view = new DataView(bomb.buffer, bomb.byteOffset)
  const directory = Buffer.from(bomb).lastIndexOf(Buffer.from("PK\x01\x02", "latin1"))
  view.setUint32(directory + 24, 0x7fff_ffff, true)
  await expect(textOf(docxType, bomb)).rejects.toMatchObject({ code: "file-too-large" })
})

test("an office file that is no ZIP inside is broken", async () => {
  await expect(textOf(docxType, "PK\x03\x04 and no more")).rejects.toMatchObject({ code: "file-broken" })
})

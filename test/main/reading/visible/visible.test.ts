import { afterAll, beforeAll, expect, test } from "vitest"
import { type Piece, textOfPieces } from "../../../../main/reading/visible/pieces.ts"
import type { ParserPool } from "../../../../main/workers/pool.ts"
import {
  cell,
  coreProperties,
  docxOf,
  mailOf,
  pptxOf,
  relations,
  smallPicture,
  swollen,
  textShape,
  warcOf,
  wordParagraph,
  xlsxOf,
  zipOf,
} from "../../../support/office-files.ts"
import { makeTestPool } from "../../../support/parser-pool.ts"

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const powerpoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

let pool: ParserPool
beforeAll(() => {
  pool = makeTestPool()
})
afterAll(() => pool.close())

let files = 0
const read = async (mediaType: string, bytes: Uint8Array) => {
  const { pieces, hidden } = await pool.run("visible", { document: { key: `file ${files++}`, mediaType, bytes } })
  const kinds = Object.fromEntries(hidden.map(({ kind, count }) => [kind, count]))
  const notShown = hidden.flatMap(({ texts }) => texts).join("\n")
  return { pieces, text: textOfPieces(pieces), kinds, notShown }
}
const refused = (mediaType: string, bytes: Uint8Array) => expect(read(mediaType, bytes)).rejects

const run = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

test("a Word document shows what its changes make of it, and tells what it keeps to itself", async () => {
  const body = [
    wordParagraph(
      run("Seen "),
      '<w:ins w:author="Dana" w:date="2024-03-05T10:00:00Z"><w:r><w:t>added </w:t></w:r></w:ins>',
      '<w:del w:author="Dana"><w:r><w:delText>struck</w:delText></w:r></w:del>',
      run("vanished", "<w:vanish/>"),
      run("not vanished", '<w:vanish w:val="0"/>'),
      run("by style", '<w:rStyle w:val="Ghost"/>'),
      '<w:r><w:instrText> AUTHOR "Field" </w:instrText></w:r>',
    ),
    `<w:tbl><w:tr><w:tc>${wordParagraph("cell one")}</w:tc><w:tc>${wordParagraph("cell two")}</w:tc></w:tr><w:tr><w:trPr><w:del w:author="X"/></w:trPr><w:tc>${wordParagraph("row gone")}</w:tc></w:tr></w:tbl>`,
    '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Title</w:t></w:r></w:p>',
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>first</w:t></w:r></w:p>',
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>second</w:t></w:r></w:p>',
  ].join("")
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const bytes = docxOf(body, {
    "word/styles.xml": `<w:styles ${space}><w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    "word/numbering.xml": `<w:numbering ${space}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
    "word/comments.xml": `<w:comments ${space}><w:comment w:id="1" w:author="Reviewer">${wordParagraph("a remark")}</w:comment></w:comments>`,
    "word/settings.xml": `<w:settings ${space}><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids></w:settings>`,
    "word/vbaProject.bin": "macro",
    "word/embeddings/book.xlsx": "inside",
    "docProps/core.xml": coreProperties("The Author"),
  })
  const { pieces, text, kinds, notShown } = await read(word, bytes)
  expect(text).toContain("Seen added not vanished")
  expect(text).toContain("cell one\tcell two")
  expect(text).toContain("4) first\n5) second")
  expect(pieces).toContainEqual({ is: "heading", level: 1, runs: [{ text: "Title" }] })
  for (const hidden of ["struck", "row gone", "by style", "a remark", "The Author", "Field"]) {
    expect(text).not.toContain(hidden)
    expect(notShown).toContain(hidden)
  }
  expect(kinds).toMatchObject({
    ...{ "deleted-text": 2, "hidden-text": 2, comment: 1, "field-code": 1, "revision-id": 1 },
    ...{ macro: 1, "embedded-file": 1, "document-property": 1, "change-author": 2 },
  })
})

test("a name space's prefix hides nothing", async () => {
  const bytes = zipOf({
    "word/document.xml": `<q:document xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><q:body><q:p><q:r><q:t>plain</q:t></q:r><q:del><q:r><q:delText>gone</q:delText></q:r></q:del></q:p></q:body></q:document>`,
  })
  const { text, notShown } = await read(word, bytes)
  expect(text).toBe("plain")
  expect(notShown).toContain("gone")
})

test("a picture is drawn as it is cut, and what is said of it is told", async () => {
  const picture = `<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="Picture 1" descr="who it shows"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="p1"/><a:srcRect l="50000"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  const bytes = docxOf(`<w:p>${picture}</w:p>`, {
    "word/_rels/document.xml.rels": relations([
      { id: "p1", type: "image", target: "media/image1.png" },
      { id: "l1", type: "hyperlink", target: "https://example.org/who", external: true },
    ]),
    "word/media/image1.png": smallPicture(),
    "word/media/unused.png": smallPicture(),
  })
  const { pieces, kinds } = await read(word, bytes)
  expect(pieces).toHaveLength(1)
  expect(pieces[0]).toMatchObject({ is: "picture", picture: { mediaType: "image/png", width: 72, height: 72 } })
  expect(kinds).toMatchObject({ "cropped-picture": 1, "alt-text": 1, "unused-picture": 1, "link-address": 1 })
})

test("a workbook shows its visible cells as they look, under letters and numbers", async () => {
  const rows = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="2">${cell("A2", "open")}${cell("C2", "in a hidden column")}<c r="D2" s="1"><v>45356.5</v></c></row><row r="3" hidden="1">${cell("A3", "in a hidden row")}</row><row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4"><f>SUM(1,2)</f><v>3</v></c></row></sheetData>`
  const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const bytes = xlsxOf(
    [
      { name: "Open", inside: rows },
      {
        name: "Shut",
        state: "veryHidden",
        inside: `<sheetData><row>${cell("A1", "on a hidden sheet")}</row></sheetData>`,
      },
    ],
    {
      "xl/sharedStrings.xml": `<sst ${space}><si><t>shared</t></si><si><t>shown nowhere</t></si></sst>`,
      "xl/styles.xml": `<styleSheet ${space}><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
      "xl/pivotCache/pivotCacheRecords1.xml": `<pivotCacheRecords ${space}><r><s v="in the cache"/></r></pivotCacheRecords>`,
    },
  )
  const { text, kinds, notShown } = await read(excel, bytes)
  expect(text).toContain("Open\n\tA\tB\tD\n2\topen\t\t2024-03-05 12:00\n4\tshared\t3\t")
  for (const hidden of [
    "in a hidden column",
    "in a hidden row",
    "on a hidden sheet",
    "shown nowhere",
    "in the cache",
  ]) {
    expect(text).not.toContain(hidden)
    expect(notShown).toContain(hidden)
  }
  expect(kinds).toMatchObject({ formula: 1, "hidden-column": 1, "hidden-row": 1, "pivot-cache": 1, "unused-text": 1 })
})

test("a sheet wider than a page goes on below, so that no column is cut off", async () => {
  const cells = Array.from({ length: 60 }, (_, at) => `<c t="inlineStr"><is><t>value ${at}</t></is></c>`).join("")
  const { pieces, text } = await read(
    excel,
    xlsxOf([{ name: "Wide", inside: `<sheetData><row r="1">${cells}</row></sheetData>` }]),
  )
  const widest = Math.max(...pieces.map((piece: Piece) => (piece.is === "table" ? (piece.rows[0]?.length ?? 0) : 0)))
  expect(widest).toBeLessThan(16)
  expect(text).toContain("value 59")
})

test("slides are shown without their notes, and a skipped slide is not shown", async () => {
  const bytes = pptxOf([
    { inside: textShape("on the slide"), notes: "for the speaker" },
    { inside: textShape("skipped words"), skipped: true },
  ])
  const { text, kinds, notShown } = await read(powerpoint, bytes)
  expect(text).toContain("on the slide")
  expect(text).not.toMatch(/speaker|skipped/)
  expect(notShown).toMatch(/for the speaker[\s\S]*skipped words/)
  expect(kinds).toMatchObject({ "slide-notes": 1, "hidden-slide": 1 })
})

test("a mail shows who, when, what and the list of what is attached; the rest is told", async () => {
  const bytes = mailOf([
    "Received: from host.invalid by relay.invalid",
    "Message-ID: <1@host.invalid>",
    "References: <0@host.invalid>",
    "X-Originating-IP: 10.0.0.1",
    "From: Dana <dana@example.org>",
    "To: Aida <aida@example.org>",
    "Date: Tue, 5 Mar 2024 10:00:00 +0500",
    "Subject: Meeting",
    "Bcc: quiet@example.org",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="m"',
    "",
    "--m",
    'Content-Type: multipart/alternative; boundary="a"',
    "",
    "--a",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "the plain twin",
    "--a",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(
      '<p>the <b>shown</b> one</p><p style="display:none">unseen</p><a href="https://example.org/?to=aida">here</a>',
    ).toString("base64"),
    "--a--",
    "--m",
    "Content-Type: message/rfc822",
    "",
    "From: Inner <inner@example.org>",
    "Subject: nested",
    "",
    "nested words",
    "--m--",
  ])
  const { text, kinds, notShown } = await read("message/rfc822", bytes)
  expect(text).toContain("From\tDana <dana@example.org>")
  expect(text).toContain("the shown one")
  for (const hidden of ["the plain twin", "unseen", "quiet@example.org", "nested words", "10.0.0.1", "?to=aida"]) {
    expect(text).not.toContain(hidden)
    expect(notShown).toContain(hidden)
  }
  expect(kinds).toMatchObject({ attachment: 1, "mail-alternative": 1, "mail-threading": 4, "hidden-text": 1 })
})

const page =
  '<!doctype html><head><title>tab</title><style>.x{display:none}</style></head><body onload="go()"><h1>Head &mdash; line</h1><script>secret()</script><p>words<p class=x>hidden by style</p><img src="https://example.org/a.png" alt="who"><ul><li>one<li>two</ul><table><tr><th>a<th>b<tr><td>c<td>d</table><!-- note --><noscript>without</noscript><input type=hidden value=token></body>'

test("a web page shows its words; scripts, addresses and what is said of pictures are told", async () => {
  const { pieces, text, kinds, notShown } = await read("text/html", Buffer.from(page))
  expect(pieces[0]).toEqual({ is: "heading", level: 1, runs: [{ text: "Head — line" }] })
  expect(text).toContain("words\n• one\n• two\na\tb\nc\td")
  for (const hidden of ["hidden by style", "secret()", "who", "note", "without", "token", "tab", "go()"]) {
    expect(text).not.toContain(hidden)
    expect(notShown).toContain(hidden)
  }
  expect(kinds).toMatchObject({ "remote-picture": 1, "alt-text": 1, script: 3, "code-comment": 1 })
})

test("a capture shows the page that was answered, not where it came from", async () => {
  const { text, notShown } = await read(
    "application/warc",
    warcOf("https://example.org/who", page, "WARC-IP-Address: 10.9.8.7\r\n"),
  )
  expect(text).toContain("Head — line")
  expect(text).not.toMatch(/example\.org|10\.9\.8\.7/)
  expect(notShown).toMatch(/example\.org\/who[\s\S]*10\.9\.8\.7|10\.9\.8\.7[\s\S]*example\.org\/who/)
})

test("an exported chat becomes a transcript", async () => {
  const chat =
    "[05.03.2024, 14:07:31] Дана: Сәлем\n[05.03.2024, 14:08:02] Aida: line one\nline two\n[06.03.2024, 09:00:00] Дана: tomorrow\n"
  const { pieces, text } = await read("text/plain", Buffer.from(chat))
  expect(pieces.filter(({ is }) => is === "heading")).toHaveLength(2)
  expect(text).toContain("14:07:31  Дана: Сәлем")
  expect(text).toContain("line one\nline two")
})

test("broken, self-multiplying and swollen files are refused in words", async () => {
  await refused(word, zipOf({ "word/document.xml": "<w:document><w:p>" })).toMatchObject({ code: "file-broken" })
  const entities = '<!DOCTYPE d [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'
  await refused(word, zipOf({ "word/document.xml": entities })).toMatchObject({ code: "file-broken" })
  await refused(word, Buffer.from("PK\u0003\u0004 no zip")).toMatchObject({ code: "file-broken" })
  const deep = `${"<w:sdt>".repeat(2000)}${"</w:sdt>".repeat(2000)}`
  await refused(word, docxOf(deep)).toMatchObject({ code: "file-broken" })
  await refused(word, swollen(docxOf(wordParagraph("x")), 300 * 1024 * 1024)).toMatchObject({ code: "file-too-large" })
  await refused(word, docxOf(wordParagraph("долго ".repeat(850_000)))).toMatchObject({ code: "file-too-large" })
  await refused("application/warc", Buffer.from("WARC/1.0\r\nContent-Length: -4\r\n\r\n")).toMatchObject({
    code: "file-broken",
  })
})

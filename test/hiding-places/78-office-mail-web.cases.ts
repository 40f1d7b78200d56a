/** Places 78 to 82: a name in an office file, a mail or a web page, where no page shows it. Files are stored, not deflated. */
import { renderPages } from "../../main/redaction/print/rendering.ts"
import { typesetPrinter } from "../../main/redaction/print/typeset-pages.ts"
import {
  cell,
  coreProperties,
  docxOf,
  greyPng,
  mailOf,
  pptxOf,
  spaces,
  textShape,
  warcOf,
  wordParagraph,
  xlsxOf,
} from "../support/office-files.ts"
import type { CaseTools, Hidden, HidingCase, MadeFile } from "./hiding-case.ts"
import { everything } from "./prove-cases.ts"

const keeps = "Вечером"
const word = (bytes: Uint8Array): MadeFile => ({ name: "letter.docx", bytes })
const book = (bytes: Uint8Array): MadeFile => ({ name: "book.xlsx", bytes })
const deck = (bytes: Uint8Array): MadeFile => ({ name: "deck.pptx", bytes })
const mail = (lines: readonly string[]): MadeFile => ({ name: "letter.eml", bytes: mailOf(lines) })
const text = (name: string, source: string): MadeFile => ({ name, bytes: Buffer.from(source) })

/** The way of such files: pages are made, and those are redacted. */
const asPages = async (file: MadeFile, _hidden: unknown, tools: CaseTools): Promise<MadeFile> => {
  const head = file.bytes.subarray(0, 65_536)
  const { mediaType } = await tools.pool.run("sniff", { head, tail: file.bytes.subarray(-65_536) })
  const document = { key: `office ${made++}`, mediaType, bytes: file.bytes }
  const { pdf } = await renderPages(tools.pool, typesetPrinter(), document)
  return await tools.redact({ name: "pages.pdf", bytes: pdf })
}
let made = 0

type Case = Omit<HidingCase, "writer" | "keeps" | "redact">
const all = (writer: string, cases: readonly Case[]): HidingCase[] =>
  cases.map((one) => ({ ...one, writer, keeps, redact: asPages }))

const sentence = "Вечером все соседи уже спали, и никто ничего не слышал до самого утра"
const line = wordParagraph(sentence)
const openRows = `<sheetData>${[1, 2, 3].map((row) => `<row r="${row}">${cell(`A${row}`, sentence)}</row>`).join("")}</sheetData>`
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const inWord = all("OOXML parts", [
  {
    ...{ place: 78, name: "DOCX shown text" },
    make: ({ written }) => word(docxOf(line + wordParagraph(`и ${written} спала`))),
  },
  {
    ...{ place: 78, name: "DOCX tracked deletion" },
    make: ({ written }) =>
      word(docxOf(line + wordParagraph(`<w:del w:author="X"><w:r><w:delText>${written}</w:delText></w:r></w:del>`))),
  },
  {
    ...{ place: 78, name: "DOCX author of a change" },
    make: ({ written }) =>
      word(docxOf(line + wordParagraph(`<w:ins w:author="${written}"><w:r><w:t>ja</w:t></w:r></w:ins>`))),
  },
  {
    ...{ place: 78, name: "DOCX comment" },
    make: ({ written }) =>
      word(
        docxOf(line, {
          "word/comments.xml": `<w:comments ${main}><w:comment w:id="0" w:author="X">${wordParagraph(written)}</w:comment></w:comments>`,
        }),
      ),
  },
  {
    ...{ place: 78, name: "DOCX vanish" },
    make: ({ written }) =>
      word(docxOf(line + wordParagraph(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>${written}</w:t></w:r>`))),
  },
  {
    ...{ place: 78, name: "DOCX rsid, document variable" },
    make: ({ written }) =>
      word(
        docxOf(line.replaceAll("<w:p>", '<w:p w:rsidR="00AB12CD">'), {
          "word/settings.xml": `<w:settings ${main}><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:docVars><w:docVar w:name="n" w:val="${written}"/></w:docVars></w:settings>`,
        }),
      ),
  },
  {
    ...{ place: 78, name: "DOCX docProps" },
    make: ({ written }) => word(docxOf(line, { "docProps/core.xml": coreProperties(written) })),
  },
])

const inSheet = all("OOXML parts", [
  {
    ...{ place: 79, name: "XLSX hidden sheet" },
    make: ({ written }) =>
      book(
        xlsxOf([
          { name: "Open", inside: openRows },
          { name: "Shut", state: "hidden", inside: `<sheetData><row>${cell("A1", written)}</row></sheetData>` },
        ]),
      ),
  },
  {
    ...{ place: 79, name: "XLSX pivot cache" },
    make: ({ written }) =>
      book(
        xlsxOf([{ name: "Open", inside: openRows }], {
          "xl/pivotCache/pivotCacheRecords1.xml": `<pivotCacheRecords ${spaces.x}><r><s v="${written}"/></r></pivotCacheRecords>`,
        }),
      ),
  },
])

const cropped = (name: string): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="4" name="${name}"/></p:nvPicPr><p:blipFill><a:blip r:embed="p1"/><a:srcRect r="50000"/></p:blipFill></p:pic>`

const inSlides = all("OOXML parts", [
  {
    ...{ place: 80, name: "PPTX notes" },
    make: ({ written }) => deck(pptxOf([{ inside: textShape(sentence), notes: written }])),
  },
  {
    ...{ place: 80, name: "PPTX cropped original, its file's name" },
    make: ({ written }) => {
      const picture = greyPng(64, 32, (x) => (x < 32 ? 200 : 20))
      const related = [{ id: "p1", type: "image", target: "../media/image1.png" }]
      // A picture program's own mark stands after the pixels, as in many originals.
      const marked = new Uint8Array(Buffer.concat([picture, Buffer.from(written)]))
      const inside = textShape(sentence) + cropped(`C:\\${written}.png`)
      return deck(pptxOf([{ inside, related }], { "ppt/media/image1.png": marked }))
    },
  },
])

const plainMail = (headers: readonly string[], body: readonly string[]): MadeFile =>
  mail([
    "From: Ayan <a@example.org>",
    "To: b@example.org",
    "Date: Tue, 5 Mar 2024 10:00:00 +0500",
    "Subject: x",
    "MIME-Version: 1.0",
    ...headers,
    "",
    ...body,
  ])
const utf8 = "Content-Type: text/plain; charset=utf-8"

const inMail = all("raw MIME", [
  {
    ...{ place: 81, name: "mail header" },
    make: ({ written }) => plainMail([utf8, `X-Sender-Name: ${written}`], [sentence]),
  },
  {
    ...{ place: 81, name: "mail threading" },
    make: ({ written }) => plainMail([utf8, `References: <${written}@host.invalid>`], [sentence]),
  },
  {
    ...{ place: 81, name: "mail alternative in base64" },
    make: ({ written }) =>
      plainMail(
        ['Content-Type: multipart/alternative; boundary="a"', `X-Twin: ${written}`],
        [
          ...["--a", utf8, "Content-Transfer-Encoding: base64", "", Buffer.from(written).toString("base64")],
          ...["--a", "Content-Type: text/html; charset=utf-8", "", `<p>${sentence}</p>`, "--a--"],
        ],
      ),
  },
  {
    ...{ place: 81, name: "nested message" },
    make: ({ written }) =>
      plainMail(
        ['Content-Type: multipart/mixed; boundary="a"'],
        [
          "--a",
          utf8,
          "",
          sentence,
          "--a",
          "Content-Type: message/rfc822",
          "",
          `Subject: ${written}`,
          "",
          written,
          "--a--",
        ],
      ),
  },
])

const page = (inside: string): MadeFile =>
  text(
    "page.html",
    `<!doctype html><html><head><meta charset="utf-8"></head><body><p>${sentence}</p>${inside}</body></html>`,
  )

const inWeb = all("raw HTML", [
  {
    ...{ place: 82, name: "HTML shown text" },
    make: ({ written }) => page(`<p>и ${written} тоже</p>`),
  },
  {
    ...{ place: 82, name: "HTML link address" },
    make: ({ written }) => page(`<a href="https://example.org/${written}">здесь</a>`),
  },
  { ...{ place: 82, name: "HTML alt" }, make: ({ written }) => page(`<img src="a.png" alt="${written}">`) },
  { ...{ place: 82, name: "HTML script" }, make: ({ written }) => page(`<script>var who = "${written}"</script>`) },
  {
    ...{ place: 82, name: "HTML hidden by style" },
    make: ({ written }) => page(`<style>.x{display:none}</style><p class="x">${written}</p>`),
  },
  {
    ...{ place: 82, name: "WARC address and headers" },
    make: ({ written }) => ({
      name: "page.warc",
      bytes: warcOf(`https://example.org/${written}`, `<!doctype html><p>${sentence}`, `WARC-Operator: ${written}\r\n`),
    }),
  },
])

/** Every place by itself. */
export const singleCases: readonly HidingCase[] = [...inWord, ...inSheet, ...inSlides, ...inMail, ...inWeb]

const comment = (written: string) =>
  `<w:comments ${main}><w:comment w:id="0" w:author="${written}">${wordParagraph(written)}</w:comment></w:comments>`

/** The same places, all of a kind in one file: pages cost more than places. */
const joined = all("all parts at once", [
  {
    ...{ place: 78, name: "DOCX changes, comments, vanish, variables, docProps" },
    make: ({ written }) =>
      word(
        docxOf(
          `${line}<w:p><w:ins w:author="${written}"><w:r><w:t>да</w:t></w:r></w:ins><w:del w:author="${written}"><w:r><w:delText>${written}</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>${written}</w:t></w:r></w:p>`,
          {
            "word/comments.xml": comment(written),
            "word/settings.xml": `<w:settings ${main}><w:docVars><w:docVar w:name="n" w:val="${written}"/></w:docVars></w:settings>`,
            "docProps/core.xml": coreProperties(written),
          },
        ),
      ),
  },
  {
    ...{ place: 79, name: "XLSX hidden sheet, pivot cache" },
    make: ({ written }) =>
      book(
        xlsxOf(
          [
            { name: "Open", inside: openRows },
            { name: "Shut", state: "hidden", inside: `<sheetData><row>${cell("A1", written)}</row></sheetData>` },
          ],
          {
            "xl/pivotCache/pivotCacheRecords1.xml": `<pivotCacheRecords ${spaces.x}><r><s v="${written}"/></r></pivotCacheRecords>`,
          },
        ),
      ),
  },
  {
    ...{ place: 80, name: "PPTX notes, cropped original" },
    make: ({ written }) => {
      const related = [{ id: "p1", type: "image", target: "../media/image1.png" }]
      const marked = new Uint8Array(Buffer.concat([greyPng(64, 32, (x) => (x < 32 ? 200 : 20)), Buffer.from(written)]))
      const slide = { inside: textShape(sentence) + cropped(`C:\\${written}.png`), notes: written, related }
      return deck(pptxOf([slide], { "ppt/media/image1.png": marked }))
    },
  },
  {
    ...{ place: 81, name: "mail headers, threading, alternative, nested message" },
    make: ({ written }) =>
      plainMail(
        [
          'Content-Type: multipart/mixed; boundary="m"',
          `X-Sender-Name: ${written}`,
          `References: <${written}@host.invalid>`,
        ],
        [
          ...["--m", 'Content-Type: multipart/alternative; boundary="a"', ""],
          ...["--a", utf8, "Content-Transfer-Encoding: base64", "", Buffer.from(written).toString("base64")],
          ...["--a", "Content-Type: text/html; charset=utf-8", "", `<p>${sentence}</p>`, "--a--"],
          ...["--m", "Content-Type: message/rfc822", "", `Subject: ${written}`, "", written, "--m--"],
        ],
      ),
  },
  {
    ...{ place: 82, name: "HTML shown text, addresses, alt, scripts" },
    make: ({ written }) =>
      page(
        `<p>и ${written} тоже</p><style>.x{display:none}</style><p class="x">${written}</p><a href="https://example.org/${written}">здесь</a><img src="a.png" alt="${written}"><script>var who = "${written}"</script>`,
      ),
  },
  ...singleCases
    .filter(({ name }) => name.startsWith("WARC"))
    .map((one) => ({ place: one.place, name: one.name, make: (hidden: Hidden) => one.make(hidden) })),
])

export const cases: readonly HidingCase[] = everything ? singleCases : joined

/** Places 43 to 55: a name in what belongs to the whole document, in its history and around it. */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import { PDFDocument, PDFHexString, PDFName } from "pdf-lib"
import type { HidingCase, MadeFile } from "./hiding-case.ts"
import { joined, textString } from "./pdf-syntax.ts"
import { line, stripOf, toUnicodeMap } from "./strip.ts"

const raw = "raw syntax"
const keeps = "Вечером"
const file = (bytes: Uint8Array): MadeFile => ({ name: "page.pdf", bytes })
const below = line("ничего", 20, 14)
const packed = (text: string): { entries: string; data: Uint8Array } => ({
  entries: "/Filter/FlateDecode",
  data: deflateSync(Buffer.from(text)),
})

/** Runs qpdf on a file; its options stand before the file names. */
const qpdf = (bytes: Uint8Array, options: readonly string[]): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), "saqta-case-"))
  try {
    writeFileSync(join(folder, "in.pdf"), bytes)
    execFileSync("qpdf", [...options, join(folder, "in.pdf"), join(folder, "out.pdf")])
    return readFileSync(join(folder, "out.pdf"))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const byPdfLib = async (change: (pdf: PDFDocument) => void | Promise<void>): Promise<MadeFile> => {
  const pdf = await PDFDocument.load(stripOf({ contents: below }), { updateMetadata: false })
  await change(pdf)
  return file(await pdf.save({ useObjectStreams: true }))
}

/** A later save that replaces the page's contents and leaves the earlier ones where they were. */
const savedAgain = (before: Uint8Array, contents: string): Uint8Array => {
  const start = /startxref\n(\d+)/u.exec(Buffer.from(before).toString("latin1"))?.[1] ?? "0"
  const object = `4 0 obj\n<</Length ${contents.length}>>\nstream\n${contents}\nendstream\nendobj\n`
  const table = before.length + object.length
  const xref = `xref\n4 1\n${String(before.length).padStart(10, "0")} 00000 n \n`
  return joined(before, object, `${xref}trailer\n<</Size 10/Root 1 0 R/Prev ${start}>>\nstartxref\n${table}\n%%EOF\n`)
}

export const cases: readonly HidingCase[] = [
  {
    ...{ place: 43, name: "author", writer: "pdf-lib", keeps },
    make: ({ written }) => byPdfLib((pdf) => pdf.setAuthor(written)),
  },
  {
    ...{ place: 43, name: "a key of its own in the information", writer: raw, keeps },
    make: ({ written }) =>
      file(stripOf({ contents: below, trailer: "/Info 10 0 R", objects: [`<</Prepared ${textString(written)}>>`] })),
  },
  {
    ...{ place: 44, name: "XMP", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: below,
          catalog: "/Metadata 10 0 R",
          objects: [
            {
              entries: "/Type/Metadata/Subtype/XML",
              data: Buffer.from(
                `<?xpacket begin=''?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:li>${written}</rdf:li></x:xmpmeta>`,
              ),
            },
          ],
        }),
      ),
  },
  {
    ...{ place: 44, name: "XMP with letters as entities, packed", writer: raw, keeps },
    make: ({ written }) => {
      const entities = Array.from(written, (letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`).join("")
      return file(
        stripOf({ contents: below, catalog: "/Metadata 10 0 R", objects: [packed(`<rdf:li>${entities}</rdf:li>`)] }),
      )
    },
  },
  {
    ...{ place: 45, name: "an application's own data", writer: "pdf-lib", keeps },
    make: ({ written }) =>
      byPdfLib((pdf) => {
        const data = pdf.context.obj({ Private: PDFHexString.fromText(written) })
        pdf.catalog.set(PDFName.of("PieceInfo"), pdf.context.obj({ Illustrator: data }))
      }),
  },
  {
    ...{ place: 46, name: "an outline", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: below,
          catalog: "/Outlines 10 0 R",
          objects: [
            "<</Type/Outlines/First 11 0 R/Last 11 0 R/Count 1>>",
            `<</Title ${textString(written)}/Parent 10 0 R/Dest[3 0 R/Fit]>>`,
          ],
        }),
      ),
  },
  {
    ...{ place: 47, name: "an attached text", writer: "pdf-lib", keeps },
    make: ({ written }) => byPdfLib((pdf) => pdf.attach(Buffer.from(`Список: ${written}`), "list.txt")),
  },
  {
    ...{ place: 47, name: "the name of an attached file", writer: "pdf-lib", keeps },
    make: ({ written }) => byPdfLib((pdf) => pdf.attach(Buffer.from("x"), `${written}.txt`)),
  },
  {
    ...{ place: 47, name: "a PDF attached to an attached PDF", writer: "pdf-lib", keeps },
    make: async ({ written }) => {
      const inner = await byPdfLib((pdf) => pdf.attach(stripOf({ contents: line(written, 20, 14) }), "inner.pdf"))
      return await byPdfLib((pdf) => pdf.attach(inner.bytes, "outer.pdf"))
    },
  },
  {
    ...{ place: 48, name: "JavaScript on opening", writer: raw, keeps },
    make: ({ written }) => {
      const escaped = Array.from(
        written,
        (letter) => `\\\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
      ).join("")
      return file(
        stripOf({
          contents: below,
          catalog: "/OpenAction 10 0 R",
          objects: [`<</S/JavaScript/JS(var who = "${escaped}";)>>`],
        }),
      )
    },
  },
  {
    ...{ place: 48, name: "JavaScript on printing, as a stream", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: below,
          catalog: "/AA<</WP<</S/JavaScript/JS 10 0 R>>>>",
          objects: [packed(`// ${written}\n`)],
        }),
      ),
  },
  {
    ...{ place: 49, name: "a named destination", writer: raw, keeps },
    make: ({ written }) =>
      file(stripOf({ contents: below, catalog: `/Names<</Dests<</Names[${textString(written)}[3 0 R/Fit]]>>>>` })),
  },
  {
    ...{ place: 49, name: "a page label", writer: raw, keeps },
    make: ({ written }) =>
      file(stripOf({ contents: below, catalog: `/PageLabels<</Nums[0<</P ${textString(written)}>>]>>` })),
  },
  {
    ...{ place: 50, name: "an output intent, a thread and a collection", writer: raw, keeps },
    make: ({ written }) => {
      const third = Math.ceil(written.length / 3)
      const said = textString(written)
      return file(
        stripOf({
          contents: below,
          catalog: `/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier ${said}>>]/Threads[10 0 R]/Collection<</Schema<</A<</Subtype/S/N ${said}>>>>>>`,
          objects: [
            `<</I<</Title ${textString(written.slice(0, third) + written.slice(third))}>>/F 11 0 R>>`,
            "<</P 3 0 R/R[0 0 9 9]>>",
          ],
        }),
      )
    },
  },
  {
    ...{ place: 51, name: "an earlier version of the page", writer: raw, keeps },
    make: ({ written }) => {
      const before = stripOf({ contents: line(written, 20, 14) })
      return file(savedAgain(before, line("Вечером дома было тихо", 20, 46) + below))
    },
  },
  {
    ...{ place: 52, name: "an object that nothing refers to", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: below, objects: [packed(`(${written})`)] })),
  },
  {
    ...{ place: 52, name: "an object that no table knows", writer: raw, keeps },
    make: ({ written }) => {
      const lost = deflateSync(Buffer.from(written, "utf16le"))
      const whole = stripOf({ contents: below })
      const comment = joined("99 0 obj\n<</Length 1/Filter/FlateDecode>>\nstream\n", lost, "\nendstream\nendobj\n")
      return file(joined(whole, comment))
    },
  },
  {
    ...{ place: 52, name: "bytes after the end", writer: raw, keeps },
    make: ({ written }) => file(joined(stripOf({ contents: below }), Buffer.from(`\n${written}\n`))),
  },
  {
    ...{ place: 53, name: "identifier, producer and dates", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: below,
          trailer: `/ID[<${Buffer.from(written).toString("hex")}><00>]/Info<</Producer ${textString(`${written} 1.0`)}/CreationDate(D:20260101)>>`,
        }),
      ),
  },
  {
    ...{ place: 54, name: "a font's name", writer: raw, keeps },
    make: ({ written }) => {
      const name = Array.from(Buffer.from(written), (byte) => `#${byte.toString(16)}`).join("")
      return file(
        stripOf({ contents: below, fonts: "/G 10 0 R", objects: [`<</Type/Font/Subtype/Type1/BaseFont/${name}>>`] }),
      )
    },
  },
  {
    ...{ place: 54, name: "a map to Unicode that spells the name", writer: raw, keeps },
    make: ({ written }) => {
      const map = toUnicodeMap((letter) => (letter === "@" ? written : letter))
      return file(stripOf({ contents: `${below} ${line("@", 200, 14)}`, map }))
    },
  },
  {
    ...{ place: 55, name: "encrypted with an owner's password only", writer: "qpdf", keeps },
    make: ({ written }) =>
      file(qpdf(stripOf({ contents: line(written, 20, 14) }), ["--encrypt", "", "owner", "256", "--"])),
  },
  {
    ...{ place: 55, name: "packed into object streams", writer: "qpdf", keeps },
    make: ({ written }) =>
      file(
        qpdf(stripOf({ contents: below, trailer: "/Info 10 0 R", objects: [`<</Subject ${textString(written)}>>`] }), [
          "--object-streams=generate",
          "--compress-streams=y",
        ]),
      ),
  },
]

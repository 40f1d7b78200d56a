/** Places 56 to 63: a name in annotations and forms. */
import { PDFDocument } from "pdf-lib"
import type { HidingCase, MadeFile } from "./hiding-case.ts"
import { textString } from "./pdf-syntax.ts"
import { line, stripOf } from "./strip.ts"

const raw = "raw syntax"
const keeps = "Вечером"
const file = (bytes: Uint8Array): MadeFile => ({ name: "page.pdf", bytes })
const below = line("ничего", 20, 14)
const withAnnotations = (
  annotations: readonly string[],
  objects: Parameters<typeof stripOf>[0]["objects"] = [],
): MadeFile => file(stripOf({ contents: below, page: `/Annots[${annotations.join(" ")}]`, objects }))
const appearance = (contents: string) => ({
  entries: "/Type/XObject/Subtype/Form/BBox[0 0 180 30]/Resources<</Font<</F 5 0 R>>>>",
  data: contents,
})
/** A form of one field: object 10, which is its widget too. */
const withField = (field: string, form = ""): MadeFile =>
  file(
    stripOf({
      contents: below,
      page: "/Annots[10 0 R]",
      catalog: `/AcroForm<</Fields[10 0 R]${form}>>`,
      objects: [`<</Type/Annot/Subtype/Widget/Rect[200 5 310 30]/P 3 0 R${field}>>`],
    }),
  )

export const cases: readonly HidingCase[] = [
  {
    ...{ place: 56, name: "a sticky note", writer: raw, keeps },
    make: ({ written }) =>
      withAnnotations([
        `<</Type/Annot/Subtype/Text/Rect[280 10 300 30]/T ${textString("x")}/Contents ${textString(written)}>>`,
      ]),
  },
  {
    ...{ place: 56, name: "a highlight's popup, its author", writer: raw, keeps },
    make: ({ written }) =>
      withAnnotations(
        ["10 0 R", "11 0 R"],
        [
          `<</Type/Annot/Subtype/Highlight/Rect[20 10 80 30]/QuadPoints[20 30 80 30 20 10 80 10]/T ${textString(written)}/RC ${textString(`<p>${written}</p>`)}/Popup 11 0 R>>`,
          "<</Type/Annot/Subtype/Popup/Rect[100 10 200 30]/Parent 10 0 R>>",
        ],
      ),
  },
  {
    ...{ place: 57, name: "free text with an appearance", writer: raw, keeps },
    make: ({ written }) =>
      withAnnotations(
        [
          `<</Type/Annot/Subtype/FreeText/Rect[130 4 310 34]/DA(/F 12 Tf)/Contents ${textString("x")}/AP<</N 10 0 R>>/F 4>>`,
        ],
        [appearance(line(written, 4, 8))],
      ),
  },
  {
    ...{ place: 57, name: "a stamp", writer: raw, keeps },
    make: ({ written }) =>
      withAnnotations(
        ["<</Type/Annot/Subtype/Stamp/Rect[130 4 310 34]/Name/Approved/AP<</N 10 0 R>>/F 4>>"],
        [appearance(`0.5 g ${line(written, 4, 8)}`)],
      ),
  },
  {
    ...{ place: 58, name: "a hidden annotation's appearance", writer: raw, keeps },
    make: ({ written }) =>
      withAnnotations(
        ["<</Type/Annot/Subtype/Stamp/Rect[130 4 310 34]/AP<</N 10 0 R>>/F 2>>"],
        [appearance(line(written, 4, 8))],
      ),
  },
  {
    ...{ place: 59, name: "a link's address", writer: raw, keeps },
    make: ({ written }) =>
      withAnnotations([
        `<</Type/Annot/Subtype/Link/Rect[20 5 120 30]/A<</S/URI/URI(https://example.org/?who=${encodeURIComponent(written)})>>>>`,
      ]),
  },
  {
    ...{ place: 60, name: "a field's value, shown", writer: "pdf-lib", keeps },
    // The standard fonts of forms know no Cyrillic.
    forms: ["latin", "romanised"],
    make: async ({ written }) => {
      const pdf = await PDFDocument.load(stripOf({ contents: below }), { updateMetadata: false })
      const field = pdf.getForm().createTextField("field")
      field.setText(written)
      field.addToPage(pdf.getPage(0), { x: 140, y: 6, width: 160, height: 26 })
      return file(await pdf.save())
    },
  },
  ...(["V", "DV", "TU", "T", "TM"] as const).map(
    (key): HidingCase => ({
      ...{ place: 60, name: `/${key} of a field`, writer: raw, keeps },
      make: ({ written }) =>
        withField(
          `/FT/Tx${key === "T" ? "" : "/T(field)"}/${key} ${textString(written)}/F 2`,
          "/NeedAppearances false",
        ),
    }),
  ),
  {
    ...{ place: 60, name: "XFA", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: below,
          catalog: "/AcroForm<</Fields[]/XFA[(datasets)10 0 R]>>",
          objects: [{ entries: "", data: Buffer.from(`<xfa:datasets><who>${written}</who></xfa:datasets>`) }],
        }),
      ),
  },
  {
    ...{ place: 61, name: "who signed, and why", writer: raw, keeps },
    make: ({ written }) =>
      withField(
        `/FT/Sig/T(sign)/V<</Type/Sig/Filter/Adobe.PPKLite/Name ${textString("x")}/Reason ${textString(written)}>>`,
      ),
  },
  {
    ...{ place: 61, name: "a certificate in a signature", writer: raw, keeps },
    make: ({ written }) => {
      const name = Buffer.from(written)
      // The part of a certificate that names its holder: CN as a UTF-8 string.
      const subject = Buffer.concat([
        Buffer.from([0x30, name.length + 9, 0x06, 3, 0x55, 4, 3, 0x0c, name.length]),
        name,
      ])
      return withField(
        `/FT/Sig/T(sign)/V<</Type/Sig/SubFilter/adbe.pkcs7.detached/Contents<${subject.toString("hex")}0000>>>`,
      )
    },
  },
  {
    ...{ place: 62, name: "an earlier redaction's overlay text", writer: raw, keeps },
    make: ({ written }) =>
      withAnnotations([
        `<</Type/Annot/Subtype/Redact/Rect[20 5 120 30]/OverlayText ${textString(written)}/IC[0 0 0]/DA(/F 8 Tf)>>`,
      ]),
  },
  {
    ...{ place: 62, name: "a redaction that was marked and never applied", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: line(written, 20, 14),
          page: "/Annots[<</Type/Annot/Subtype/Redact/Rect[16 6 180 32]/IC[0 0 0]/AP<</N 10 0 R>>/F 4>>]",
          objects: [{ entries: "/Type/XObject/Subtype/Form/BBox[0 0 164 26]", data: "0 g 0 0 164 26 re f" }],
        }),
      ),
  },
  {
    ...{ place: 63, name: "a clip's title and its file", writer: raw, keeps },
    make: ({ written }) =>
      withAnnotations(
        [`<</Type/Annot/Subtype/Screen/Rect[200 5 300 30]/T ${textString(written)}/A<</S/Rendition/OP 0/R 10 0 R>>>>`],
        [
          `<</Type/Rendition/S/MR/N ${textString(written)}/C<</Type/MediaClip/S/MCD/CT(video/mp4)/D<</Type/Filespec/UF ${textString(`${written}.mp4`)}>>>>>>`,
        ],
      ),
  },
]

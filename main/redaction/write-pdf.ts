/**
 * A PDF/A-2b of page images with an invisible text layer in reading order, and nothing else: no Info, no dates, no producer;
 * metadata and identifier are the same in every copy (pdf-a.ts). The same pages give the same bytes.
 *
 *   1 catalog · 2 page tree · 3 font (Type0, Identity-H) · 4 its descendant · 5 descriptor · 6 ToUnicode
 *   7 sRGB profile · 8 XMP · 9 structure root · 10 document element
 *   then for each page: page, contents, image, where stamped the stamp's image, and one element for each paragraph
 *
 * The font has no glyphs of its own: codes are UTF-16 units, every one is half an em wide, and text rendering mode 3
 * draws none of them; so PDF/A lets it stay out of the file (ISO 19005-2, 6.2.11.4.1).
 */
import { zlibSync } from "fflate"
import type { EncodedImage } from "./encode.ts"
import type { PageLine } from "../reading/page-text.ts"
import { languageOf, neutralId, srgbProfile, xmpPacket } from "./pdf-a.ts"

/** A band below the page image, so that the image itself stays as it was proven. */
export interface PageStamp {
  readonly text: string
  readonly image: EncodedImage
  /** Size of the stamp's image in points of the written page. */
  readonly width: number
  readonly height: number
}

export interface WrittenPage {
  /** Page space: points, as in `lines`. */
  readonly width: number
  readonly height: number
  readonly image: EncodedImage
  /** What OCR read in the burned pixels. */
  readonly lines: readonly PageLine[]
  readonly stamp: PageStamp | null
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)

const joinBytes = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Two decimals: a hundredth of a point. */
const number = (value: number): string => String(Math.round(value * 100) / 100 || 0)

const hexOf = (text: string): string => {
  let hex = ""
  for (let unit = 0; unit < text.length; unit += 1) hex += text.charCodeAt(unit).toString(16).padStart(4, "0")
  return `<${hex}>`
}

/** Only what the font can say: the basic plane, no controls, no halves of surrogate pairs. */
const sayable = (text: string): string =>
  text.normalize("NFC").replace(/[\p{C}\p{Cs}]|[^\u0020-\ud7ff\ue000-\ufffd]/gu, "")

const wordOperators = (text: string, x: number, baseline: number, width: number, size: number): string => {
  const shown = sayable(text)
  if (shown === "" || width <= 0) return ""
  const scale = (100 * width) / (shown.length * 0.5 * size)
  return `${number(size)} 0 0 ${number(size)} ${number(x)} ${number(baseline)} Tm /F 1 Tf ${number(scale)} Tz ${hexOf(`${shown} `)} Tj\n`
}

/** Lines that run on beneath one another, in the order in which they were read. */
const paragraphsOf = (lines: readonly PageLine[]): PageLine[][] => {
  const paragraphs: PageLine[][] = []
  let above: PageLine | undefined
  for (const line of lines) {
    const gap = above === undefined ? 0 : line.rect.y - (above.rect.y + above.rect.height)
    const runsOn = above !== undefined && gap > -0.5 * line.rect.height && gap < 0.8 * line.rect.height
    const last = paragraphs.at(-1)
    if (runsOn && last !== undefined) last.push(line)
    else paragraphs.push([line])
    above = line
  }
  return paragraphs
}

const linesLayer = (lines: readonly PageLine[], page: WrittenPage, scale: number, lift: number): string => {
  let operators = ""
  for (const line of lines) {
    const size = Math.max(1, line.rect.height * 0.8 * scale)
    // One baseline for the line: readers put words of one line together by it.
    const baseline = lift + (page.height - line.rect.y - line.rect.height * 0.8) * scale
    for (const word of line.words)
      operators += wordOperators(word.text, word.rect.x * scale, baseline, word.rect.width * scale, size)
  }
  return operators
}

/** Each paragraph as marked content, numbered from 0; and how many there are. */
const textLayer = (page: WrittenPage, scale: number, lift: number): { operators: string; paragraphs: number } => {
  let operators = ""
  let paragraphs = 0
  for (const lines of paragraphsOf(page.lines)) {
    const words = linesLayer(lines, page, scale, lift)
    if (words === "") continue
    operators += `/P <</MCID ${paragraphs}>> BDC\n${words}EMC\n`
    paragraphs += 1
  }
  return { operators, paragraphs }
}

const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end`

const dictionary = (entries: Readonly<Record<string, string>>): string =>
  `<<${Object.entries(entries)
    .map(([key, value]) => `/${key} ${value}`)
    .join("")}>>`

const stream = (entries: Readonly<Record<string, string>>, data: Uint8Array): Uint8Array =>
  joinBytes([
    latin1(`${dictionary({ ...entries, Length: String(data.length) })}\nstream\n`),
    data,
    latin1("\nendstream"),
  ])

const deflated = (text: string): Uint8Array => stream({ Filter: "/FlateDecode" }, zlibSync(latin1(text), { level: 9 }))

const imageObject = (image: EncodedImage): Uint8Array =>
  stream(
    {
      Type: "/XObject",
      Subtype: "/Image",
      Width: String(image.width),
      Height: String(image.height),
      ColorSpace: `/${image.colourSpace}`,
      BitsPerComponent: String(image.bitsPerComponent),
      Filter: `/${image.filter}`,
    },
    image.data,
  )

const fontObjects: readonly Uint8Array[] = [
  latin1(
    dictionary({
      Type: "/Font",
      Subtype: "/Type0",
      BaseFont: "/Layer",
      Encoding: "/Identity-H",
      DescendantFonts: "[4 0 R]",
      ToUnicode: "6 0 R",
    }),
  ),
  latin1(
    dictionary({
      Type: "/Font",
      Subtype: "/CIDFontType2",
      BaseFont: "/Layer",
      CIDToGIDMap: "/Identity",
      CIDSystemInfo: "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
      FontDescriptor: "5 0 R",
      DW: "500",
    }),
  ),
  latin1(
    dictionary({
      Type: "/FontDescriptor",
      FontName: "/Layer",
      Flags: "5",
      FontBBox: "[0 0 500 800]",
      ItalicAngle: "0",
      Ascent: "800",
      Descent: "-200",
      CapHeight: "700",
      StemV: "80",
    }),
  ),
  deflated(toUnicode),
]

const longestSide = 1008
const fitWidth = 595.28
const fitHeight = 841.89

/** Pictures of many inches leave on a page of A4, so that stamps and print stay readable; pages keep their size. */
export const writtenScale = ({ width, height }: Pick<WrittenPage, "width" | "height">): number => {
  if (Math.max(width, height) <= longestSide) return 1
  const [wide, high] = width > height ? [fitHeight, fitWidth] : [fitWidth, fitHeight]
  return Math.min(wide / width, high / height)
}

interface PageObjects {
  readonly objects: readonly Uint8Array[]
  /** References of the page's paragraphs, in order. */
  readonly paragraphs: readonly string[]
}

/** Objects of one page, the one at `index`, numbered from `first`. */
const pageObjects = (page: WrittenPage, first: number, index: number): PageObjects => {
  const scale = writtenScale(page)
  const { stamp } = page
  const lift = stamp === null ? 0 : stamp.height
  const [width, height] = [page.width * scale, page.height * scale]
  const images = [`/I ${first + 2} 0 R`, ...(stamp === null ? [] : [`/S ${first + 3} 0 R`])]
  let contents = `/Artifact BMC\nq ${number(width)} 0 0 ${number(height)} 0 ${number(lift)} cm /I Do Q\n`
  const layer = textLayer(page, scale, lift)
  let words = ""
  if (stamp !== null) {
    const left = Math.max(0, (width - stamp.width) / 2)
    contents += `q ${number(stamp.width)} 0 0 ${number(stamp.height)} ${number(left)} 0 cm /S Do Q\n`
    words += wordOperators(stamp.text, left, stamp.height * 0.25, stamp.width, stamp.height * 0.6)
  }
  contents += "EMC\n"
  const stamped = words === "" ? "" : `/Artifact BMC\n${words}EMC\n`
  if (layer.operators + stamped !== "") contents += `BT 3 Tr\n${layer.operators}${stamped}ET\n`
  const objects = [
    latin1(
      dictionary({
        Type: "/Page",
        Parent: "2 0 R",
        MediaBox: `[0 0 ${number(width)} ${number(height + lift)}]`,
        Resources: `<</XObject<<${images.join("")}>>/Font<</F 3 0 R>>>>`,
        Contents: `${first + 1} 0 R`,
        ...(layer.paragraphs === 0 ? {} : { StructParents: String(index) }),
      }),
    ),
    deflated(contents),
    imageObject(page.image),
  ]
  if (stamp !== null) objects.push(imageObject(stamp.image))
  const paragraphs = Array.from({ length: layer.paragraphs }, (_, mcid) => {
    objects.push(latin1(dictionary({ S: "/P", P: "10 0 R", Pg: `${first} 0 R`, K: String(mcid) })))
    return `${first + objects.length - 1} 0 R`
  })
  return { objects, paragraphs }
}

/** The structure's root and its one document, over the paragraphs of each page. */
const structure = (pages: readonly (readonly string[])[]): [Uint8Array, Uint8Array] => {
  const numbers = pages.flatMap((paragraphs, index) =>
    paragraphs.length === 0 ? [] : [`${index} [${paragraphs.join(" ")}]`],
  )
  const root = { Type: "/StructTreeRoot", K: "[10 0 R]", ParentTree: `<</Nums [${numbers.join(" ")}]>>` }
  return [
    latin1(dictionary(root)),
    latin1(dictionary({ S: "/Document", P: "9 0 R", K: `[${pages.flat().join(" ")}]` })),
  ]
}

const outputIntent = dictionary({
  Type: "/OutputIntent",
  S: "/GTS_PDFA1",
  OutputConditionIdentifier: "(sRGB)",
  DestOutputProfile: "7 0 R",
})

/** Lays objects 1, 2, 3 … out with their cross-reference table. */
const layOut = (objects: readonly Uint8Array[]): Uint8Array => {
  const parts: Uint8Array[] = [latin1("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n")]
  let offset = parts[0]?.length ?? 0
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const [index, body] of objects.entries()) {
    const whole = joinBytes([latin1(`${index + 1} 0 obj\n`), body, latin1("\nendobj\n")])
    table += `${String(offset).padStart(10, "0")} 00000 n \n`
    parts.push(whole)
    offset += whole.length
  }
  parts.push(
    latin1(
      `${table}trailer\n${dictionary({ Size: String(objects.length + 1), Root: "1 0 R", ID: neutralId })}\nstartxref\n${offset}\n%%EOF\n`,
    ),
  )
  return joinBytes(parts)
}

/** The whole file. */
export const writePdf = (pages: readonly WrittenPage[]): Uint8Array => {
  const objects: Uint8Array[] = [new Uint8Array(), new Uint8Array(), ...fontObjects]
  objects.push(stream({ N: "3", Filter: "/FlateDecode" }, zlibSync(srgbProfile, { level: 9 })))
  objects.push(stream({ Type: "/Metadata", Subtype: "/XML" }, new TextEncoder().encode(xmpPacket)))
  objects.push(new Uint8Array(), new Uint8Array())
  const kids: string[] = []
  const paragraphs: (readonly string[])[] = []
  for (const [index, page] of pages.entries()) {
    kids.push(`${objects.length + 1} 0 R`)
    const made = pageObjects(page, objects.length + 1, index)
    objects.push(...made.objects)
    paragraphs.push(made.paragraphs)
  }
  const [root, whole] = structure(paragraphs)
  objects[8] = root
  objects[9] = whole
  const text = pages.flatMap(({ lines }) => lines.flatMap(({ words }) => words.map((word) => word.text))).join(" ")
  objects[0] = latin1(
    dictionary({
      Type: "/Catalog",
      Pages: "2 0 R",
      Metadata: "8 0 R",
      OutputIntents: `[${outputIntent}]`,
      MarkInfo: "<</Marked true>>",
      StructTreeRoot: "9 0 R",
      Lang: `(${languageOf(text)})`,
    }),
  )
  objects[1] = latin1(dictionary({ Type: "/Pages", Count: String(pages.length), Kids: `[${kids.join(" ")}]` }))
  return layOut(objects)
}

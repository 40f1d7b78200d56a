/**
 * A strip of a page in bare syntax: the words that stay on its first line, the hiding place below. Its font `/F` is a whole
 * one with a true map to Unicode, so that Russian and Kazakh stand in it as any office program would write them.
 */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { deflateSync } from "node:zlib"
import * as mupdf from "mupdf"
import { pdfOf, type PdfObject } from "./pdf-syntax.ts"

const fontBytes = readFileSync(
  fileURLToPath(
    new URL("../../node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf", import.meta.url),
  ),
)
const font = new mupdf.Font("Strip", fontBytes)
const alphabet = Array.from(
  " !\"'(),-./0123456789:;?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\u00ad" +
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЁёӘәҒғҚқҢңӨөҰұҮүҺһІі№",
)

/** The glyph that shows a letter. */
export const glyphOf = (letter: string): number => font.encodeCharacter(letter.codePointAt(0) ?? 0)
const hex4 = (value: number): string => value.toString(16).padStart(4, "0").toUpperCase()

/** Text as the font's codes, in a hex string. */
export const coded = (text: string): string => `<${Array.from(text, (letter) => hex4(glyphOf(letter))).join("")}>`

/** Its width in points at a size. */
export const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + font.advanceGlyph(glyphOf(letter)) * size, 0)

/** A map from the font's codes to text; `say` lets it lie. */
export const toUnicodeMap = (say: (letter: string) => string = (letter) => letter): string => {
  const lines = alphabet.map((letter) => {
    const units = Buffer.from(say(letter), "utf16le").swap16().toString("hex")
    return `<${hex4(glyphOf(letter))}> <${units}>`
  })
  const blocks = Array.from({ length: Math.ceil(lines.length / 90) }, (_, index) => {
    const some = lines.slice(index * 90, (index + 1) * 90)
    return `${some.length} beginbfchar\n${some.join("\n")}\nendbfchar\n`
  })
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${blocks.join("")}endcmap end end`
}

const widths = alphabet.map((letter) => `${glyphOf(letter)} [${Math.round(font.advanceGlyph(glyphOf(letter)) * 1000)}]`)
const packedFont = deflateSync(fontBytes)

/** Objects 5 to 9: the font. */
const fontObjects = (map: string | null): readonly PdfObject[] => [
  `<</Type/Font/Subtype/Type0/BaseFont/Strip/Encoding/Identity-H/DescendantFonts[6 0 R]${map === null ? "" : "/ToUnicode 9 0 R"}>>`,
  `<</Type/Font/Subtype/CIDFontType2/BaseFont/Strip/CIDToGIDMap/Identity/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R/DW 600/W [${widths.join(" ")}]>>`,
  "<</Type/FontDescriptor/FontName/Strip/Flags 4/FontBBox[-600 -300 2000 1100]/ItalicAngle 0/Ascent 1069/Descent -293/CapHeight 714/StemV 80/FontFile2 8 0 R>>",
  { entries: `/Filter/FlateDecode/Length1 ${fontBytes.length}`, data: packedFont },
  { entries: "", data: map ?? "" },
]

export interface Strip {
  /** Operators after the first line. */
  readonly contents?: string
  /** More entries of the page's resources, such as `/XObject<</X 10 0 R>>`. */
  readonly resources?: string
  /** More fonts of the page, such as `/G 12 0 R`. */
  readonly fonts?: string
  /** More entries of the page, such as `/Rotate 90`. */
  readonly page?: string
  /** The page tree's kids, where there are others than the one page. */
  readonly pages?: string
  /** More entries of the catalog. */
  readonly catalog?: string
  readonly trailer?: string
  /** Objects from 10 on. */
  readonly objects?: readonly PdfObject[]
  /** Null: the font has no map. */
  readonly map?: string | null
  readonly size?: readonly [width: number, height: number]
  /** The words that stay. */
  readonly first?: string
  /** An own list of contents, in place of the whole page. */
  readonly contentsObject?: PdfObject
}

/** What stays on every strip. */
export const keptWords = "Вечером дома было тихо"

/** A line of text at a place, in the strip's font. */
export const line = (text: string, x: number, y: number, size = 14): string =>
  `BT /F ${size} Tf ${x} ${y} Td ${coded(text)} Tj ET\n`

/** The file. */
export const stripOf = (strip: Strip): Uint8Array => {
  const [width, height] = strip.size ?? [320, 72]
  const kids = strip.pages ?? "3 0 R"
  const contents = `${line(strip.first ?? keptWords, 20, height - 26)}${strip.contents ?? ""}`
  return pdfOf(
    [
      `<</Type/Catalog/Pages 2 0 R${strip.catalog ?? ""}>>`,
      `<</Type/Pages/Kids[${kids}]/Count ${kids.split("R").length - 1}>>`,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</Font<</F 5 0 R${strip.fonts ?? ""}>>${strip.resources ?? ""}>>${strip.page ?? ""}>>`,
      strip.contentsObject ?? { entries: "", data: contents },
      ...fontObjects(strip.map === undefined ? toUnicodeMap() : strip.map),
      ...(strip.objects ?? []),
    ],
    strip.trailer,
  )
}

/** Places 12 to 22: a name in a page's text, in fonts and modes that say less, or something else, than they show. */
import type { HidingCase } from "./hiding-case.ts"
import { coded, line, stripOf, toUnicodeMap, widthOf } from "./strip.ts"
import { typstPdf } from "./typst.ts"

const raw = "raw syntax"
const keeps = "Вечером"
const file = (bytes: Uint8Array) => ({ name: "page.pdf", bytes })

/** A font whose glyphs are small programs; each shows the text that it is given, in the strip's own font. */
const programFont = (glyphs: readonly string[]): string => {
  const size = 1000
  const procs = glyphs.map((_, index) => `/g${index} ${11 + index} 0 R`).join(" ")
  const names = glyphs.map((_, index) => `/g${index}`).join(" ")
  const widths = glyphs.map((text) => Math.round(widthOf(text, size))).join(" ")
  return `<</Type/Font/Subtype/Type3/FontBBox[0 -300 20000 1100]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<<${procs}>>/Encoding<</Type/Encoding/Differences[65 ${names}]>>/FirstChar 65/LastChar ${64 + glyphs.length}/Widths[${widths}]/Resources<</Font<</F 5 0 R>>>>>>`
}
const programs = (glyphs: readonly string[]) =>
  glyphs.map((text) => ({
    entries: "",
    data: `${Math.round(widthOf(text, 1000))} 0 d0 BT /F 1000 Tf 0 0 Td ${coded(text)} Tj ET`,
  }))
const codesOf = (count: number): string =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(65 + index)).join("")

export const cases: readonly HidingCase[] = [
  {
    ...{ place: 12, name: "a map to Unicode that lies", writer: raw, keeps },
    make: ({ written }) => {
      const letters = new Set(written)
      const lying = toUnicodeMap((letter) => (letters.has(letter) && !/[ечром]/u.test(letter) ? "x" : letter))
      return file(stripOf({ contents: line(written, 20, 14, 16), map: lying }))
    },
  },
  {
    ...{ place: 13, name: "no map to Unicode", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: line(written, 20, 14, 16), map: null })),
  },
  {
    ...{ place: 14, name: "a subset of a Cyrillic font", writer: "Typst", keeps },
    make: ({ written }) => file(typstPdf(`Вечером дома было тихо \\ ${written}`)),
  },
  {
    ...{ place: 15, name: "soft hyphens and spaces of no width", writer: "Typst", keeps },
    make: ({ written }) => {
      const [first = "", ...rest] = written.match(/.{1,3}/gu) ?? []
      return file(typstPdf(`Вечером дома было тихо \\ ${first}\\u{ad}${rest.join("\\u{200b}")}`))
    },
  },
  {
    ...{ place: 15, name: "soft hyphens in the strings", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: line(written.split("").join("\u00ad"), 20, 14, 12) })),
  },
  {
    ...{ place: 16, name: "letter-spaced", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: `BT /F 14 Tf 5 Tc 20 14 Td ${coded(written)} Tj ET` })),
  },
  {
    ...{ place: 16, name: "with spaces between the letters", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: line(written.split("").join(" "), 20, 14) })),
  },
  {
    ...{ place: 17, name: "broken across lines", writer: raw, keeps },
    make: ({ written }) => {
      const half = Math.ceil(written.length / 2)
      const contents =
        line(`потом пришла ${written.slice(0, half)}-`, 20, 34) + line(`${written.slice(half)} и ушла`, 20, 12)
      return file(stripOf({ size: [320, 90], contents }))
    },
  },
  {
    ...{ place: 18, name: "contents in several streams, cut inside the name", writer: raw, keeps },
    make: ({ written }) => {
      const codes = coded(written)
      const half = 1 + 4 * Math.floor(written.length / 2)
      const streams = [
        line("Вечером дома было тихо", 20, 46),
        `BT /F 14 Tf 20 14 Td [${codes.slice(0, half)}>`,
        `<${codes.slice(half)}] TJ ET`,
      ]
      return file(
        stripOf({
          contentsObject: "[10 0 R 11 0 R 12 0 R]",
          objects: streams.map((data) => ({ entries: "", data })),
        }),
      )
    },
  },
  {
    ...{ place: 19, name: "more than five hundred times on a page", writer: raw, keeps },
    make: ({ written }) => {
      const tiny = Array.from({ length: 520 }, (_, index) =>
        line(written, 20 + (index % 8) * 34, 8 + Math.floor(index / 8) * 1.2, 5),
      )
      return file(stripOf({ size: [320, 170], contents: tiny.join("") }))
    },
  },
  {
    ...{ place: 20, name: "an invisible layer, as OCR leaves it", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: `BT 3 Tr /F 14 Tf 20 14 Td ${coded(written)} Tj ET` })),
  },
  {
    ...{ place: 21, name: "text as a clip", writer: raw, keeps },
    make: ({ written }) =>
      file(stripOf({ contents: `q BT 7 Tr /F 18 Tf 20 12 Td ${coded(written)} Tj ET 0 g 0 0 320 40 re f Q` })),
  },
  {
    ...{ place: 22, name: "letters that are programs", writer: raw, keeps },
    make: ({ written }) => {
      const letters = Array.from(written)
      return file(
        stripOf({
          contents: `BT /G 16 Tf 20 14 Td (${codesOf(letters.length)}) Tj ET`,
          fonts: "/G 10 0 R",
          objects: [programFont(letters), ...programs(letters)],
        }),
      )
    },
  },
  {
    ...{ place: 22, name: "a whole name as one glyph", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: "BT /G 16 Tf 20 14 Td (A) Tj ET",
          fonts: "/G 10 0 R",
          objects: [programFont([written]), ...programs([written])],
        }),
      ),
  },
]

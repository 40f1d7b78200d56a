/** Places 1 to 11: a name in a page's text, drawn in ways that searches and editors miss. */
import type { HidingCase } from "./hiding-case.ts"
import { coded, glyphOf, line, stripOf, widthOf } from "./strip.ts"

const raw = "raw syntax"
const keeps = "Вечером"
const file = (bytes: Uint8Array) => ({ name: "page.pdf", bytes })
const form = (contents: string, more = "") => ({
  entries: `/Type/XObject/Subtype/Form/BBox[0 0 320 72]/Resources<</Font<</F 5 0 R>>${more}>>`,
  data: contents,
})

/** One operator for each letter, at its own place. */
const letterByLetter = (text: string, order: (letters: string[]) => string[]): string => {
  const places = new Map<number, number>()
  let x = 20
  for (const [index, letter] of Array.from(text).entries()) {
    places.set(index, x)
    x += widthOf(letter, 14)
  }
  const drawn = Array.from(text).map(
    (letter, index) => `1 0 0 1 ${(places.get(index) ?? 0).toFixed(2)} 14 Tm ${coded(letter)} Tj`,
  )
  return `BT /F 14 Tf ${order(drawn).join("\n")} ET`
}

export const cases: readonly HidingCase[] = [
  {
    ...{ place: 1, name: "plain", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: line(written, 20, 14) })),
  },
  {
    ...{ place: 2, name: "a form on the page", writer: raw, keeps },
    make: ({ written }) =>
      file(stripOf({ contents: "/X Do", resources: "/XObject<</X 10 0 R>>", objects: [form(line(written, 20, 14))] })),
  },
  {
    ...{ place: 3, name: "a form inside a form, shared by two pages", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: "/X Do",
          resources: "/XObject<</X 10 0 R>>",
          pages: "3 0 R 3 0 R",
          objects: [form("/Y Do", "/XObject<</Y 11 0 R>>"), form(line(written, 20, 14))],
        }),
      ),
  },
  {
    ...{ place: 4, name: "split by TJ", writer: raw, keeps },
    make: ({ written }) => {
      const pieces = written.match(/.{1,3}/gu) ?? []
      return file(stripOf({ contents: `BT /F 14 Tf 20 14 Td [${pieces.map(coded).join(" -8 ")}] TJ ET` }))
    },
  },
  {
    ...{ place: 5, name: "one letter for each operator", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: letterByLetter(written, (drawn) => drawn) })),
  },
  {
    ...{ place: 6, name: "drawn from its end", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: letterByLetter(written, (drawn) => drawn.reverse()) })),
  },
  {
    ...{ place: 7, name: "on its side", writer: raw, keeps },
    make: ({ written }) =>
      file(stripOf({ size: [320, 150], contents: `BT /F 14 Tf 0 1 -1 0 300 10 Tm ${coded(written)} Tj ET` })),
  },
  {
    ...{ place: 7, name: "mirrored", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: `BT /F 14 Tf -1 0 0 1 200 14 Tm ${coded(written)} Tj ET` })),
  },
  {
    ...{ place: 8, name: "a turned page", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: line(written, 20, 14), page: "/Rotate 90" })),
  },
  {
    ...{ place: 8, name: "a page cut by its crop box, in a unit of its own", writer: raw, keeps: null },
    make: ({ written }) =>
      file(
        stripOf({
          contents: line(written, 20, 14) + line("за краем тоже", 20, -30),
          page: "/CropBox[10 5 310 40]/UserUnit 1.5",
        }),
      ),
  },
  {
    ...{ place: 9, name: "outside the page", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: line(written, 400, 14) + line(written, 20, -40) })),
  },
  {
    ...{ place: 10, name: "white on white", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: `1 g ${line(written, 20, 14)} 0 g` })),
  },
  {
    ...{ place: 10, name: "under a black rectangle", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: `${line(written, 20, 14)} 0 g 15 8 150 22 re f` })),
  },
  {
    ...{ place: 10, name: "clipped away", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: `q 0 0 2 2 re W n ${line(written, 60, 14)} Q` })),
  },
  {
    ...{ place: 11, name: "half a point high", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: line(written, 20, 14, 0.5) })),
  },
  {
    ...{ place: 11, name: "squeezed to one hundredth", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: `BT /F 14 Tf 1 Tz 20 14 Td ${coded(written)} Tj ET` })),
  },
  {
    ...{ place: 11, name: "each letter on the same spot", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: `BT /F 14 Tf ${Array.from(written, (letter) => `1 0 0 1 60 14 Tm <${glyphOf(letter).toString(16).padStart(4, "0")}> Tj`).join(" ")} ET`,
        }),
      ),
  },
]

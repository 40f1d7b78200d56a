/** Places 33 to 42: a name as shapes and as pictures. */
import { deflateSync } from "node:zlib"
import type { HidingCase, MadeFile } from "./hiding-case.ts"
import type { PdfObject } from "./pdf-syntax.ts"
import { greyPicture, type GreyPicture, jpegOf, jpegWithExif, oneBit, outlinesOf } from "./pictures.ts"
import { line, stripOf } from "./strip.ts"

const raw = "raw syntax"
const keeps = "Вечером"
const file = (bytes: Uint8Array): MadeFile => ({ name: "page.pdf", bytes })

const sizes = ({ width, height }: Pick<GreyPicture, "width" | "height">): string => `/Width ${width}/Height ${height}`
const grey = (picture: GreyPicture, more = ""): PdfObject => ({
  entries: `/Type/XObject/Subtype/Image${sizes(picture)}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode${more}`,
  data: deflateSync(picture.samples),
})
const jpegObject = (picture: GreyPicture, data: Uint8Array, more = ""): PdfObject => ({
  entries: `/Type/XObject/Subtype/Image${sizes(picture)}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode${more}`,
  data,
})
const show = "q 220 0 0 36 10 4 cm /I Do Q"
const withPicture = (objects: readonly PdfObject[], contents = show): MadeFile =>
  file(stripOf({ size: [320, 80], contents, resources: "/XObject<</I 10 0 R>>", objects }))
const white = (picture: GreyPicture): GreyPicture => ({
  ...picture,
  samples: new Uint8Array(picture.samples.length).fill(255),
})
/** SVG counts from the top, PDF from the foot; black on the page's place. */
const turned = (contents: string): string => `q 1 0 0 -1 10 40 cm 0 g ${contents} Q`

export const cases: readonly HidingCase[] = [
  {
    ...{ place: 33, name: "letters as outlines", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ size: [320, 80], contents: turned(outlinesOf(written).join("\n")) })),
  },
  {
    ...{ place: 34, name: "a word as one path", writer: raw, keeps },
    make: ({ written }) => {
      const whole = outlinesOf(written).map((letter) => {
        const [, matrix = "", path = ""] = /^q (.*?) cm ([\s\S]*) f Q$/u.exec(letter) ?? []
        const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix.trim().split(/\s+/u).map(Number)
        // Points moved here, so that one operator paints all letters.
        return path.replace(/(-?[\d.]+(?:e-?\d+)?) (-?[\d.]+(?:e-?\d+)?)/gu, (_, x: string, y: string) => {
          const [px, py] = [Number(x), Number(y)]
          return `${(a * px + c * py + e).toFixed(3)} ${(b * px + d * py + f).toFixed(3)}`
        })
      })
      return file(stripOf({ size: [320, 80], contents: turned(`${whole.join("\n")} f`) }))
    },
  },
  {
    ...{ place: 35, name: "burned into a JPEG", writer: raw, keeps },
    make: ({ written }) => withPicture([jpegObject(greyPicture(written), jpegOf(written))]),
  },
  {
    ...{ place: 35, name: "burned into a JPEG under a black rectangle", writer: raw, keeps },
    make: ({ written }) =>
      withPicture([jpegObject(greyPicture(written), jpegOf(written))], `${show} 0 g 10 4 220 36 re f`),
  },
  {
    ...{ place: 36, name: "a mask of one bit", writer: raw, keeps },
    make: ({ written }) => {
      const picture = greyPicture(written)
      const mask: PdfObject = {
        entries: `/Type/XObject/Subtype/Image${sizes(picture)}/ImageMask true/BitsPerComponent 1/Decode[1 0]`,
        data: oneBit(picture),
      }
      return withPicture([mask], `0 g ${show}`)
    },
  },
  {
    ...{ place: 37, name: "a picture written into the contents", writer: raw, keeps },
    make: ({ written }) => {
      const picture = greyPicture(written)
      const data = Buffer.from(oneBit(picture)).toString("hex")
      const inline = `BI /W ${picture.width} /H ${picture.height} /CS /G /BPC 1 /D [1 0] /F /AHx ID ${data}> EI`
      return file(stripOf({ size: [320, 80], contents: `q 220 0 0 36 10 4 cm ${inline} Q` }))
    },
  },
  {
    ...{ place: 38, name: "the mask of a white picture", writer: raw, keeps },
    make: ({ written }) => {
      const picture = greyPicture(written)
      return withPicture([grey(white(picture), "/SMask 11 0 R"), grey(picture)])
    },
  },
  {
    ...{ place: 39, name: "a picture shared by two pages", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          size: [320, 80],
          contents: show,
          pages: "3 0 R 3 0 R",
          resources: "/XObject<</I 10 0 R>>",
          objects: [grey(greyPicture(written))],
        }),
      ),
  },
  {
    ...{ place: 40, name: "an alternate of a picture", writer: raw, keeps },
    make: ({ written }) => {
      const picture = greyPicture(written)
      const alternates = "/Alternates[<</Image 11 0 R/DefaultForPrinting true>>]"
      return withPicture([grey(white(picture), alternates), grey(picture)])
    },
  },
  {
    ...{ place: 40, name: "metadata of a picture", writer: raw, keeps },
    make: ({ written }) => {
      const picture = greyPicture("ничего")
      const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${written}</dc:creator></x:xmpmeta>`
      return withPicture([
        grey(picture, "/Metadata 11 0 R"),
        { entries: "/Type/Metadata/Subtype/XML/Filter/FlateDecode", data: deflateSync(Buffer.from(xmp)) },
      ])
    },
  },
  {
    ...{ place: 41, name: "EXIF of a JPEG", writer: raw, keeps },
    make: ({ written }) => withPicture([jpegObject(greyPicture("ничего"), jpegWithExif("ничего", written, "ничего"))]),
  },
  {
    ...{ place: 41, name: "the thumbnail in a JPEG", writer: raw, keeps },
    make: ({ written }) => withPicture([jpegObject(greyPicture("ничего"), jpegWithExif("ничего", "x", written))]),
  },
  {
    ...{ place: 42, name: "the page's thumbnail", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: line("ничего", 20, 14),
          page: "/Thumb 10 0 R",
          objects: [grey(greyPicture(written))],
        }),
      ),
  },
]

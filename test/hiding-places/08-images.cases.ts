/** Places 71 to 76: a name in or beside the pixels of a picture. */
import { deflateSync } from "node:zlib"
import {
  gifOf,
  type Grey,
  greyOfLines,
  internationalText,
  joinedBytes,
  jpegOf,
  pictureOfLines,
  pngWithAlpha,
  tiffOf,
  turnedBack,
  withChunk,
  withExif,
} from "../support/picture-files.ts"
import type { HidingCase } from "./hiding-case.ts"

const writer = "raw bytes"
const kept = "Вечером дома было тихо"
const keeps = "Вечером"
const shared = { writer, keeps }
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"))
const onlyLatin = ["latin", "romanised"] as const

/** Two pictures of one size: what everybody sees, and what lies behind. */
const pair = async (written: string): Promise<readonly [Grey, Grey]> => [
  await greyOfLines([kept, " "]),
  await greyOfLines([" ", written]),
]

export const cases: readonly HidingCase[] = [
  {
    ...{ ...shared, place: 71, name: "EXIF thumbnail" },
    make: async ({ written }) => ({
      name: "photo.jpg",
      bytes: withExif(await pictureOfLines([kept], "jpeg"), { thumbnail: await pictureOfLines([written], "jpeg") }),
    }),
  },
  {
    ...{ ...shared, place: 71, name: "EXIF description" },
    make: async ({ written }) => ({
      name: "photo.jpg",
      bytes: withExif(await pictureOfLines([kept], "jpeg"), { description: written }),
    }),
  },
  {
    ...{ ...shared, place: 72, name: "orientation 6" },
    make: async ({ written }) => ({
      name: "photo.jpg",
      bytes: withExif(jpegOf(turnedBack(await greyOfLines([kept, written]))), { orientation: 6 }),
    }),
  },
  {
    ...{ ...shared, place: 73, name: "words after the end of a JPEG" },
    make: async ({ written }) => ({
      name: "photo.jpg",
      bytes: joinedBytes(await pictureOfLines([kept], "jpeg"), utf8(`\n${written}\n`)),
    }),
  },
  {
    ...{ ...shared, place: 73, name: "a picture after the end of a PNG" },
    make: async ({ written }) => ({
      name: "photo.png",
      bytes: joinedBytes(await pictureOfLines([kept]), await pictureOfLines([written])),
    }),
  },
  {
    ...{ ...shared, place: 74, name: "painted, but transparent" },
    make: async ({ written }) => {
      const grey = await greyOfLines([kept, written])
      return { name: "photo.png", bytes: pngWithAlpha(grey, Math.round(grey.height * 0.48)) }
    },
  },
  {
    ...{ ...shared, place: 75, name: "second page of a TIFF" },
    make: async ({ written }) => ({ name: "scan.tif", bytes: tiffOf(await pair(written)) }),
  },
  {
    ...{ ...shared, place: 75, name: "second frame of a GIF" },
    make: async ({ written }) => ({ name: "moving.gif", bytes: gifOf(await pair(written)) }),
  },
  {
    ...{ ...shared, place: 76, name: "tEXt chunk", forms: onlyLatin },
    make: async ({ written }) => ({
      name: "photo.png",
      bytes: withChunk(await pictureOfLines([kept]), "tEXt", utf8(`Comment\0${written}`)),
    }),
  },
  {
    ...{ ...shared, place: 76, name: "zTXt chunk", forms: onlyLatin },
    make: async ({ written }) => ({
      name: "photo.png",
      bytes: withChunk(await pictureOfLines([kept]), "zTXt", joinedBytes("Comment\0\0", deflateSync(utf8(written)))),
    }),
  },
  {
    ...{ ...shared, place: 76, name: "iTXt chunk, packed" },
    make: async ({ written }) => ({
      name: "photo.png",
      bytes: withChunk(await pictureOfLines([kept]), "iTXt", internationalText(written, true)),
    }),
  },
]

import { readFileSync } from "node:fs"
import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { imageSize } from "../../../main/reading/image-size.ts"
import { demoFile, pngHeader } from "../../support/reading/documents.ts"

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/ /g, ""), "hex"))

test.each([
  ["PNG", "image/png", pngHeader(30_000, 20_000), { width: 30_000, height: 20_000 }],
  ["GIF", "image/gif", hex("474946383961 3075 204e 00 00 00"), { width: 30_000, height: 20_000 }],
  [
    "BMP, top line first",
    "image/bmp",
    hex(`424d ${"00".repeat(12)} 28000000 30750000 e0b1ffff`),
    { width: 30_000, height: 20_000 },
  ],
  [
    "JPEG behind its EXIF",
    "image/jpeg",
    hex("ffd8 ffe1 0004 0000 ffc2 0011 08 4e20 7530 03 00 00 00"),
    { width: 30_000, height: 20_000 },
  ],
  [
    "TIFF, its largest page",
    "image/tiff",
    hex(
      "49492a00 08000000 0100 000103000100000001000000 1a000000 0200 000104000100000030750000 010104000100000030750000 00000000",
    ),
    { width: 30_000, height: 30_000 },
  ],
  [
    "WebP, extended",
    "image/webp",
    hex("52494646 00000000 57454250 56503858 0a000000 00000000 2f7500 1f4e00"),
    { width: 30_000, height: 20_000 },
  ],
  [
    "WebP, lossless",
    "image/webp",
    hex("52494646 00000000 57454250 5650384c 0a000000 2f 0f40 0100"),
    { width: 16, height: 6 },
  ],
  [
    "HEIC, the whole and not a tile",
    "image/heic",
    hex("00000014 69737065 00000000 00000200 00000200 00000014 69737065 00000000 00007530 00004e20"),
    { width: 30_000, height: 20_000 },
  ],
])("%s states its size", (_, mediaType, bytes, size) => {
  expect(imageSize(bytes, mediaType)).toEqual(size)
})

test("a photograph's size is found behind all that the camera wrote", () => {
  expect(imageSize(readFileSync(demoFile("IMG_2041.jpg")), "image/jpeg")).toEqual({ width: 693, height: 477 })
})

property.prop([
  fc.constantFrom("png", "gif", "bmp", "jpeg", "tiff", "webp", "heic"),
  fc.uint8Array({ maxLength: 100 }),
])("no bytes make it throw or loop", (type, bytes) => {
  expect([undefined, "object"]).toContain(imageSize(bytes, `image/${type}`) && "object")
})

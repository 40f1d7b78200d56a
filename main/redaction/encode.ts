/**
 * Pixels to the bytes of a PDF image, small and the same each time.
 *
 * "levels": four greys, two bits a pixel, deflated. A dense text page of A4 at 150 dpi takes about 110 kB, with letters
 *           that OCR reads; nothing is guessed from neighbours, so nothing rings.
 * "photo":  JPEG, where many pixels are neither ink nor paper. Boxes are burned before, so nothing beneath them rings out.
 */
import { zlibSync } from "fflate"

export type Encoding = "levels" | "photo"

export interface Raster {
  readonly width: number
  readonly height: number
  /** 1 for grey, 3 for RGB; rows without padding. */
  readonly components: 1 | 3
  readonly samples: Uint8Array | Uint8ClampedArray
}

export interface EncodedImage {
  readonly encoding: Encoding
  readonly width: number
  readonly height: number
  readonly bitsPerComponent: 2 | 8
  readonly colourSpace: "DeviceGray" | "DeviceRGB"
  readonly filter: "FlateDecode" | "DCTDecode"
  readonly data: Uint8Array
}

const photoShare = 0.2
const jpegQuality = 60

/** How much of the page is neither ink nor paper, or colourful. */
const midtoneShare = ({ samples, components }: Raster): number => {
  let midtones = 0
  let looked = 0
  // One pixel in seven: prime to usual line and dither periods.
  for (let at = 0; at + components <= samples.length; at += 7 * components) {
    const red = samples[at] ?? 0
    const spread =
      components === 1 ? 0 : Math.max(Math.abs(red - (samples[at + 1] ?? 0)), Math.abs(red - (samples[at + 2] ?? 0)))
    if ((red > 56 && red < 200) || spread > 24) midtones += 1
    looked += 1
  }
  return looked === 0 ? 0 : midtones / looked
}

export const chooseEncoding = (raster: Raster): Encoding => {
  const share = midtoneShare(raster)
  // In colour even a signature's blue is content: only pages without any take the grey levels.
  if (raster.components === 3) return share > 0.002 ? "photo" : "levels"
  return share > photoShare ? "photo" : "levels"
}

const packLevels = ({ samples, components, width, height }: Raster): Uint8Array => {
  const rowBytes = Math.ceil(width / 4)
  const packed = new Uint8Array(rowBytes * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const level = Math.round((samples[(y * width + x) * components] ?? 0) / 85)
      const at = y * rowBytes + (x >> 2)
      packed[at] = (packed[at] ?? 0) | (level << (6 - 2 * (x & 3)))
    }
  return packed
}

/** @param asJpeg the raster as JPEG at a quality, by whoever holds an encoder */
export const encodeRaster = (
  raster: Raster,
  encoding: Encoding,
  asJpeg: (quality: number) => Uint8Array,
): EncodedImage => {
  const { width, height, components } = raster
  if (encoding === "levels")
    return {
      encoding,
      width,
      height,
      bitsPerComponent: 2,
      colourSpace: "DeviceGray",
      filter: "FlateDecode",
      data: zlibSync(packLevels(raster), { level: 6 }),
    }
  return {
    encoding,
    width,
    height,
    bitsPerComponent: 8,
    colourSpace: components === 1 ? "DeviceGray" : "DeviceRGB",
    filter: "DCTDecode",
    data: asJpeg(jpegQuality),
  }
}

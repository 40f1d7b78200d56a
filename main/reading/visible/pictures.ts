/** Pictures are decoded here, cut as they are shown, and drawn anew: no byte of theirs goes on, and no metadata. */
import { imageSize } from "../image-size.ts"
import { limits } from "../limits.ts"
import { loadMuPdf, withMuPdfFaults } from "../mupdf.ts"
import type { ParserContext } from "../operation.ts"
import type { HiddenList } from "./hidden.ts"
import type { Cell, Picture, Piece } from "./pieces.ts"

export interface DrawnPicture {
  readonly png: Uint8Array
  /** In points. */
  readonly width: number
  readonly height: number
}

/** What of a page's width a picture may take, and how finely it is kept. */
const mostPoints = 480
const mostHeightPoints = 640
const pixelsPerPoint = 200 / 72

const isHuge = ({ bytes, mediaType }: Picture): boolean => {
  const size = imageSize(bytes, mediaType)
  return size !== undefined && size.width * size.height > limits.imagePixels
}

/** @throws Fault where MuPDF cannot read it */
const draw = async (picture: Picture, context: ParserContext): Promise<DrawnPicture> => {
  const mupdf = await loadMuPdf(context)
  return withMuPdfFaults(() => {
    const image = new mupdf.Image(picture.bytes)
    const { left = 0, top = 0, right = 0, bottom = 0 } = picture.crop ?? {}
    const [across, down] = [1 - left - right, 1 - top - bottom]
    const natural = { width: (image.getWidth() * across * 72) / 96, height: (image.getHeight() * down * 72) / 96 }
    const wanted = { width: picture.width ?? natural.width, height: picture.height ?? natural.height }
    const scale = Math.min(1, mostPoints / wanted.width, mostHeightPoints / wanted.height)
    const [width, height] = [Math.max(4, wanted.width * scale), Math.max(4, wanted.height * scale)]
    const finest = Math.min(pixelsPerPoint, Math.max(1, (image.getWidth() * across) / width))
    const [columns, rows] = [Math.max(1, Math.round(width * finest)), Math.max(1, Math.round(height * finest))]
    const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, columns, rows], false)
    pixmap.clear(255)
    const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap)
    const [wholeWidth, wholeHeight] = [columns / across, rows / down]
    device.fillImage(image, [wholeWidth, 0, 0, wholeHeight, -left * wholeWidth, -top * wholeHeight], 1)
    device.close()
    try {
      return { png: pixmap.asPNG().slice(), width, height }
    } finally {
      for (const used of [device, pixmap, image]) used.destroy()
    }
  })
}

/** Pixels of all pictures of one file; further ones are told, not drawn. */
const mostBytes = 96 * 1024 * 1024

/** `pieces` with their pictures drawn; what cannot be drawn is noted, and a word stands in its place. */
export const drawPictures = async (
  pieces: readonly Piece[],
  hidden: HiddenList,
  context: ParserContext,
): Promise<Piece[]> => {
  let bytes = 0
  const one = async (picture: Picture): Promise<Piece> => {
    try {
      if (isHuge(picture) || bytes > mostBytes) throw new Error("too large")
      const { png, width, height } = await draw(picture, context)
      bytes += png.length
      return { is: "picture", picture: { bytes: png, mediaType: "image/png", width, height } }
    } catch {
      hidden.note("undrawn-picture", picture.mediaType)
      return { is: "paragraph", runs: [{ text: "[…]" }] }
    }
  }
  const all = async (list: readonly Piece[]): Promise<Piece[]> => {
    const drawn: Piece[] = []
    for (const piece of list) {
      if (piece.is === "picture") drawn.push(await one(piece.picture))
      else if (piece.is === "table") {
        const rows: Cell[][] = []
        for (const row of piece.rows) {
          const cells: Cell[] = []
          for (const cell of row) cells.push({ ...cell, pieces: await all(cell.pieces) })
          rows.push(cells)
        }
        drawn.push({ is: "table", rows })
      } else drawn.push(piece)
    }
    return drawn
  }
  return await all(pieces)
}

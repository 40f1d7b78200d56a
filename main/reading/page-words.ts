import { pageRect, type PageRect } from "../../shared/geometry.ts"
import { openPages, type MuDocument } from "./mupdf.ts"
import type { OpenDocument, ParserContext } from "./operation.ts"
import type { PageLine, PageText, PageWord, SourceImage } from "./page-text.ts"
import { isImage, sizeOf, withPage } from "./pages.ts"

type MuPage = ReturnType<MuDocument["loadPage"]>
type Corners = readonly [number, number, number, number]

const join = (a: Corners | undefined, b: Corners): Corners =>
  a === undefined ? b : [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
const rectOf = ([left, top, right, bottom]: Corners): PageRect => pageRect(left, top, right - left, bottom - top)

/** A quad is four corners, in the order upper left, upper right, lower left, lower right of the *letter*, however turned. */
const cornersOf = (quad: readonly number[]): Corners => {
  const across = quad.filter((_, index) => index % 2 === 0)
  const down = quad.filter((_, index) => index % 2 === 1)
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)]
}

const blank = /\s/u

/** Gathers letters into words and words into lines. */
const makeGatherer = () => {
  const lines: PageLine[] = []
  let words: PageWord[] = []
  let text = ""
  let corners: Corners | undefined
  const endWord = (): void => {
    if (text !== "" && corners !== undefined) words.push({ text, rect: rectOf(corners), confidence: 1 })
    text = ""
    corners = undefined
  }
  return {
    lines,
    letter: (character: string, quad: readonly number[]): void => {
      if (blank.test(character)) {
        endWord()
        return
      }
      text += character
      corners = join(corners, cornersOf(quad))
    },
    endLine: (): void => {
      endWord()
      let outer: Corners | undefined
      for (const { rect } of words) outer = join(outer, [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height])
      if (outer === undefined) return
      lines.push({ rect: rectOf(outer), words })
      words = []
    },
  }
}

/**
 * Subtle: `clip=no`, or words outside the page or a clip path are passed over in silence; they are in the file all the same.
 */
const optionsFor = (ignoreActualText: boolean): string =>
  `preserve-whitespace,preserve-images,clip=no${ignoreActualText ? ",ignore-actualtext" : ""}`

/** One 16-pixel block of an image placed by `[a, b, c, d, …]`, which takes the unit square to the page. */
const blocksOf = (
  [a, b, c, d]: readonly number[],
  width: number,
  height: number,
): Pick<SourceImage, "blockWidth" | "blockHeight" | "askew"> => {
  const across = (16 * Math.hypot(a ?? 0, b ?? 0)) / Math.max(1, width)
  const down = (16 * Math.hypot(c ?? 0, d ?? 0)) / Math.max(1, height)
  const slight = 1e-3
  if (Math.abs(b ?? 0) < slight && Math.abs(c ?? 0) < slight)
    return { blockWidth: across, blockHeight: down, askew: false }
  // A quarter turn: the image's own rows run down the page.
  if (Math.abs(a ?? 0) < slight && Math.abs(d ?? 0) < slight)
    return { blockWidth: down, blockHeight: across, askew: false }
  const diagonal = Math.hypot(across, down)
  return { blockWidth: diagonal, blockHeight: diagonal, askew: true }
}

export const readPage = (loaded: MuPage, ignoreActualText: boolean, isImageFile: boolean): PageText => {
  const [left, top] = loaded.getBounds()
  const images: SourceImage[] = []
  const gatherer = makeGatherer()
  const structured = loaded.toStructuredText(optionsFor(ignoreActualText))
  try {
    structured.walk({
      onChar: (character, _origin, _font, _size, quad) =>
        gatherer.letter(
          character,
          quad.map((value, index) => value - (index % 2 === 0 ? left : top)),
        ),
      endLine: gatherer.endLine,
      onImageBlock: ([x0, y0, x1, y1], transform, image) => {
        const rect = rectOf([x0 - left, y0 - top, x1 - left, y1 - top])
        images.push({ rect, ...blocksOf(transform, image.getWidth(), image.getHeight()) })
      },
    })
  } finally {
    structured.destroy()
  }
  return { ...sizeOf(loaded, isImageFile), lines: gatherer.lines, images }
}

/** The words of one page (from 1) as the file says them, with their places; none for a scan. */
export const pageText = async (
  input: { readonly document: OpenDocument; readonly page: number; readonly ignoreActualText?: boolean },
  context: ParserContext,
): Promise<PageText> => {
  const { pages } = await openPages(input.document, context)
  return withPage(pages, input.page, (loaded) =>
    readPage(loaded, input.ignoreActualText ?? false, isImage(input.document)),
  )
}

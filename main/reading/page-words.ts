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
      onImageBlock: ([x0, y0, x1, y1], _transform, image) => {
        images.push({
          rect: rectOf([x0 - left, y0 - top, x1 - left, y1 - top]),
          blockWidth: (16 * (x1 - x0)) / Math.max(1, image.getWidth()),
          blockHeight: (16 * (y1 - y0)) / Math.max(1, image.getHeight()),
        })
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

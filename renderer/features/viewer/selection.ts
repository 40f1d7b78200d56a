import { type PageRect, pageRect } from "../../../shared/geometry.ts"

/** A word of a page: text, line and rectangle [x, y, width, height] in page points. */
export interface Word {
  readonly text: string
  readonly rect: readonly [number, number, number, number]
  readonly line: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

const distance = ([x, y, width, height]: Word["rect"], point: Point): number => {
  const dx = Math.max(x - point.x, 0, point.x - (x + width))
  const dy = Math.max(y - point.y, 0, point.y - (y + height))
  // Subtle: lines matter more than columns, or a drag past a line's end would jump to the next line's nearest word.
  return dx + dy * 4
}

/** The word under the point, or the nearest within `reach` points. -1 where there is none. */
export const wordAt = (words: readonly Word[], point: Point, reach = Number.POSITIVE_INFINITY): number => {
  let best = -1
  let least = reach
  words.forEach((word, index) => {
    const away = distance(word.rect, point)
    if (away <= least && (best === -1 || away < least)) {
      best = index
      least = away
    }
  })
  return best
}

/** One rectangle per line for words [from, to], in either order. */
export const rectsOfRange = (words: readonly Word[], from: number, to: number): readonly PageRect[] => {
  const rects: PageRect[] = []
  let line: number | undefined
  for (const word of words.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    const [x, y, width, height] = word.rect
    const last = rects.at(-1)
    if (last !== undefined && word.line === line) {
      const left = Math.min(last.x, x)
      const top = Math.min(last.y, y)
      const right = Math.max(last.x + last.width, x + width)
      const bottom = Math.max(last.y + last.height, y + height)
      rects[rects.length - 1] = pageRect(left, top, right - left, bottom - top)
    } else {
      rects.push(pageRect(x, y, width, height))
      line = word.line
    }
  }
  return rects
}

/** The words' text; a hyphen at a line's end joins its word again. */
export const quoteOfRange = (words: readonly Word[], from: number, to: number): string => {
  let quote = ""
  let line: number | undefined
  for (const word of words.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    const newLine = line !== undefined && word.line !== line
    if (newLine && /\p{L}[-\u00ad]$/u.test(quote)) quote = quote.slice(0, -1)
    else if (quote !== "") quote += " "
    quote += word.text
    line = word.line
  }
  return quote
}

/** The rectangle between two corners, kept inside the page. */
export const rectBetween = (
  a: Point,
  b: Point,
  page: { readonly width: number; readonly height: number },
): PageRect => {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value))
  const left = within(Math.min(a.x, b.x), page.width)
  const top = within(Math.min(a.y, b.y), page.height)
  return pageRect(
    left,
    top,
    within(Math.max(a.x, b.x), page.width) - left,
    within(Math.max(a.y, b.y), page.height) - top,
  )
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("ё", "е")

/** Where `query` stands among the words: [first, last] of each occurrence, also across words. */
export const findInWords = (words: readonly Word[], query: string): readonly (readonly [number, number])[] => {
  const wanted = fold(query).trim().replace(/\s+/g, " ")
  if (wanted === "") return []
  const starts: number[] = []
  let all = ""
  for (const word of words) {
    starts.push(all.length)
    all += `${fold(word.text)} `
  }
  const wordOf = (offset: number): number => {
    let at = starts.length - 1
    while (at > 0 && (starts[at] ?? 0) > offset) at -= 1
    return at
  }
  const found: (readonly [number, number])[] = []
  for (let at = all.indexOf(wanted); at !== -1; at = all.indexOf(wanted, at + wanted.length)) {
    found.push([wordOf(at), wordOf(at + wanted.length - 1)])
  }
  return found
}

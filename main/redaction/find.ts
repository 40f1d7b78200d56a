import type { PageRect } from "../../shared/geometry.ts"
import { type Fold, foldsOf } from "./columns.ts"
import { fold } from "../search/names/fold.ts"
import type { NameHit } from "../search/names/hit.ts"
import { allMatchesIn, isLong, matchesIn, type NeedleIndex } from "./match.ts"
import type { PageLine, PageText } from "../reading/page-text.ts"
import { around } from "./page-text.ts"

/** One place on a page: its words, whole, on each line that it touches. */
export interface PagePlace {
  readonly found: string
  /** The least sure of its words. */
  readonly confidence: number
  readonly parts: readonly { readonly lineIndex: number; readonly rect: PageRect }[]
}

/** One place where a needle stands, or may stand. */
export interface PageHit extends PagePlace {
  readonly match: NameHit
}

export interface Placed {
  readonly lineIndex: number
  readonly wordIndex: number
}

/** The page as one string and, for each of its units, the word that it belongs to. */
export const joined = (lines: readonly PageLine[]): { text: string; wordAt: Placed[] } => {
  const wordAt: Placed[] = []
  let text = ""
  for (const [lineIndex, line] of lines.entries())
    for (const [wordIndex, word] of line.words.entries()) {
      const piece = `${word.text} `
      text += piece
      for (let unit = 0; unit < piece.length; unit += 1) wordAt.push({ lineIndex, wordIndex })
    }
  return { text, wordAt }
}

/** The words from `first` to `last`. */
export const placeBetween = (page: Pick<PageText, "lines">, first: Placed, last: Placed): PagePlace => {
  const words: string[] = []
  const parts: { lineIndex: number; rect: PageRect }[] = []
  let confidence = 1
  for (let lineIndex = first.lineIndex; lineIndex <= last.lineIndex; lineIndex += 1) {
    const all = page.lines[lineIndex]?.words ?? []
    const from = lineIndex === first.lineIndex ? first.wordIndex : 0
    const to = lineIndex === last.lineIndex ? last.wordIndex : all.length - 1
    const taken = all.slice(from, to + 1)
    words.push(...taken.map((word) => word.text))
    confidence = Math.min(confidence, ...taken.map((word) => word.confidence))
    if (taken.length > 0) parts.push({ lineIndex, rect: around(taken.map((word) => word.rect)) })
  }
  return { found: words.join(" ").slice(0, 500), confidence, parts }
}

/** Needles that run from the end of one line to the line beneath it, where the order of the file leads elsewhere. */
const acrossFold = (page: PageText, { above, below }: Fold, index: NeedleIndex): PageHit[] => {
  const wordsIn = ({ lineIndex, from, to }: Fold["above"]) => (page.lines[lineIndex]?.words ?? []).slice(from, to)
  const [upper, lower] = [wordsIn(above), wordsIn(below)]
  const words = [...upper, ...lower]
  const wordAt = words.flatMap(({ text }, at) => new Array<number>(text.length + 1).fill(at))
  const folded = fold(words.map(({ text }) => `${text} `).join(""))
  return matchesIn(folded, index).flatMap((match) => {
    const { start, end } = match
    // Two cells make a short name by chance.
    if (!isLong(match)) return []
    const first = wordAt[folded.source[start] ?? -1]
    const last = wordAt[folded.source[end - 1] ?? -1]
    if (first === undefined || last === undefined || first >= upper.length || last < upper.length) return []
    const taken = words.slice(first, last + 1)
    const part = (lineIndex: number, own: typeof words) => ({ lineIndex, rect: around(own.map(({ rect }) => rect)) })
    return {
      match,
      found: taken
        .map(({ text }) => text)
        .join(" ")
        .slice(0, 500),
      confidence: Math.min(...taken.map((word) => word.confidence)),
      parts: [
        part(above.lineIndex, upper.slice(first)),
        part(below.lineIndex, lower.slice(0, last - upper.length + 1)),
      ],
    }
  })
}

const placeOf = ({ match, parts }: PageHit): string =>
  `${match.subject} ${parts.map(({ lineIndex, rect }) => `${lineIndex} ${rect.x}`).join(" ")}`

/**
 * Every needle in the page's lines: plain, letter-spaced, hyphenated, broken across lines, in mixed scripts.
 * A match inside a longer word takes the whole word.
 */
export const findOnPage = (page: PageText, index: NeedleIndex): PageHit[] => {
  const { text, wordAt } = joined(page.lines)
  const folded = fold(text)
  const hits: PageHit[] = []
  const taken = new Set<string>()
  for (const match of allMatchesIn(folded, index)) {
    const { subject, start, end } = match
    const first = wordAt[folded.source[start] ?? -1]
    const last = wordAt[folded.source[end - 1] ?? -1]
    if (first === undefined || last === undefined) continue
    const place = `${subject} ${first.lineIndex}.${first.wordIndex} ${last.lineIndex}.${last.wordIndex}`
    if (taken.has(place)) continue
    taken.add(place)
    hits.push({ match, ...placeBetween(page, first, last) })
  }
  const known = new Set(hits.map(placeOf))
  for (const hit of foldsOf(page.lines).flatMap((one) => acrossFold(page, one, index))) {
    if (known.has(placeOf(hit))) continue
    known.add(placeOf(hit))
    hits.push(hit)
  }
  return hits
}

import { fold } from "../search/names/fold.ts"
import { allMatchesIn, indexNeedles, refuses } from "../redaction/match.ts"
import type { NameHit } from "../search/names/hit.ts"
import type { NeedleSet } from "../redaction/needles.ts"

/** Stands for a covered term that belongs to nobody in particular. */
const nameless = "[…]"

const wordCharacter = /[\p{L}\p{M}\p{N}]/u

interface Span {
  start: number
  end: number
  readonly subject: number
}

/** Case endings are part of the word that they hang on: "Сейтқалиге" goes whole. */
const wholeWords = (text: string, start: number, end: number): { start: number; end: number } => {
  let from = start
  let to = end
  while (from > 0 && wordCharacter.test(text[from - 1] ?? "")) from -= 1
  while (to < text.length && wordCharacter.test(text[to] ?? "")) to += 1
  return { start: from, end: to }
}

const spanOf = (text: string, source: readonly number[], match: NameHit): Span => {
  const start = source[match.start] ?? 0
  const last = source[match.end - 1] ?? start
  // Letters beyond the basic plane are two units long: half of one would stay behind.
  const end = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length
  return { ...wholeWords(text, start, end), subject: match.subject }
}

/** Overlapping spans become one; the longest match says whose it is. */
const merged = (spans: readonly Span[]): Span[] => {
  const result: Span[] = []
  for (const span of [...spans].sort((left, right) => left.start - right.start || right.end - left.end)) {
    const last = result.at(-1)
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}

/** Neighbours of one person ("Дана Сейтқали" found word by word) are one pseudonym, not two. */
const joined = (text: string, spans: readonly Span[]): Span[] => {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    const between = last === undefined ? "" : text.slice(last.end, span.start)
    if (last !== undefined && last.subject === span.subject && /^\s*$/u.test(between)) last.end = span.end
    else result.push({ ...span })
  }
  return result
}

/** In our own words a given name or a short surname is the person's; what only sounds like one is left. */
const isMeant = (hit: NameHit): boolean =>
  refuses(hit) || (["initials", "short", "given", "diminutive"].includes(hit.form) && hit.confidence >= leastMeant)
const leastMeant = 0.35

/** Makes the function that replaces every needle in a text by its subject's label. */
export const pseudonymiser = (set: NeedleSet): ((text: string) => string) => {
  const index = indexNeedles(set.needles)
  return (text) => {
    const folded = fold(text)
    const spans = allMatchesIn(folded, index)
      .filter(isMeant)
      .map((match) => spanOf(text, folded.source, match))
    let result = ""
    let at = 0
    for (const span of joined(text, merged(spans))) {
      const label = set.subjects[span.subject]?.label ?? ""
      result += text.slice(at, span.start) + (label === "" ? nameless : label)
      at = span.end
    }
    return result + text.slice(at)
  }
}

/**
 * Words that may be a name though no spelling of it: romanised otherwise, misheard, mistyped, fond. All of it is for a person
 * to look at, so it errs on the side of asking; words written small are mostly left out, since names are not.
 */
import { type AlikeIndex, nearParts, soundsLike, spelledLike } from "./alike-index.ts"
import type { PartPlace } from "./find-letters.ts"
import { hitOf, mostAsked, type NameHit } from "./hit.ts"
import { endsAt, isCapitalAt, isParted, type SearchedText, startsAt } from "./searched-text.ts"
import { fondOf } from "./fond-forms.ts"

/** A word of the text. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly folded: string
  readonly source: string
  /** Written as names are. */
  readonly named: boolean
}

const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

const tokensOf = (text: SearchedText): Token[] => {
  const tokens: Token[] = []
  const { original, text: folded, source } = text.folded
  for (let start = 0; start < folded.length; ) {
    let end = start + 1
    while (end < folded.length && !endsAt(text, end)) end += 1
    const last = source[end - 1] ?? 0
    // Subtle: the marks on the last letter belong to the word.
    const tail = /^\p{M}*/u.exec(original.slice(last + 1, last + 9))?.[0] ?? ""
    const word = original.slice(source[start] ?? 0, last + 1) + tail
    const named = isCapitalAt(text, start) || text.small
    if (startsAt(text, start))
      tokens.push({ start, end, folded: folded.slice(start, end), source: word.replace(unseen, ""), named })
    start = end
  }
  return tokens
}

const fondConfidence = 0.3

/** What one word may be: the surest for each person. */
const doubtsAbout = (token: Token, index: AlikeIndex): NameHit[] => {
  const { start, end } = token
  const best = new Map<number, NameHit>()
  const add = (hit: NameHit): void => {
    if (hit.confidence > (best.get(hit.subject)?.confidence ?? 0)) best.set(hit.subject, hit)
  }
  for (const [subject, alike] of soundsLike(token, index, mostAsked))
    add(hitOf(subject, "queue", "sounds-alike", start, end, Number((alike * 0.7).toFixed(2))))
  for (const subject of spelledLike(token, index)) add(hitOf(subject, "queue", "one-letter-off", start, end))
  if (token.named)
    for (const subject of [...fondOf(token.folded, index.given)].slice(0, mostAsked))
      add(hitOf(subject, "queue", "diminutive", start, end, fondConfidence))
  return [...best.values()]
}

const besideConfidence = 0.6

/** Beside one part of a person's name a word that is near another part: both, though either is too short alone. */
const besideHits = (
  text: SearchedText,
  places: readonly PartPlace[],
  tokens: readonly Token[],
  index: AlikeIndex,
): NameHit[] => {
  const starting = new Map(tokens.map((token) => [token.start, token]))
  const ending = new Map(tokens.map((token) => [token.end, token]))
  const hits: NameHit[] = []
  for (const { group, start, endWithEnding, startsWord, endsWord } of places) {
    if (!startsWord || !endsWord) continue
    for (const token of [ending.get(start), starting.get(endWithEnding)]) {
      if (token === undefined || !token.named || token.folded.length < 2) continue
      if (isParted(text, Math.max(start, token.start))) continue
      const [from, to] = [Math.min(start, token.start), Math.max(endWithEnding, token.end)]
      for (const [subject, near] of nearParts(token, index)) {
        const own = group.bySubject.get(subject) ?? []
        if (own.some(({ part, form }) => form !== "diminutive" && [...near].some((other) => other !== part)))
          hits.push(hitOf(subject, "queue", "one-letter-off", from, to, besideConfidence))
      }
    }
  }
  return hits
}

/** Everything that may be somebody's name, `places` being what was found letter by letter. */
export const findAlike = (text: SearchedText, index: AlikeIndex, places: readonly PartPlace[]): NameHit[] => {
  if (index.isEmpty) return []
  const tokens = tokensOf(text)
  const known = new Map<string, readonly NameHit[]>()
  const hits = tokens.flatMap((token) => {
    const key = `${token.source} ${String(token.named)}`
    const before = known.get(key)
    if (before !== undefined) return before.map((hit) => ({ ...hit, start: token.start, end: token.end }))
    const own = doubtsAbout(token, index)
    known.set(key, own)
    return own
  })
  for (const hit of besideHits(text, places, tokens, index)) hits.push(hit)
  return hits
}

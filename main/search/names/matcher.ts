/**
 * Finds people in a text: prepared once for any number of them, then one pass over each text.
 *
 *   letters  every form of every part of every name, whatever stands in it, between it or beside it (find-letters.ts)
 *   alike    words that sound like a name or differ by a letter or two (find-alike.ts)
 *
 * Knows nothing of the vault, of pages or of files. No name becomes a regular expression.
 */
import { type AlikeIndex, indexAlike } from "./alike-index.ts"
import { findAlike } from "./find-alike.ts"
import { findLetters } from "./find-letters.ts"
import { type Folded, foldedText } from "./fold.ts"
import type { NameHit, NameSubject } from "./hit.ts"
import { groupsOf, type PatternGroup, patternsOf } from "./patterns.ts"
import type { SearchedText } from "./searched-text.ts"
import { makeTrie, type Trie } from "./trie.ts"

export interface NameMatcher {
  readonly trie: Trie<PatternGroup>
  readonly alike: AlikeIndex
  readonly initials: readonly ReadonlySet<string>[]
}

/** Prepares `subjects` to be found. Some milliseconds for each, so it is kept for as long as they are the same. */
export const prepareNames = (subjects: readonly NameSubject[]): NameMatcher => {
  const { patterns, parts } = patternsOf(subjects)
  const initials = subjects.map(() => new Set<string>())
  for (const { subject, text } of parts) initials[subject]?.add(foldedText(text).slice(0, 1))
  return { trie: makeTrie(groupsOf(patterns)), alike: indexAlike(parts), initials }
}

/** What blocks, what is spelled out, what is guessed: the weaker says nothing new where a stronger one stands. */
const tierOf = ({ level, form }: NameHit): 0 | 1 | 2 => {
  if (level === "block") return 0
  return form === "sounds-alike" || form === "one-letter-off" ? 2 : 1
}

/** The widest first, then the surest. */
const order = (left: NameHit, right: NameHit): number =>
  left.start - right.start || right.end - left.end || right.confidence - left.confidence

/** Of hits of one person and tier, sorted, those that no other holds. */
const widest = (hits: readonly NameHit[]): NameHit[] => {
  const kept: NameHit[] = []
  for (const hit of [...hits].sort(order)) if (hit.end > (kept.at(-1)?.end ?? -1)) kept.push(hit)
  return kept
}

/** Those that no stronger hit holds. Both are sorted, and none holds one of its own list. */
const notHeld = (strong: readonly NameHit[], weak: readonly NameHit[]): NameHit[] => {
  let at = 0
  return weak.filter(({ start, end }) => {
    while (at < strong.length && (strong[at]?.end ?? 0) < end) at += 1
    return (strong[at]?.start ?? Number.POSITIVE_INFINITY) > start
  })
}

/** Of hits of one person, those that no stronger one holds. */
const withoutHeld = (hits: readonly NameHit[]): NameHit[] => {
  const bySubject = new Map<number, readonly [NameHit[], NameHit[], NameHit[]]>()
  for (const hit of hits) {
    const own = bySubject.get(hit.subject) ?? [[], [], []]
    own[tierOf(hit)].push(hit)
    bySubject.set(hit.subject, own)
  }
  return [...bySubject.values()]
    .flatMap(([blocking, spelled, guessed]) => {
      const blocks = widest(blocking)
      const words = notHeld(blocks, widest(spelled))
      return [...blocks, ...words, ...notHeld(words, notHeld(blocks, widest(guessed)))]
    })
    .sort(order)
}

const searched = (folded: Folded): SearchedText => ({ folded, small: !/\p{Lu}/u.test(folded.original) })

/** Every place of `folded` where somebody stands or may stand. */
export const findNames = (matcher: NameMatcher, folded: Folded): NameHit[] => {
  const text = searched(folded)
  const { hits, places } = findLetters(text, matcher.trie, matcher.initials)
  return withoutHeld([...hits, ...findAlike(text, matcher.alike, places)])
}

/** Only what is spelled out, for texts that are long or no prose: everything that blocks is among it. */
export const findSpelled = (matcher: NameMatcher, folded: Folded): NameHit[] =>
  withoutHeld(findLetters(searched(folded), matcher.trie, matcher.initials).hits)

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

const isGuess = ({ form }: NameHit): number => (form === "sounds-alike" || form === "one-letter-off" ? 1 : 0)

/** The widest first, then what is spelled out, then the surest. */
const order = (left: NameHit, right: NameHit): number =>
  left.start - right.start ||
  right.end - left.end ||
  isGuess(left) - isGuess(right) ||
  right.confidence - left.confidence

/** Of hits of one person and level, sorted, those that no other holds. */
const widest = (hits: readonly NameHit[]): NameHit[] => {
  const kept: NameHit[] = []
  for (const hit of [...hits].sort(order)) if (hit.end > (kept.at(-1)?.end ?? -1)) kept.push(hit)
  return kept
}

/** Doubts about what blocks already are none. Both are sorted, and neither holds one of its own. */
const doubtsBeside = (blocks: readonly NameHit[], doubts: readonly NameHit[]): NameHit[] => {
  let at = 0
  return doubts.filter(({ start, end }) => {
    while (at < blocks.length && (blocks[at]?.end ?? 0) < end) at += 1
    return (blocks[at]?.start ?? Number.POSITIVE_INFINITY) > start
  })
}

/** Of hits of one person, those that no stronger one holds. */
const withoutHeld = (hits: readonly NameHit[]): NameHit[] => {
  const bySubject = new Map<number, { block: NameHit[]; queue: NameHit[] }>()
  for (const hit of hits) {
    const own = bySubject.get(hit.subject)
    if (own !== undefined) own[hit.level].push(hit)
    else bySubject.set(hit.subject, { block: [], queue: [], [hit.level]: [hit] })
  }
  return [...bySubject.values()]
    .flatMap(({ block, queue }) => {
      const blocks = widest(block)
      return [...blocks, ...doubtsBeside(blocks, widest(queue))]
    })
    .sort(order)
}

/** Every place of `folded`, which is `source` folded, where somebody stands or may stand. */
export const findNames = (matcher: NameMatcher, folded: Folded, source: string): NameHit[] => {
  const text: SearchedText = { folded, source, small: !/\p{Lu}/u.test(source) }
  const { hits, places } = findLetters(text, matcher.trie, matcher.initials)
  return withoutHeld([...hits, ...findAlike(text, matcher.alike, places)])
}

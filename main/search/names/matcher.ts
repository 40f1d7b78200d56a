/**
 * Finds people in a text: prepared once for any number of them, then one pass over each text.
 *
 *   letters  every form of every part of every name, whatever stands in it, between it or beside it (find-letters.ts)
 *   alike    words that sound like a name or differ by a letter or two (find-alike.ts)
 *
 * Knows nothing of the vault, of pages or of files. No name becomes a regular expression.
 */
import { type AlikeIndex, findAlike, indexAlike } from "./find-alike.ts"
import { findLetters, type SearchedText } from "./find-letters.ts"
import { type Folded, foldedText } from "./fold.ts"
import type { NameHit, NameSubject } from "./hit.ts"
import { type Pattern, patternsOf } from "./patterns.ts"
import { makeTrie, type Trie } from "./trie.ts"

export interface NameMatcher {
  readonly trie: Trie<Pattern>
  readonly alike: AlikeIndex
  readonly initials: readonly ReadonlySet<string>[]
}

/** Prepares `subjects` to be found. Some milliseconds for each, so it is kept for as long as they are the same. */
export const prepareNames = (subjects: readonly NameSubject[]): NameMatcher => {
  const { patterns, parts } = patternsOf(subjects)
  const initials = subjects.map(() => new Set<string>())
  for (const { subject, role, text } of parts)
    if (role !== "surname" || (subjects[subject]?.names.length ?? 0) > 0)
      initials[subject]?.add(foldedText(text).slice(0, 1))
  return { trie: makeTrie(patterns), alike: indexAlike(parts), initials }
}

const strength = ({ level, confidence, start, end }: NameHit): number =>
  (level === "block" ? 1e6 : 0) + (end - start) * 10 + confidence

/** Of hits of one person, those that no stronger one holds. */
const withoutHeld = (hits: readonly NameHit[]): NameHit[] => {
  const bySubject = new Map<number, NameHit[]>()
  for (const hit of [...hits].sort((left, right) => strength(right) - strength(left))) {
    const kept = bySubject.get(hit.subject)
    if (kept === undefined) bySubject.set(hit.subject, [hit])
    else if (!kept.some(({ start, end }) => start <= hit.start && end >= hit.end)) kept.push(hit)
  }
  return [...bySubject.values()].flat().sort((left, right) => left.start - right.start || right.end - left.end)
}

/** Every place of `folded`, which is `source` folded, where somebody stands or may stand. */
export const findNames = (matcher: NameMatcher, folded: Folded, source: string): NameHit[] => {
  const text: SearchedText = { folded, source, small: !/\p{Lu}/u.test(source) }
  const { hits, places } = findLetters(text, matcher.trie, matcher.initials)
  return withoutHeld([...hits, ...findAlike(text, matcher.alike, places)])
}

/**
 * Spellings found letter by letter: each form of each part of a name, and what stands beside it. A surname that tells blocks
 * alone; other parts block when two of them stand together, and are queued alone.
 */
import { type HitForm, hitOf, mostAsked, type NameHit } from "./hit.ts"
import { isKazakhEnding, longestKazakhEnding } from "./kazakh-endings.ts"
import type { PartPattern, PatternGroup, WholePattern } from "./patterns.ts"
import {
  endsAt,
  isCapitalAt,
  isDigitAt,
  isOneWord,
  isParted,
  isSeam,
  type SearchedText,
  startsAt,
} from "./searched-text.ts"
import { entriesAt, type Trie } from "./trie.ts"

/** Where parts of one spelling stand, also inside words: what stands beside them may make more of them. */
export interface PartPlace {
  readonly group: PatternGroup
  readonly start: number
  /** Without and with the Kazakh ending that hangs on it. */
  readonly end: number
  readonly endWithEnding: number
  readonly startsWord: boolean
  readonly endsWord: boolean
}

const touchesDigits = (text: SearchedText, start: number, end: number): boolean => {
  // +7, 8 and 007 are codes of the same number.
  let before = start
  while (before > 0 && start - before < 3 && !startsAt(text, before) && isDigitAt(text, before - 1)) before -= 1
  const code = text.folded.text.slice(before, start)
  const codeBefore = before === start || (startsAt(text, before) && /^[78о]{1,3}$/u.test(code))
  return !codeBefore || (!endsAt(text, end) && isDigitAt(text, end - 1) && isDigitAt(text, end))
}

const reaches = (text: SearchedText, { reach }: WholePattern, start: number, end: number): boolean => {
  switch (reach) {
    case "anywhere":
      return true
    case "whole-word":
      return startsAt(text, start) && endsAt(text, end)
    case "word-start":
      return startsAt(text, start)
    case "digits":
      return isDigitAt(text, start) ? !touchesDigits(text, start, end) : startsAt(text, start) && endsAt(text, end)
  }
}

/** A short word may be another one. */
const shortConfidence = 0.6

const wholeHit = ({ subject, form, reach }: WholePattern, start: number, end: number): NameHit =>
  hitOf(subject, "block", form, start, end, reach === "anywhere" || reach === "digits" ? 1 : shortConfidence)

/** Where the word goes on after `end` with a Kazakh ending and stops; else `end`. */
const withEnding = (text: SearchedText, { endings }: PatternGroup, end: number): number => {
  if (endsAt(text, end)) return end
  const { text: folded, endsWord } = text.folded
  for (let to = end + 1; to <= Math.min(folded.length, end + longestKazakhEnding); to += 1)
    if (endsWord[to - 1] === true) return isKazakhEnding(folded.slice(end, to), endings) ? to : end
  return end
}

const placeOf = (text: SearchedText, group: PatternGroup, start: number, end: number): PartPlace => {
  const endWithEnding = withEnding(text, group, end)
  const startsWord = startsAt(text, start) || isSeam(text, start)
  const endsWord = endsAt(text, end) || endWithEnding > end || isSeam(text, end)
  return { group, start, end, endWithEnding, startsWord, endsWord }
}

/** Shorter pieces stand in words by chance. */
const leastInside = 6

const aloneTelling = (text: SearchedText, place: PartPlace, pattern: PartPattern): NameHit | undefined => {
  const { start, endWithEnding, startsWord, endsWord } = place
  const { subject, form, needsCapital } = pattern
  if (!startsWord || !endsWord)
    return pattern.folded.length >= leastInside ? hitOf(subject, "queue", "inside", start, endWithEnding) : undefined
  if (!needsCapital || isCapitalAt(text, start)) return hitOf(subject, "block", form, start, endWithEnding)
  return hitOf(subject, "queue", "short", start, endWithEnding)
}

const weakForm = ({ form, role }: PartPattern): HitForm =>
  form === "diminutive" ? form : role === "surname" ? "short" : "given"

/** A small "вера" is mostly faith: asked about only where nothing else of the person is known. */
const smallConfidence = 0.2

const aloneWeak = (text: SearchedText, place: PartPlace, pattern: PartPattern): NameHit | undefined => {
  const { start, endWithEnding } = place
  if (!place.startsWord || !place.endsWord) return undefined
  const form = weakForm(pattern)
  if (isCapitalAt(text, start)) return hitOf(pattern.subject, "queue", form, start, endWithEnding)
  const asked = (text.small && pattern.folded.length > 2) || (pattern.only && form === "short")
  return asked ? hitOf(pattern.subject, "queue", form, start, endWithEnding, smallConfidence) : undefined
}

/** What parts say where nothing of the same person stands beside them. */
const alone = (text: SearchedText, place: PartPlace): NameHit[] => {
  const hits: NameHit[] = []
  let asked = 0
  for (const pattern of place.group.parts) {
    const telling = pattern.tells && pattern.form !== "diminutive"
    if (!telling && asked >= mostAsked) continue
    const hit = telling ? aloneTelling(text, place, pattern) : aloneWeak(text, place, pattern)
    if (hit === undefined) continue
    hits.push(hit)
    if (!telling) asked += 1
  }
  return hits
}

/** Two parts run together without a sign of it must be long enough to be no word. */
const leastJoined = 6
/** May these two places be one name, whoever's? */
const joins = (text: SearchedText, left: PartPlace, right: PartPlace): boolean => {
  if (!left.startsWord || !right.endsWord) return false
  const length = right.end - left.start
  const inner = left.endsWord && right.startsWord
  if (inner ? isParted(text, right.start) : length < leastJoined) return false
  return isCapitalAt(text, left.start) || isCapitalAt(text, right.start) || text.small || length >= leastJoined
}

const pairsOf = (left: PartPlace, right: PartPlace): NameHit[] => {
  const [few, many] = left.group.bySubject.size < right.group.bySubject.size ? [left, right] : [right, left]
  const hits: NameHit[] = []
  for (const [subject, own] of few.group.bySubject) {
    const others = many.group.bySubject.get(subject) ?? []
    const different = own.flatMap((one) =>
      others.filter(({ part }) => part !== one.part).map((other) => [one, other] as const),
    )
    if (different.length === 0) continue
    const strong = different.some((pair) => pair.every((one) => one.form !== "diminutive"))
    hits.push(
      strong
        ? hitOf(subject, "block", "full-name", left.start, right.endWithEnding)
        : hitOf(subject, "queue", "diminutive", left.start, right.endWithEnding, 0.6),
    )
  }
  return hits
}

const pairs = (text: SearchedText, places: readonly PartPlace[]): NameHit[] => {
  const byEnd = new Map<number, PartPlace[]>()
  for (const place of places)
    for (const end of new Set([place.end, place.endWithEnding])) {
      const own = byEnd.get(end)
      if (own === undefined) byEnd.set(end, [place])
      else own.push(place)
    }
  return places.flatMap((right) =>
    (byEnd.get(right.start) ?? []).flatMap((left) => (joins(text, left, right) ? pairsOf(left, right) : [])),
  )
}

/** A letter that stands alone, and may begin somebody's given name. */
const initialAt = (text: SearchedText, unit: number): string =>
  startsAt(text, unit) && endsAt(text, unit + 1) && isCapitalAt(text, unit) ? (text.folded.text[unit] ?? "") : ""

/** Initials before or after a surname: "Д. Е. Сейтқали", "Сейтқали Д.". The first must be one of the person's. */
const withInitials = (
  text: SearchedText,
  { start, endWithEnding }: PartPlace,
  initials: ReadonlySet<string>,
): [start: number, end: number] | undefined => {
  if (initials.has(initialAt(text, endWithEnding)))
    return [start, endWithEnding + (initialAt(text, endWithEnding + 1) === "" ? 1 : 2)]
  const [near, far] = [initialAt(text, start - 1), initialAt(text, start - 2)]
  if (near !== "" && far !== "" && initials.has(far)) return [start - 2, endWithEnding]
  return near !== "" && initials.has(near) ? [start - 1, endWithEnding] : undefined
}

const initialHits = (text: SearchedText, place: PartPlace, initials: readonly ReadonlySet<string>[]): NameHit[] => {
  if (!place.startsWord || !place.endsWord) return []
  return place.group.parts.flatMap(({ role, form, subject, tells }) => {
    if (role !== "surname" || form === "diminutive") return []
    const span = withInitials(text, place, initials[subject] ?? new Set())
    if (span === undefined) return []
    return [hitOf(subject, tells ? "block" : "queue", "initials", ...span, tells ? 0.95 : 0.7)]
  })
}

export interface LetterFinds {
  readonly hits: NameHit[]
  readonly places: readonly PartPlace[]
}

/** Everything that is found letter by letter. `initials[subject]`: the folded first letters of the parts of their names. */
export const findLetters = (
  text: SearchedText,
  trie: Trie<PatternGroup>,
  initials: readonly ReadonlySet<string>[],
): LetterFinds => {
  const hits: NameHit[] = []
  const places: PartPlace[] = []
  for (let start = 0; start < text.folded.text.length; start += 1)
    entriesAt(trie, text.folded.text, start, (group, end) => {
      for (const pattern of group.wholes)
        if (reaches(text, pattern, start, end)) hits.push(wholeHit(pattern, start, end))
      if (group.parts.length > 0 && (end - start >= leastInside || isOneWord(text, start, end)))
        places.push(placeOf(text, group, start, end))
    })
  for (const place of places) {
    hits.push(...alone(text, place))
    hits.push(...initialHits(text, place, initials))
  }
  for (const hit of pairs(text, places)) hits.push(hit)
  return { hits, places }
}

/**
 * Spellings found letter by letter: each form of each part of a name, and what stands beside it. A surname that tells blocks
 * alone; other parts block when two of them stand together, and are queued alone.
 */
import type { Folded } from "./fold.ts"
import type { HitForm, HitLevel, NameHit } from "./hit.ts"
import { isKazakhEnding, longestKazakhEnding } from "./kazakh-endings.ts"
import type { PartPattern, Pattern, WholePattern } from "./patterns.ts"
import { entriesAt, type Trie } from "./trie.ts"

/** A folded text with what it was, so that capitals and signs between words can be seen. */
export interface SearchedText {
  readonly folded: Folded
  readonly source: string
  /** No capitals at all: a chat. Names are not told from words by them. */
  readonly small: boolean
}

export interface PartPlace {
  readonly pattern: PartPattern
  readonly start: number
  /** Without and with the Kazakh ending that hangs on it. */
  readonly end: number
  readonly endWithEnding: number
  readonly startsWord: boolean
  readonly endsWord: boolean
}

const digit = /\d/u
const capital = /\p{Lu}/u
const smallLetter = /[\p{Ll}\p{N}]/u

const sourceAt = ({ folded, source }: SearchedText, unit: number): string => source[folded.source[unit] ?? -1] ?? ""

export const isCapitalAt = (text: SearchedText, unit: number): boolean => capital.test(sourceAt(text, unit))

/** "виделСмирнову": words that lost the space between them still show where one begins. */
const isSeam = (text: SearchedText, unit: number): boolean =>
  unit > 0 && isCapitalAt(text, unit) && smallLetter.test(sourceAt(text, unit - 1))

export const startsAt = ({ folded }: SearchedText, unit: number): boolean => folded.startsWord[unit] === true
export const endsAt = ({ folded }: SearchedText, end: number): boolean => folded.endsWord[end - 1] === true

/** "0" and "3" are letters once folded: asked of the source. */
const isDigitAt = (text: SearchedText, unit: number): boolean => digit.test(sourceAt(text, unit))

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

/** Where the word goes on after `end` with a Kazakh ending and stops; else `end`. */
const withEnding = (text: SearchedText, { endings }: PartPattern, end: number): number => {
  if (endsAt(text, end)) return end
  const { text: folded, endsWord } = text.folded
  for (let to = end + 1; to <= Math.min(folded.length, end + longestKazakhEnding); to += 1)
    if (endsWord[to - 1] === true) return isKazakhEnding(folded.slice(end, to), endings) ? to : end
  return end
}

const placeOf = (text: SearchedText, pattern: PartPattern, start: number, end: number): PartPlace => {
  const endWithEnding = withEnding(text, pattern, end)
  return {
    pattern,
    start,
    end,
    endWithEnding,
    startsWord: startsAt(text, start) || isSeam(text, start),
    endsWord: endsAt(text, end) || endWithEnding > end || isSeam(text, end),
  }
}

export interface LetterFinds {
  readonly hits: NameHit[]
  /** Every part of a name, also inside words: what stands beside them may make more of them. */
  readonly places: readonly PartPlace[]
}

const confidences: Readonly<Record<HitForm, number>> = {
  exact: 1,
  inflected: 0.95,
  "full-name": 1,
  initials: 0.95,
  identifier: 1,
  term: 1,
  inside: 0.5,
  short: 0.6,
  given: 0.4,
  diminutive: 0.35,
  "one-letter-off": 0.5,
  "sounds-alike": 0.5,
}

export const hitOf = (
  subject: number,
  level: HitLevel,
  form: HitForm,
  start: number,
  end: number,
  confidence = confidences[form],
): NameHit => ({ subject, level, form, start, end, confidence })

/** Shorter pieces stand in words by chance. */
const leastInside = 6

/** What a part says where nothing of the same person stands beside it. */
const alone = (text: SearchedText, place: PartPlace): NameHit | undefined => {
  const { pattern, start, endWithEnding } = place
  const { subject, role, tells, form } = pattern
  if (!place.startsWord || !place.endsWord) {
    if (!tells || form === "diminutive" || pattern.folded.length < leastInside) return undefined
    return hitOf(subject, "queue", "inside", start, endWithEnding)
  }
  const named = isCapitalAt(text, start) || (text.small && pattern.folded.length > 2)
  if (tells)
    return named || !pattern.needsCapital
      ? hitOf(subject, pattern.needsCapital && text.small ? "queue" : "block", form, start, endWithEnding)
      : hitOf(subject, "queue", "short", start, endWithEnding)
  if (!named) return undefined
  const weak = form === "diminutive" ? form : role === "surname" ? "short" : "given"
  return hitOf(subject, "queue", weak, start, endWithEnding)
}

/** Two parts run together without a sign of it must be long enough to be no word. */
const leastJoined = 6
/** Another sentence, or an aside, is another person. */
const parting = /[.!?;:()«»"“”/|]/u

const between = ({ folded, source }: SearchedText, end: number, start: number): string =>
  source.slice((folded.source[end - 1] ?? 0) + 1, folded.source[start] ?? 0)

const pairOf = (text: SearchedText, left: PartPlace, right: PartPlace): NameHit | undefined => {
  if (left.pattern.part === right.pattern.part || !left.startsWord || !right.endsWord) return undefined
  const inner = left.endsWord && right.startsWord
  if (!inner && right.end - left.start < leastJoined) return undefined
  if (inner && parting.test(between(text, right.start, right.start))) return undefined
  const named = isCapitalAt(text, left.start) || isCapitalAt(text, right.start)
  if (!named && !text.small && right.end - left.start < leastJoined) return undefined
  const weak = left.pattern.form === "diminutive" || right.pattern.form === "diminutive"
  const { subject } = left.pattern
  return weak
    ? hitOf(subject, "queue", "diminutive", left.start, right.endWithEnding, 0.6)
    : hitOf(subject, "block", "full-name", left.start, right.endWithEnding)
}

const pairs = (text: SearchedText, places: readonly PartPlace[]): NameHit[] => {
  const byEnd = new Map<string, PartPlace[]>()
  const remember = (place: PartPlace, end: number): void => {
    const key = `${place.pattern.subject} ${end}`
    const own = byEnd.get(key)
    if (own === undefined) byEnd.set(key, [place])
    else own.push(place)
  }
  for (const place of places) {
    remember(place, place.end)
    if (place.endWithEnding > place.end) remember(place, place.endWithEnding)
  }
  return places.flatMap((right) =>
    (byEnd.get(`${right.pattern.subject} ${right.start}`) ?? []).flatMap((left) => {
      const hit = pairOf(text, left, right)
      return hit === undefined ? [] : [hit]
    }),
  )
}

/** A letter that stands alone, and may begin somebody's given name. */
const initialAt = (text: SearchedText, unit: number): string =>
  startsAt(text, unit) && endsAt(text, unit + 1) && isCapitalAt(text, unit) ? (text.folded.text[unit] ?? "") : ""

/** Initials before or after a surname: "Д. Е. Сейтқали", "Сейтқали Д.". The first must be one of the person's. */
const withInitials = (text: SearchedText, place: PartPlace, initials: ReadonlySet<string>): NameHit | undefined => {
  const { pattern, start, endWithEnding } = place
  if (pattern.role !== "surname" || pattern.form === "diminutive" || !place.startsWord || !place.endsWord) return undefined
  let [from, to] = [start, endWithEnding]
  if (initials.has(initialAt(text, to))) {
    to += 1
    if (initialAt(text, to) !== "") to += 1
  } else {
    const [near, far] = [initialAt(text, start - 1), initialAt(text, start - 2)]
    if (near === "") return undefined
    if (far !== "" && initials.has(far)) from = start - 2
    else if (initials.has(near)) from = start - 1
    else return undefined
  }
  return hitOf(pattern.subject, pattern.tells ? "block" : "queue", "initials", from, to, pattern.tells ? 0.95 : 0.7)
}

/** Everything that is found letter by letter. `initials[subject]`: folded first letters of given names and patronymics. */
export const findLetters = (
  text: SearchedText,
  trie: Trie<Pattern>,
  initials: readonly ReadonlySet<string>[],
): LetterFinds => {
  const hits: NameHit[] = []
  const places: PartPlace[] = []
  for (let start = 0; start < text.folded.text.length; start += 1)
    entriesAt(trie, text.folded.text, start, (patterns, end) => {
      for (const pattern of patterns)
        if (pattern.kind === "part") places.push(placeOf(text, pattern, start, end))
        else if (reaches(text, pattern, start, end)) hits.push(hitOf(pattern.subject, "block", pattern.form, start, end))
    })
  for (const place of places) {
    const hit = alone(text, place)
    if (hit !== undefined) hits.push(hit)
    const longer = withInitials(text, place, initials[place.pattern.subject] ?? new Set())
    if (longer !== undefined) hits.push(longer)
  }
  hits.push(...pairs(text, places))
  return { hits, places }
}

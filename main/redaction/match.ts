import type { Folded } from "./fold.ts"
import type { Needle } from "./needles.ts"

/** A needle at `[start, end)` of a folded text. */
export interface Match {
  readonly needle: Needle
  readonly start: number
  readonly end: number
}

/** Needles by their first two folded characters: one pass over a text for ten thousand of them. */
export type NeedleIndex = ReadonlyMap<string, readonly Needle[]>

export const indexNeedles = (needles: readonly Needle[]): NeedleIndex => {
  const index = new Map<string, Needle[]>()
  const seen = new Set<string>()
  for (const needle of needles) {
    const key = `${needle.folded}\u0000${needle.subject}`
    if (seen.has(key)) continue
    seen.add(key)
    const head = needle.folded.slice(0, 2)
    const bucket = index.get(head)
    if (bucket === undefined) index.set(head, [needle])
    else bucket.push(needle)
  }
  return index
}

const reaches = (needle: Needle, text: Folded, start: number, end: number): boolean => {
  if (needle.reach === "anywhere") return true
  if (text.startsWord[start] !== true) return false
  return needle.reach === "word-start" || text.endsWord[end - 1] === true
}

/** Every place where a needle stands in `text`, at most `limit` of them. */
export const matchesIn = (text: Folded, index: NeedleIndex, limit = Number.POSITIVE_INFINITY): Match[] => {
  const matches: Match[] = []
  for (let start = 0; start + 2 <= text.text.length && matches.length < limit; start += 1) {
    const bucket = index.get(text.text.slice(start, start + 2))
    if (bucket === undefined) continue
    for (const needle of bucket) {
      const end = start + needle.folded.length
      if (text.text.startsWith(needle.folded, start) && reaches(needle, text, start, end))
        matches.push({ needle, start, end })
    }
  }
  return matches
}

/**
 * Needles in a folded text. What refuses a copy and what only waits for a look are told apart here, once for proposals, for the
 * proof and for the checker.
 */
import type { Folded } from "../search/names/fold.ts"
import type { NameHit } from "../search/names/hit.ts"
import { findNames, findSpelled, type NameMatcher, prepareNames } from "../search/names/matcher.ts"
import { type Needle, nameSubjects } from "./needles.ts"

/** Needles, prepared: any number of them cost one pass over a text. */
export type NeedleIndex = NameMatcher

const prepared = new WeakMap<readonly Needle[], NeedleIndex>()
/** In parser processes the same needles arrive anew with every call. */
let last: { readonly text: string; readonly index: NeedleIndex } | undefined

export const indexNeedles = (needles: readonly Needle[]): NeedleIndex => {
  const known = prepared.get(needles)
  if (known !== undefined) return known
  const text = JSON.stringify(needles)
  if (last?.text !== text) last = { text, index: prepareNames(nameSubjects(needles)) }
  prepared.set(needles, last.index)
  return last.index
}

/**
 * Does such a hit refuse a copy? What blocks does, and so does a long name inside another word: the space before it may have been
 * lost on the way, and whoever knows that it is another name can clear it.
 */
export const refuses = ({ level, form }: NameHit): boolean => level === "block" || form === "inside"

/** Every place that refuses a copy, at most `limit` of them. */
export const matchesIn = (text: Folded, index: NeedleIndex, limit = Number.POSITIVE_INFINITY): NameHit[] =>
  findSpelled(index, text).filter(refuses).slice(0, limit)

const isGuess = ({ form }: NameHit): boolean => form === "sounds-alike" || form === "one-letter-off"

/** Every place that refuses a copy or is to be looked at. What is one person's for certain is nobody else's by its sound. */
export const allMatchesIn = (text: Folded, index: NeedleIndex): NameHit[] => {
  const hits = findNames(index, text)
  const certain = new Uint8Array(text.text.length)
  for (const { level, start, end } of hits) if (level === "block") certain.fill(1, start, end)
  return hits.filter((hit) => !isGuess(hit) || certain.subarray(hit.start, hit.end).includes(0))
}

/** A short name across two cells, or backwards, is a word by chance. */
const leastLong = 6
export const isLong = ({ start, end }: NameHit): boolean => end - start >= leastLong

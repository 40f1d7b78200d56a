/**
 * Places that a person cleared, since somebody else of that name stands there (redaction, rule 2).
 *
 * A place is a page, a rectangle and whom it was cleared for. A hit counts as cleared when each of its parts lies in such a
 * place of the same page and names that same somebody: the next place, a longer name or another person is a hit as before.
 * The text layer says “…” there, so that the judges of bytes, objects and text need no exception at all.
 */
import type { PageRect } from "../../shared/geometry.ts"
import type { NamedPlace } from "../../shared/model/redaction.ts"
import type { PageLine } from "../reading/page-text.ts"
import { findOnPage, type PageHit } from "./find.ts"
import { foldedText } from "../search/names/fold.ts"
import type { NeedleIndex } from "./match.ts"
import type { NeedleSubject } from "./needles.ts"

/** One occurrence that a person cleared. */
export interface ClearedPlace {
  /** From 1. */
  readonly page: number
  readonly places: readonly NamedPlace[]
}

/** What a needle stands for, as a plan remembers it: an actor's id, or the term itself. */
export const subjectKey = ({ key, terms, exact = [] }: NeedleSubject): string =>
  key === "" ? `term ${foldedText(terms[0] ?? exact[0] ?? "")}` : key

/** Asks whether a hit on one page was cleared. */
export type IsCleared = (hit: PageHit) => boolean

/** Readers place the same word a little differently: by half its height sideways, and anywhere on its line. */
const sideways = 0.5

const lies = (rect: PageRect, place: PageRect): boolean => {
  const room = place.height * sideways
  const middle = rect.y + rect.height / 2
  return (
    rect.x >= place.x - room &&
    rect.x + rect.width <= place.x + place.width + room &&
    middle >= place.y &&
    middle <= place.y + place.height
  )
}

/** What was cleared on `page`, as a question about its hits. */
export const clearedOn = (
  page: number,
  cleared: readonly ClearedPlace[],
  subjects: readonly NeedleSubject[],
): IsCleared => {
  const places = cleared.filter((one) => one.page === page).flatMap((one) => one.places)
  if (places.length === 0) return () => false
  return ({ match, parts }) => {
    const subject = subjects[match.subject]
    const who = subject === undefined ? undefined : subjectKey(subject)
    return parts.every(({ rect }) => places.some((place) => place.who === who && lies(rect, place.rect)))
  }
}

const inside = (word: PageRect, part: PageRect): boolean =>
  word.x >= part.x - 0.01 && word.x + word.width <= part.x + part.width + 0.01

/** The lines as the text layer may say them: cleared words as “…”. */
export const withoutCleared = (
  page: { readonly width: number; readonly height: number; readonly lines: readonly PageLine[] },
  index: NeedleIndex,
  isCleared: IsCleared,
): readonly PageLine[] => {
  const parts = findOnPage({ ...page, images: [] }, index)
    .filter(isCleared)
    .flatMap((hit) => hit.parts)
  if (parts.length === 0) return page.lines
  return page.lines.map((line, lineIndex) => {
    const own = parts.filter((part) => part.lineIndex === lineIndex)
    if (own.length === 0) return line
    const words = line.words.map((word) =>
      own.some(({ rect }) => inside(word.rect, rect)) ? { ...word, text: "…" } : word,
    )
    return { ...line, words }
  })
}

/** What must not leave of a protected person: names, parts of names, identifiers. */
import { foldedText } from "./fold.ts"
import type { NeedleSubject } from "./needles.ts"

/** A protected actor, as far as redaction needs one. */
export interface ProtectedActor {
  readonly id: string
  readonly names: readonly { readonly text: string }[]
  readonly identifiers: readonly { readonly text: string }[]
  /** The pseudonym for the audience, drawn inside boxes. */
  readonly label: string
}

/** Words of a name from this many letters on are searched for by themselves. */
const leastLetters = { propose: 4, prove: 6 } as const

const wordsOf = (name: string, least: number): string[] =>
  name.split(/[\s,;()"«»]+/u).filter((word) => foldedText(word).length >= least)

/** Both orders of a name of two or three words: files say the surname first, letters last. */
const ordersOf = (name: string): string[] => {
  const words = name.trim().split(/\s+/u)
  const [first = "", second = ""] = words
  if (words.length === 2) return [name, `${second} ${first}`]
  return words.length === 3 ? [name, `${first} ${second}`, `${second} ${first}`] : [name]
}

/**
 * The spellings to search for. A proof's are fewer than a proposal's: short parts of names match other people and plain
 * words, so they are shown to a person and do not block by themselves.
 */
export const subjectOfActor = (actor: ProtectedActor, purpose: keyof typeof leastLetters): NeedleSubject => {
  const names = actor.names.flatMap(({ text }) => [...ordersOf(text), ...wordsOf(text, leastLetters[purpose])])
  const terms = [...names, ...actor.identifiers.map(({ text }) => text)]
  return { terms: terms.filter((term) => foldedText(term).length >= 2), label: actor.label, key: actor.id }
}

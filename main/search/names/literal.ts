/** Spellings to look for in bytes, where nothing can be folded: the fewest that still find each form of each name. */
import { foldedText } from "./fold.ts"
import type { NameSubject } from "./hit.ts"
import { identifierSpellings } from "./identifiers.ts"
import { partsOf } from "./parts.ts"
import { type Reach, reachOf } from "./patterns.ts"
import { inflected } from "./russian-endings.ts"
import { spellingsOf } from "./spellings.ts"
import { stemOf } from "./stem.ts"

export interface Literal {
  readonly exact: string
  readonly reach: Reach
}

/** What only adds letters to a name is found by the name itself, from this many letters on. */
const leastStemLetters = 4

const withoutLonger = (texts: readonly string[]): string[] => {
  const kept = new Set<string>()
  for (const text of [...new Set(texts)].sort((left, right) => left.length - right.length)) {
    const held = Array.from({ length: text.length }, (_, length) => length).some(
      (length) => length >= leastStemLetters && kept.has(text.slice(0, length)) && !/\s/u.test(text.slice(length)),
    )
    if (!held) kept.add(text)
  }
  return [...kept]
}

const formsOfName = (name: string): string[] => {
  const text = name.normalize("NFC").trim()
  const parts = partsOf(text)
  const telling = parts.filter(({ tells }) => tells)
  const alone = telling.flatMap((part) => {
    const forms = spellingsOf(part)
      .filter(({ form }) => form !== "diminutive")
      .map(({ exact }) => exact)
    return withoutLonger([...forms, stemOf(part.text) ?? part.text])
  })
  // A name of which no word tells by itself is looked for as a whole, in each case.
  return telling.length > 0 ? [text, ...alone] : [text, ...inflected(text)]
}

/** Everything to look for in bytes for one subject, without repeats. */
export const literalsOf = ({ names, identifiers, terms, exact }: NameSubject): Literal[] => {
  const texts = [
    ...names.flatMap(formsOfName),
    ...identifiers.flatMap(identifierSpellings),
    ...terms.flatMap((term) => [term, stemOf(term) ?? term, ...identifierSpellings(term)]),
    ...exact,
  ]
  return [...new Set(texts)]
    .map((text) => ({ exact: text, reach: reachOf(foldedText(text)) }))
    .filter((literal) => foldedText(literal.exact).length >= 2)
}

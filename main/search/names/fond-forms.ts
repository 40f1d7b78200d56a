/**
 * Fond forms that are made by rule: the beginning of a given name and one of a few endings ("Ереке", "Сакеша", "Надюша"). There
 * are too many to write down, so the word is taken apart instead.
 */
import { foldedText } from "./fold.ts"
import type { SubjectPart } from "./patterns.ts"

/** People by the first letters, folded, of their given names. */
export type GivenIndex = ReadonlyMap<string, ReadonlySet<number>>

const shortestBeginning = 2
const longestBeginning = 6

export const indexGiven = (parts: readonly SubjectPart[]): GivenIndex => {
  const index = new Map<string, Set<number>>()
  for (const { role, only, forms, subject } of parts) {
    const [name = ""] = forms
    if (role !== "given" && !only) continue
    for (let length = shortestBeginning; length <= Math.min(longestBeginning, name.length); length += 1) {
      const own = index.get(name.slice(0, length))
      if (own === undefined) index.set(name.slice(0, length), new Set([subject]))
      else own.add(subject)
    }
  }
  return index
}

/** Ending, and the fewest letters before it: short ones make words by chance. */
const endings: readonly (readonly [string, number])[] = (
  [
    ["ке", 2],
    ["еке", 2],
    ["аке", 2],
    ["ека", 2],
    ["ака", 3],
    ["ка", 3],
    ["очка", 3],
    ["ечка", 2],
    ["енька", 3],
    ["онька", 3],
    ["ушка", 2],
    ["юшка", 2],
    ["уша", 3],
    ["юша", 3],
    ["ша", 3],
    ["еша", 3],
    ["аша", 3],
    ["ыша", 3],
    ["аш", 3],
    ["еш", 3],
    ["ыш", 3],
    ["иш", 3],
    ["ош", 3],
    ["ик", 3],
    ["чик", 4],
    ["ок", 4],
    ["уня", 3],
    ["юня", 3],
    ["уся", 3],
    ["уля", 3],
    ["ыч", 3],
    ["жан", 3],
    ["тай", 4],
    ["ай", 5],
    ["им", 3],
  ] as const
).map(([ending, least]) => [foldedText(ending), least] as const)

/** Cases of "-а", "-я" and consonants, near enough. */
const cases = [
  "",
  "е",
  "у",
  "ы",
  "и",
  "ю",
  "ой",
  "ей",
  "ом",
  "а",
  "ге",
  "га",
  "нин",
  "нын",
  "ди",
  "ды",
  "ти",
  "ты",
  "мен",
  "пен",
].map(foldedText)

/** "Ренька" is "Ренька", "Реньке" too: the ending's own vowel goes before a case. */
const asEnding = new Map<string, number>()
for (const [ending, least] of endings)
  for (const one of cases) {
    const own = one === "" || !/[аяе]$/u.test(ending) ? ending + one : ending.slice(0, -1) + one
    asEnding.set(own, Math.min(least, asEnding.get(own) ?? least))
    if (/(?:ке|ка)$/u.test(ending) && one.length >= 2) asEnding.set(ending + one, least)
  }

const longestEnding = Math.max(...[...asEnding.keys()].map(({ length }) => length))

/** People whom `word`, folded, may fondly call. */
export const fondOf = (word: string, index: GivenIndex): ReadonlySet<number> => {
  const found = new Set<number>()
  for (let length = Math.max(shortestBeginning, word.length - longestEnding); length < word.length; length += 1) {
    const least = asEnding.get(word.slice(length))
    if (least === undefined || length < least || length > longestBeginning) continue
    for (const subject of index.get(word.slice(0, length)) ?? []) found.add(subject)
  }
  return found
}

import { foldText } from "../fold.ts"
import type { Language } from "../model/ids.ts"
import { sortKey } from "../sort-key.ts"
import { labelOf, type Term, type TermList } from "./term.ts"

type Offered = Term & { readonly retired?: boolean }

export const termByCode = (list: TermList, code: string, extra: readonly Term[] = []): Term | undefined =>
  list.terms.find((term) => term.code === code) ?? extra.find((term) => term.code === code)

/** The broader terms of a term, broadest first, without itself. A parent that is not there ends the way up. */
export const pathOf = (list: TermList, term: Term, extra: readonly Term[] = []): Term[] => {
  const path: Term[] = []
  let parent = term.parent
  // Terms that people added are not ours to trust: a circle ends where it closes.
  while (parent !== "" && parent !== term.code && !path.some(({ code }) => code === parent)) {
    const found = termByCode(list, parent, extra)
    if (found === undefined) break
    path.unshift(found)
    parent = found.parent
  }
  return path
}

const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

const begins = (words: readonly string[], typed: string): boolean => words.some((word) => word.startsWith(typed))

const languages = ["en", "ru", "kk"] as const satisfies readonly Language[]

/** How well a term answers, smaller is better; undefined where it does not. */
const rankOf = (term: Term, path: readonly Term[], typed: readonly string[], language: Language) => {
  const whole = typed.join(" ")
  const own = wordsOf(labelOf(term, language))
  const all = languages.map((each) => wordsOf(term[each]))
  if (own.join(" ") === whole || term.code === whole) return 0
  if (all.some((words) => words.join(" ") === whole)) return 1
  if (own.join(" ").startsWith(whole)) return 2
  if (typed.every((word) => begins(own, word))) return 3
  if (all.some((words) => typed.every((word) => begins(words, word)))) return 4
  // Loose: some of it in the term, the rest in what it belongs to ("арест свобода").
  const anywhere = all.flat()
  const broader = path.flatMap((each) => languages.flatMap((of) => wordsOf(each[of])))
  const some = typed.some((word) => begins(anywhere, word))
  return some && typed.every((word) => begins(anywhere, word) || begins(broader, word)) ? 5 : undefined
}

/**
 * Terms that answer what has been typed so far, in any of the three languages and with either keyboard, best first:
 * the whole label, its beginning, beginnings of its words, those of another language, words of broader terms.
 * All in their order where nothing is typed. Retired terms are left out.
 */
export const findTerms = (
  list: TermList,
  query: string,
  language: Language,
  extra: readonly Offered[] = [],
): Term[] => {
  const terms: Offered[] = [...list.terms, ...extra].filter((term: Offered) => term.retired !== true)
  const typed = wordsOf(query)
  if (typed.length === 0) return query.trim() === "" ? terms : []
  return terms
    .map((term) => ({
      term,
      rank: rankOf(term, pathOf(list, term, extra), typed, language),
      key: sortKey(labelOf(term, language)),
    }))
    .filter((found): found is typeof found & { rank: number } => found.rank !== undefined)
    .sort((left, right) => left.rank - right.rank || (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ term }) => term)
}

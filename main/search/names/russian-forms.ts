/**
 * The cases of one word of a Russian or Russified name: by our own table of endings and by three packages, since each
 * misses some. Rather one form too many than one too few.
 */
import { inclineFirstname, inclineLastname, inclineMiddlename } from "lvovich"
import petrovich from "petrovich"
import nouns from "russian-nouns-js"
import { casesOf } from "./russian-endings.ts"

/** What a word is in a name, as far as its declension goes. */
export type Declension = "first" | "middle" | "last"

const cases = ["genitive", "dative", "accusative", "instrumental", "prepositional"] as const
const nounCases = ["родительный", "дательный", "винительный", "творительный", "предложный"] as const
const sexes = ["male", "female"] as const
const nounGenders = { male: "мужской", female: "женский" } as const

const incline = { first: inclineFirstname, middle: inclineMiddlename, last: inclineLastname } as const

const engine = new nouns.Engine()

/** Subtle: the packages throw on words that they do not expect, such as ones without a vowel. */
const tried = (forms: () => readonly string[]): readonly string[] => {
  try {
    return forms()
  } catch {
    return []
  }
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()

/** Families and whole clans: "Смирновы", "у Смирновых". */
const plural = (word: string): string[] => {
  const stem = /^(.+(?:[оеё]в|[иы]н))а?$/u.exec(word)?.[1]
  if (stem !== undefined) return ["ы", "ых", "ым", "ыми"].map((ending) => stem + ending)
  const adjective = /^(.+[сц]к)(?:ий|ая)$/u.exec(word)?.[1]
  return adjective === undefined ? [] : ["ие", "их", "им", "ими"].map((ending) => adjective + ending)
}

/** The same surname as the other sex bears it: families are named together. */
const otherSex = (word: string): string[] => {
  if (/(?:[оеё]в|[иы]н)$/u.test(word)) return [`${word}а`]
  if (/(?:[оеё]в|[иы]н)а$/u.test(word)) return [word.slice(0, -1)]
  if (/[сц]кий$/u.test(word)) return [`${word.slice(0, -2)}ая`]
  return /[сц]кая$/u.test(word) ? [`${word.slice(0, -2)}ий`] : []
}

const formsOfWord = (word: string, declension: Declension): string[] => {
  const own = casesOf(word).flat()
  const packaged = sexes.flatMap((sex) =>
    cases.flatMap((one) => [
      ...tried(() => [petrovich[sex][declension][one](word)]),
      ...tried(() => [incline[declension](word, one, sex)]),
    ]),
  )
  const declined = sexes.flatMap((sex) =>
    nounCases.flatMap((one) =>
      tried(() =>
        engine.decline({ text: word, gender: nounGenders[sex], animate: true, surname: declension === "last" }, one),
      ),
    ),
  )
  return [...own, ...packaged, ...declined]
}

const cyrillic = /^\p{Script=Cyrillic}+$/u

const known = new Map<string, readonly string[]>()
/** Names are looked at again and again; a list of ten thousand need not stay in memory for ever. */
const mostKnown = 20_000

/** Every form of `word` (one word in Cyrillic letters) but itself; empty for words in other letters. */
export const russianForms = (word: string, declension: Declension): readonly string[] => {
  if (!cyrillic.test(word)) return []
  const key = `${declension} ${word}`
  const found = known.get(key)
  if (found !== undefined) return found
  const name = capitalised(word)
  const bases = declension === "last" ? [name, ...otherSex(name)] : [name]
  const forms = new Set(bases.flatMap((base) => [base, ...formsOfWord(base, declension)]))
  if (declension === "last") for (const form of plural(name)) forms.add(form)
  forms.delete(name)
  if (known.size >= mostKnown) known.clear()
  known.set(key, [...forms])
  return [...forms]
}

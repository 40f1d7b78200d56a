/**
 * Kazakh endings: a name takes them whole ("Сейтқалиге", "Смирновтың"), agreeing with the vowels before them. Kept folded,
 * since Russian keyboards write them with Russian letters, and compared with what follows a name up to the end of its word.
 */
import { foldedText } from "./fold.ts"

/** Case endings after consonants and vowels; the back and the front form of each. */
const caseEndings = [
  ["ның", "нің"],
  ["дың", "дің"],
  ["тың", "тің"],
  ["ға", "ге"],
  ["қа", "ке"],
  ["ны", "ні"],
  ["ды", "ді"],
  ["ты", "ті"],
  ["да", "де"],
  ["та", "те"],
  ["дан", "ден"],
  ["тан", "тен"],
  ["нан", "нен"],
  ["мен", "мен"],
  ["бен", "бен"],
  ["пен", "пен"],
  ["дай", "дей"],
  ["тай", "тей"],
  ["ша", "ше"],
  ["дікі", "дікі"],
  ["тікі", "тікі"],
  ["нікі", "нікі"],
] as const

const plurals = [
  ["лар", "лер"],
  ["дар", "дер"],
  ["тар", "тер"],
] as const

/** After "-ұлы" and "-қызы", which are possessives already. */
const afterPossessive = [
  ["на", "не"],
  ["н", "н"],
  ["нда", "нде"],
  ["нан", "нен"],
] as const

type Harmony = 0 | 1

const endingsOf = (harmony: Harmony, possessive: boolean): ReadonlySet<string> => {
  const own = caseEndings.map((pair) => pair[harmony])
  const many = plurals.map((pair) => pair[harmony])
  const after = possessive ? afterPossessive.map((pair) => pair[harmony]) : []
  const all = [...own, ...many, ...many.flatMap((begun) => own.map((ending) => begun + ending)), ...after]
  return new Set(all.map(foldedText))
}

const sets = {
  plain: [endingsOf(0, false), endingsOf(1, false)],
  possessive: [endingsOf(0, true), endingsOf(1, true)],
} as const

/** Which harmonies a name may ask for: a last vowel that is neither, or foreign, lets both pass. */
export type EndingClass = 0 | 1 | 2

export interface KazakhEndings {
  readonly harmony: EndingClass
  readonly possessive: boolean
}

const vowel = /[аәеёиоөуұүыіэюяaeiouyäöüı]/giu

/** What endings `name`, as it is recorded, takes. */
export const kazakhEndingsOf = (name: string): KazakhEndings => {
  const last = (name.normalize("NFC").toLowerCase().match(vowel) ?? []).at(-1) ?? ""
  // Russian endings of surnames are foreign: "Байсейітовтен", "Зайцевқа".
  const foreign = /(?:[оеё]в|[иы]н)а?$/iu.test(name.trim())
  const harmony = foreign ? 2 : /[аоұыaoı]/u.test(last) ? 0 : /[әеөүіэäöü]/u.test(last) ? 1 : 2
  return { harmony, possessive: /(?:[ұу]лы|[қк]ызы|uly|kyzy|qyzy)$/iu.test(name.trim()) }
}

/** Whether `rest`, folded, is an ending that such a name takes. */
export const isKazakhEnding = (rest: string, { harmony, possessive }: KazakhEndings): boolean => {
  const own = possessive ? sets.possessive : sets.plain
  return (harmony !== 1 && own[0].has(rest)) || (harmony !== 0 && own[1].has(rest))
}

/** No ending is longer, folded. */
export const longestKazakhEnding = Math.max(
  ...[...sets.possessive[0], ...sets.possessive[1]].map(({ length }) => length),
)

/**
 * What the words of a recorded name are. People are recorded as they come ("Дана Сейтқали", "Сейтқали Д. Е.", "Seitkali"), so this is
 * told by endings and by a table of given names; where nothing tells, a word counts as a surname, since a surname
 * alone gives a person away.
 */
import { isCommonWord } from "./common-words.ts"
import { foldedText } from "./fold.ts"
import { givenNameOf } from "./given-names.ts"

export type PartRole = "surname" | "given" | "patronymic"

export interface NamePart {
  /** One word, or several that are one ("Серік ұлы", "фон Берг"). */
  readonly text: string
  readonly role: PartRole
  /** Names the person by itself: enough letters, and no word of the dictionary. */
  readonly tells: boolean
  /** Written small it may still be no name: short, and without a surname's ending. */
  readonly needsCapital: boolean
  /** The only word that was recorded: called so, or nothing else is known. */
  readonly only: boolean
}

const patronymic =
  /(?:(?:ович|евич|овна|евна|ична|инична|[ұу]лы|[қк]ызы|оглы|углы|кызы|о[ғг]лу)|(?:ovich|evich|ovna|evna|ichna|uly|kyzy|qyzy|oglu|ogly))$/iu
const ilyich = /^(?:ильич|кузьмич|лукич|фомич|ilyich)$/iu
const surname =
  /(?:[оеё]ва?|[иы]на?|[сц]кий|[сц]кая|[сц]кой|енко|чук|юк|ук|янц?|дзе|швили|(?:ov|ev|in)a?|sky|skiy|skaya|enko|dze|shvili|yan)$/iu
const particle = /^(?:де|да|ди|фон|ван|дер|бин|ибн|аль|эль|ал|ас|де|de|da|di|von|van|der|bin|ibn|al|el)$/iu
const sonOf = /^(?:[ұу]лы|[қк]ызы|оглы|углы|uly|kyzy|qyzy|oglu|ogly)$/iu

/** Shorter ones match dozens of dictionary words. */
const mostShortLetters = 4
/** Up to here a word without a surname's ending may be one that we do not know. */
const mostDoubtfulLetters = 6

const lettersIn = (text: string): number => [...text.matchAll(/\p{L}/gu)].length

/** Words of a name; an initial is none, and what belongs together stays together. */
const wordsOf = (name: string): string[] => {
  const words: string[] = []
  let before = ""
  for (const word of name.normalize("NFC").split(/[\s,;]+/u)) {
    if (word === "" || /^(?:\p{L}\.)+$/u.test(word) || lettersIn(word) < 2) continue
    const last = words.length - 1
    if (sonOf.test(word) && last >= 0) words[last] = `${words[last] ?? ""} ${word}`
    else if (particle.test(word)) before += `${word} `
    else {
      words.push(before + word)
      before = ""
    }
  }
  return before === "" ? words : [...words, before.trim()]
}

const isGiven = (word: string): boolean => givenNameOf(word) !== undefined

const isPatronymic = (word: string): boolean => patronymic.test(word) || ilyich.test(word)

/** Where a patronymic stands, it says which of the others is which: "Фамилия Имя Отчество", "Имя Отчество Фамилия". */
const placed = (words: readonly string[], roles: (PartRole | undefined)[]): void => {
  const father = roles.indexOf("patronymic")
  if (words.length !== 3 || father < 1 || roles.filter((role) => role === undefined).length !== 2) return
  roles[father === 2 ? 0 : 2] = "surname"
  roles[father - 1] = "given"
}

const rolesOf = (words: readonly string[]): PartRole[] => {
  const [only] = words
  if (words.length === 1 && only !== undefined) return ["surname"]
  const roles = words.map((word): PartRole | undefined => {
    if (isPatronymic(word)) return "patronymic"
    // Subtle: "Марина" and "Арина" end as surnames do.
    if (isGiven(word)) return "given"
    return surname.test(word) ? "surname" : undefined
  })
  // Two given names: somebody's surname is one ("Мұрат Айгүл"), and it may be either.
  if (!roles.includes("surname") && !roles.includes(undefined)) {
    const given = roles.flatMap((role, at) => (role === "given" ? [at] : []))
    const father = roles.indexOf("patronymic")
    if (given.length >= 2) for (const at of given) roles[at] = "surname"
    else if (father >= 0) roles[father] = "surname"
  }
  placed(words, roles)
  const surnames = roles.filter((role) => role === "surname").length
  const unknown = roles.filter((role) => role === undefined).length
  return roles.map((role) => role ?? (surnames > 0 && unknown === 1 ? "given" : "surname"))
}

const partOf = (text: string, role: PartRole, only = false): NamePart => {
  const letters = lettersIn(text)
  const tells = role === "surname" && letters > mostShortLetters && !isCommonWord(text)
  const needsCapital = letters <= mostDoubtfulLetters && !surname.test(text) && !isPatronymic(text)
  return { text, role, tells, needsCapital, only }
}

/** Longer "names" are institutions and sentences: they are looked for as they stand. */
const mostWords = 4

/** The parts of a person's name; none where it is not made of one to four words. */
export const partsOf = (name: string): readonly NamePart[] => {
  const words = wordsOf(name)
  if (words.length === 0 || words.length > mostWords || /[\d/()]/u.test(name)) return []
  const roles = rolesOf(words)
  const parts = words.map((word, at) => partOf(word, roles[at] ?? "surname", words.length === 1))
  // "Иванова-Петрова" is called by either half.
  const halves = parts.flatMap(({ text, role }) =>
    role === "surname" && /^\p{L}+-\p{L}+$/u.test(text)
      ? text
          .split("-")
          .filter((half) => lettersIn(half) > mostShortLetters)
          .map((half) => partOf(half, role))
      : [],
  )
  const byFold = new Map<string, NamePart>()
  for (const part of [...parts, ...halves]) {
    const folded = foldedText(part.text)
    if (folded.length >= 2 && !byFold.has(folded)) byFold.set(folded, part)
  }
  return [...byFold.values()]
}

import type { ZxcvbnFactory } from "@zxcvbn-ts/core"
import { wordLists } from "./generate.ts"
import { foldKazakh, retypings, transliterate } from "./layouts.ts"
import { knownNames } from "./names.ts"

/**
 * How many guesses a passphrase stands: zxcvbn, with Russian and Kazakh words and names (also in Latin letters), and
 * with the keyboard layout that was on by mistake. The fewest guesses of all readings count.
 */
export interface PassphraseStrength {
  /** 0 (guessed at once) to 4 (out of reach). */
  score: number
  guessesLog10: number
  /** Keys of i18n under `passphrase.warning.`. */
  warnings: PassphraseWarning[]
  accepted: boolean
}

export type PassphraseWarning = "empty" | "short" | "common" | "name" | "layout" | "keys" | "repeat" | "date"

/**
 * Powers of ten of guesses from which on the scores 1 to 4 are given. A stolen vault is guessed at offline, at the
 * speed of Argon2id with 256 MiB: ten thousand a second for somebody with a rack of machines. 10^10 are eleven days
 * of that, 10^13 thirty years.
 */
const scoreFrom = [4, 7, 10, 13] as const
const acceptedFrom = 3

/** Trying the other layout too doubles an attacker's work. */
const layoutLog10 = Math.log10(2)
/** zxcvbn's time grows with the square of the length; beyond this everything adds nothing to the verdict. */
const measuredCharacters = 100

const twoAlphabets = (words: readonly string[]): string[] => [
  ...new Set([...words, ...words.map(foldKazakh), ...words.map(transliterate)]),
]

const loadEstimator = async () => {
  const [zxcvbn, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ])
  return new zxcvbn.ZxcvbnFactory({
    graphs: common.adjacencyGraphs,
    dictionary: {
      ...common.dictionary,
      ...english.dictionary,
      "names-kz": twoAlphabets(knownNames()),
      "words-ru": twoAlphabets(wordLists.ru),
      "words-kk": twoAlphabets(wordLists.kk),
    },
    maxLength: measuredCharacters,
    // The library's 100 takes a second for a date behind a name; few people replace more letters than these.
    l33tMaxSubstitutions: 8,
  })
}

/** Loaded with the first passphrase and forgotten a minute after the last: an open vault has better use for 100 MB. */
let estimator: ReturnType<typeof loadEstimator> | undefined
let forgetting: ReturnType<typeof setTimeout> | undefined

const borrowEstimator = () => {
  clearTimeout(forgetting)
  forgetting = setTimeout(() => {
    estimator = undefined
  }, 60_000)
  forgetting.unref()
  estimator ??= loadEstimator()
  return estimator
}

const wordWarning = (dictionaryName: string): PassphraseWarning => (/name/.test(dictionaryName) ? "name" : "common")

const warningOf = (match: { pattern: string; dictionaryName?: string }): PassphraseWarning | undefined => {
  switch (match.pattern) {
    case "dictionary":
    case "wordSequence":
      return wordWarning(match.dictionaryName ?? "")
    case "spatial":
    case "sequence":
      return "keys"
    case "repeat":
      return "repeat"
    case "date":
    case "regex":
      return "date"
    default:
      return undefined
  }
}

const scoreOf = (guessesLog10: number): number => scoreFrom.filter((least) => guessesLog10 >= least).length

interface Reading {
  guessesLog10: number
  matches: readonly { pattern: string; dictionaryName?: string }[]
}

const separators = /[\s\-–—_.,;:+/|]+/
/** Which separator, and where: a handful of habits. */
const separatorsLog10 = 0.5

/**
 * The fewer of two counts: the whole as zxcvbn sees it, or word by word for somebody who expects words.
 * zxcvbn alone takes every blank for a secret, and says 10^28 of six drawn words that stand 10^19.
 */
const measureReading = (zxcvbn: ZxcvbnFactory, text: string): Reading => {
  const whole = zxcvbn.check(text)
  const words = text.split(separators).filter((word) => word !== "")
  const asWhole = { guessesLog10: whole.guessesLog10, matches: whole.sequence }
  if (words.length < 2) return asWhole
  const parts = words.map((word) => zxcvbn.check(word))
  const sum = parts.reduce((total, part) => total + part.guessesLog10, separatorsLog10)
  return sum < whole.guessesLog10 ? { guessesLog10: sum, matches: parts.flatMap((part) => part.sequence) } : asWhole
}

const warningsOf = (text: string, { matches }: Reading, retyped: boolean): PassphraseWarning[] => {
  const warnings = new Set<PassphraseWarning>()
  if (text.length < 12) warnings.add("short")
  if (retyped) warnings.add("layout")
  for (const match of matches) {
    const warning = warningOf(match)
    if (warning !== undefined) warnings.add(warning)
  }
  return [...warnings]
}

/** Never throws; nothing of the passphrase is kept. */
export const measureStrength = async (passphrase: string): Promise<PassphraseStrength> => {
  if (passphrase === "") return { score: 0, guessesLog10: 0, warnings: ["empty"], accepted: false }
  const zxcvbn = await borrowEstimator()
  const text = passphrase.normalize("NFKC").slice(0, measuredCharacters)
  let least = measureReading(zxcvbn, text)
  let isRetyped = false
  const folded = measureReading(zxcvbn, foldKazakh(text))
  if (folded.guessesLog10 < least.guessesLog10) least = folded
  for (const retyped of retypings(text)) {
    const reading = measureReading(zxcvbn, foldKazakh(retyped))
    if (reading.guessesLog10 + layoutLog10 >= least.guessesLog10) continue
    least = { ...reading, guessesLog10: reading.guessesLog10 + layoutLog10 }
    isRetyped = true
  }
  const score = scoreOf(least.guessesLog10)
  const accepted = score >= acceptedFrom
  return {
    score,
    guessesLog10: Math.round(least.guessesLog10 * 100) / 100,
    warnings: accepted ? [] : warningsOf(text, least, isRetyped),
    accepted,
  }
}

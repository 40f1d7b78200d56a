import { Fault } from "../../shared/faults.ts"
import type { Language } from "../../shared/model/ids.ts"
import { readUint32 } from "../crypto/bytes.ts"
import type { RandomBytes } from "../crypto/random.ts"
import { englishWords } from "./words-en.ts"
import { kazakhWords } from "./words-kk.ts"
import { russianWords } from "./words-ru.ts"

export const wordLists: Readonly<Record<Language, readonly string[]>> = {
  en: englishWords,
  ru: russianWords,
  kk: kazakhWords,
}

/** A number from 0 up to `bound`, each as likely: values beyond the last whole multiple are thrown again. */
const randomBelow = (bound: number, random: RandomBytes): number => {
  const limit = Math.floor(2 ** 32 / bound) * bound
  for (;;) {
    const value = readUint32(random(4), 0)
    if (value < limit) return value % bound
  }
}

export interface GeneratedPassphrase {
  /** Words with blanks between. */
  passphrase: string
  /** log2 of the number of passphrases that could have come out, for somebody who knows the list. */
  bits: number
}

/** Draws words from one list; a word may come twice. Throws Fault `bad-input` for a number of words below 1. */
export const generatePassphrase = (options: {
  language: Language
  words: number
  random: RandomBytes
}): GeneratedPassphrase => {
  const { language, words, random } = options
  const list = wordLists[language]
  if (!Number.isInteger(words) || words < 1) throw new Fault("bad-input", { field: "words" })
  const drawn = Array.from({ length: words }, () => list[randomBelow(list.length, random)] ?? "")
  return { passphrase: drawn.join(" "), bits: Math.floor(words * Math.log2(list.length) * 10) / 10 }
}

/** Spellings of a recorded name that a person may want to record too, so that they block instead of waiting for a look. */
import { foldedText } from "./fold.ts"
import { diminutives } from "./given-names.ts"
import { partsOf } from "./parts.ts"

export interface ProposedAlias {
  readonly text: string
  readonly kind: "transliteration" | "nickname"
}

type Letters = Readonly<Record<string, string>>

/** As passports of Kazakhstan and Russia have it. */
const passport: Letters = {
  ...{
    а: "a",
    ә: "a",
    б: "b",
    в: "v",
    г: "g",
    ғ: "g",
    д: "d",
    е: "e",
    ё: "yo",
    ж: "zh",
    з: "z",
    и: "i",
    й: "i",
    к: "k",
    қ: "k",
  },
  ...{
    л: "l",
    м: "m",
    н: "n",
    ң: "n",
    о: "o",
    ө: "o",
    п: "p",
    р: "r",
    с: "s",
    т: "t",
    у: "u",
    ұ: "u",
    ү: "u",
    ф: "f",
    х: "kh",
  },
  ...{ һ: "h", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", і: "i", ь: "", э: "e", ю: "yu", я: "ya" },
}
/** The Kazakh Latin alphabet of 2021. */
const kazakhLatin: Letters = {
  ...passport,
  ...{ ә: "ä", ғ: "ğ", ж: "j", қ: "q", ң: "ñ", ө: "ö", ұ: "ū", ү: "ü", х: "h", ш: "ş", і: "ı" },
}
/** As people write it who look nothing up. */
const everyday: Letters = { ...passport, й: "y", х: "h", ы: "i", ё: "e" }

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const spelled = (name: string, letters: Letters): string =>
  Array.from(name, (letter) => {
    const lower = letter.toLowerCase()
    const latin = letters[lower]
    if (latin === undefined) return letter
    return lower === letter ? latin : capitalised(latin)
  }).join("")

/** Shorter ones stand in every text. */
const shortestNickname = 3
/** Nobody reads a longer list. */
const mostNicknames = 4

const cyrillic = /\p{Script=Cyrillic}/u
const kazakhLetter = /[әғқңөұүһі]/iu

/**
 * Further spellings of `name`, the likeliest first: romanised, and the short forms of its given name. None that the matcher
 * finds as certainly as the name itself, and none of `recorded`.
 */
export const proposeAliases = (name: string, recorded: readonly string[] = []): ProposedAlias[] => {
  const known = new Set([name, ...recorded].map(foldedText))
  const proposed: ProposedAlias[] = []
  const add = (text: string, kind: ProposedAlias["kind"]): void => {
    const folded = foldedText(text)
    if (folded.length < 2 || known.has(folded)) return
    known.add(folded)
    proposed.push({ text, kind })
  }
  const parts = partsOf(name)
  if (parts.length === 0) return proposed
  if (cyrillic.test(name)) {
    const text = name.normalize("NFC").trim()
    add(spelled(text, passport), "transliteration")
    if (kazakhLetter.test(text)) add(spelled(text, kazakhLatin), "transliteration")
    add(spelled(text, everyday), "transliteration")
  }
  const given = parts.filter(({ role, only }) => role === "given" || only)
  const nicknames = given.flatMap(({ text }) => diminutives(text)).filter((short) => short.length >= shortestNickname)
  for (const short of nicknames.slice(0, mostNicknames)) add(short, "nickname")
  return proposed
}

/**
 * What a person types who thinks in one keyboard layout while the other is on. Guessing programs try it as a matter
 * of course, so it adds next to nothing.
 */
const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const russian = "ёйцукенгшщзхъфывапролджэячсмитьбю"
const latinShifted = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'
const russianShifted = "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
const mapping = (from: string, to: string): Map<string, string> => {
  const targets = Array.from(to)
  return new Map(Array.from(from, (key, index) => [key, targets[index] ?? key]))
}

/** The Kazakh layout has its own letters on the row of digits, and ЙЦУКЕН below. */
const kazakhKeys = new Map([
  ["2", "ә"],
  ["3", "і"],
  ["4", "ң"],
  ["5", "ғ"],
  ["8", "ү"],
  ["9", "ұ"],
  ["0", "қ"],
  ["-", "ө"],
  ["=", "һ"],
])

const latinToRussian = mapping(latin + latinShifted, russian + russianShifted)
const latinToKazakh = new Map([...latinToRussian, ...kazakhKeys])
const cyrillicToLatin = mapping(russian + russianShifted, latin + latinShifted)
const kazakhToLatin = new Map([
  ...cyrillicToLatin,
  ...Array.from(kazakhKeys, ([key, letter]) => [letter, key] as const),
])

const retype = (text: string, keys: ReadonlyMap<string, string>): string =>
  Array.from(text, (character) => keys.get(character) ?? character).join("")

/** The same keys under the other layouts, without those that change nothing. */
export const retypings = (text: string): string[] => {
  const all = [latinToRussian, latinToKazakh, cyrillicToLatin, kazakhToLatin].map((keys) => retype(text, keys))
  return [...new Set(all)].filter((one) => one !== text)
}

const letters: Readonly<Record<string, string>> = {
  а: "a",
  ә: "a",
  б: "b",
  в: "v",
  г: "g",
  ғ: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  қ: "k",
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
  һ: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "y",
  і: "i",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
}

/** Latin letters for Cyrillic ones as passports have them, roughly: how names are typed where the layout is missing. */
export const transliterate = (text: string): string =>
  Array.from(text, (character) => letters[character] ?? character).join("")

const plainLetters: Readonly<Record<string, string>> = {
  ә: "а",
  ғ: "г",
  қ: "к",
  ң: "н",
  ө: "о",
  ұ: "у",
  ү: "у",
  һ: "х",
  і: "и",
  ё: "е",
}

/** Lower case with Russian letters for Kazakh ones: how most people type them. */
export const foldKazakh = (text: string): string =>
  Array.from(text.toLowerCase(), (character) => plainLetters[character] ?? character).join("")

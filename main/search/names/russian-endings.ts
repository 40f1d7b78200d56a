/**
 * Cases of Russian names, near enough that none of them leaves: rather one form too many than one too few. What only adds
 * letters ("Сейтқалиге", "Петровым") is found by its beginning; here is what changes the ending.
 */

/** Endings for genitive, dative, accusative, instrumental and prepositional, each with its variants. */
type Endings = readonly [string[], string[], string[], string[], string[]]

interface Rule {
  readonly ends: RegExp
  readonly drops: number
  readonly endings: Endings
}

/** The first that fits. "е" stands for "ё" too: names are compared folded. */
const rules: readonly Rule[] = [
  { ends: /ия$/u, drops: 1, endings: [["и"], ["и"], ["ю"], ["ей"], ["и"]] },
  { ends: /ая$/u, drops: 2, endings: [["ой"], ["ой"], ["ую"], ["ой", "ою"], ["ой"]] },
  { ends: /я$/u, drops: 1, endings: [["и", "ей"], ["е", "ей"], ["ю"], ["ей", "ею"], ["е", "ей"]] },
  { ends: /а$/u, drops: 1, endings: [["ы", "и", "ой"], ["е", "ой"], ["у"], ["ой", "ою", "ей"], ["е", "ой"]] },
  {
    ends: /[иыо]й$/u,
    drops: 2,
    endings: [
      ["ого", "его", "ия"],
      ["ому", "ему", "ию"],
      ["ого", "его", "ия"],
      ["ым", "им", "ием"],
      ["ом", "ем", "ии"],
    ],
  },
  { ends: /й$/u, drops: 1, endings: [["я"], ["ю"], ["я"], ["ем"], ["е"]] },
  {
    ends: /ь$/u,
    drops: 1,
    endings: [
      ["я", "и"],
      ["ю", "и"],
      ["я", "ь"],
      ["ем", "ью"],
      ["е", "и"],
    ],
  },
  { ends: /[бвгджзклмнпрстфхцчшщ]$/u, drops: 0, endings: [["а"], ["у"], ["а"], ["ом", "ем", "ым"], ["е"]] },
]

/** Vowels that come and go: Павел, Павла. */
const fleeting = /[^аеиоуыэюя][ео]([влкц])$/u

/** One list of variants for each case but the nominative. */
export const casesOf = (word: string): string[][] => {
  const lower = word.toLowerCase()
  const rule = rules.find(({ ends }) => ends.test(lower))
  if (rule === undefined) return []
  const stem = word.slice(0, word.length - rule.drops)
  const stems = fleeting.test(lower) ? [stem, stem.slice(0, -2) + stem.slice(-1)] : [stem]
  return rule.endings.map((variants) => stems.flatMap((begun) => variants.map((ending) => begun + ending)))
}

const russian = /^[а-яё]+(?:-[а-яё]+)*$/iu

/**
 * Other cases of a name of one to three words: all of its words in the same case. Empty for names in other letters, and for longer ones.
 */
export const inflected = (name: string): string[] => {
  const words = name.trim().split(/\s+/u)
  if (words.length > 3) return []
  const byWord = words.map((word) => (russian.test(word) ? casesOf(word) : []))
  const forms = new Set<string>()
  for (let at = 0; at < 5; at += 1) {
    let begun = [""]
    for (const [index, word] of words.entries()) {
      const own = byWord[index]?.[at] ?? []
      // Foreign surnames of women end in a consonant and stay: "Анны Ким".
      const stays = words.length > 1 && (own.length === 0 || !/[аяйь]$/iu.test(word))
      const variants = stays ? [...own, word] : own
      begun = begun.flatMap((text) => variants.map((form) => `${text}${text === "" ? "" : " "}${form}`))
    }
    for (const form of begun) forms.add(form)
  }
  forms.delete(name.trim())
  return [...forms]
}

// Cyrillic letters that stand in the alphabet after a letter of the Russian block, though their code points come later.
const afterLetter: Readonly<Record<string, string>> = {
  ё: "е",
  ә: "а",
  ғ: "г",
  қ: "к",
  ң: "н",
  ө: "о",
  ұ: "у",
  ү: "ұ",
  һ: "х",
  і: "ы",
}

// Greater than any letter: "ә" sorts after every word that begins with "а".
const later = "\uFFFD"
const maxUnits = 200

const placed = (letter: string): string => {
  const before = afterLetter[letter]
  return before === undefined ? letter : placed(before) + later
}

/**
 * Text as it is sorted: by code point of the result, case ignored, numbers by value, Kazakh and Russian letters in
 * the order of the Kazakh alphabet. The first 200 UTF-16 units only.
 */
export const sortKey = (text: string): string =>
  text
    .slice(0, maxUnits)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(12, "0"))
    .replace(/[ёәғқңөұүһі]/g, placed)
    .trim()

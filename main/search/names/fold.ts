/**
 * Folding: two spellings that a reader takes for the same word become the same string.
 *
 * NFKC → lower case → accents off, ё as е → letters that look alike in Latin, Russian and Kazakh become one letter → everything that
 * is neither letter nor digit (spaces, hyphens, soft hyphens, zero-width characters, marks) is dropped.
 * Folding only ever merges, so a fold-equal search finds all that an exact search finds, and more.
 */

/** Look-alikes and near-alikes, all to the Russian letter: what OCR confuses and what a mixed-script spelling swaps. */
const alike = new Map(
  Object.entries({
    ё: "е",
    й: "и",
    a: "а",
    b: "в",
    c: "с",
    e: "е",
    h: "н",
    i: "и",
    k: "к",
    m: "м",
    o: "о",
    p: "р",
    t: "т",
    x: "х",
    y: "у",
    // Kazakh letters, as Russian typewriters and OCR write them.
    ә: "а",
    ғ: "г",
    қ: "к",
    ң: "н",
    ө: "о",
    ұ: "у",
    ү: "у",
    һ: "н",
    і: "и",
    // Other Cyrillic and Greek letters that pass for one of these.
    ї: "и",
    ј: "j",
    ѕ: "s",
    ԁ: "d",
    ԛ: "q",
    ԝ: "w",
    ӏ: "l",
    ə: "а",
    ł: "l",
    đ: "d",
    ø: "о",
    α: "а",
    β: "в",
    ζ: "z",
    η: "н",
    μ: "м",
    ε: "е",
    ι: "и",
    κ: "к",
    // Its capital is the one that passes for a Latin letter.
    ν: "n",
    ο: "о",
    ρ: "р",
    τ: "т",
    υ: "у",
    χ: "х",
    "0": "о",
    "3": "з",
    ı: "и",
  }),
)

const keptPattern = /[\p{L}\p{N}]/u
const markPattern = /\p{M}/u
/** Below it no sign is a mark on the letter before. */
const firstMark = 0x300
const isMark = (sign: string | undefined): boolean =>
  sign !== undefined && (sign.codePointAt(0) ?? 0) >= firstMark && markPattern.test(sign)
/** Stand inside words and are not seen: soft hyphens, zero-width characters, and the fillers that Unicode counts as letters. */
const joinerPattern = /[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/u

/** A folded text and, for each of its UTF-16 units, where it came from and whether a word starts or ends there. */
export interface Folded {
  /** What was folded: capitals and signs are asked of it. */
  readonly original: string
  readonly text: string
  /** Index of the source's UTF-16 unit, one for each unit of `text`. */
  readonly source: readonly number[]
  /** `startsWord[i]`: no letter or digit stands directly before unit `i`; `endsWord[i]`: none directly after it. */
  readonly startsWord: readonly boolean[]
  readonly endsWord: readonly boolean[]
}

const foldAnew = (cluster: string): string => {
  let folded = ""
  // Subtle: lower case can decompose ("İ" gives "i̇"), and NFKC can bring capitals and spaces ("ﬃ", "№", "㎏"): both, then again.
  // Taken apart at last, so that no accent makes another word of a name: "Núrlan" is "Nurlan".
  for (const character of cluster.normalize("NFKC").toLowerCase().normalize("NFKD"))
    if (keptPattern.test(character) && !joinerPattern.test(character)) folded += alike.get(character) ?? character
  return folded
}

/** Texts are long and have few different letters. */
const knownClusters = new Map<string, string>()
const mostKnown = 50_000

const foldCluster = (cluster: string): string => {
  const known = knownClusters.get(cluster)
  if (known !== undefined) return known
  const folded = foldAnew(cluster)
  if (knownClusters.size < mostKnown) knownClusters.set(cluster, folded)
  return folded
}

/** Folds `text`, keeping the way back to it. */
export const fold = (text: string): Folded => {
  let folded = ""
  const source: number[] = []
  const startsWord: boolean[] = []
  const endsWord: boolean[] = []
  let index = 0
  let gap = true
  const characters = Array.from(text)
  for (let at = 0; at < characters.length; at += 1) {
    let cluster = characters[at] ?? ""
    // A letter and the marks on it are one: "и" + breve is "й".
    while (isMark(characters[at + 1])) cluster += characters[++at] ?? ""
    const piece = foldCluster(cluster)
    for (let unit = 0; unit < piece.length; unit += 1) {
      source.push(index)
      startsWord.push(gap && unit === 0)
      endsWord.push(false)
    }
    if (piece !== "") gap = false
    // Soft hyphens and zero-width characters stand inside words; anything else that is dropped ends one.
    else if (!joinerPattern.test(cluster)) {
      if (endsWord.length > 0) endsWord[endsWord.length - 1] = true
      gap = true
    }
    folded += piece
    index += cluster.length
  }
  if (endsWord.length > 0) endsWord[endsWord.length - 1] = true
  return { original: text, text: folded, source, startsWord, endsWord }
}

/** Only the folded string. */
export const foldedText = (text: string): string => fold(text).text

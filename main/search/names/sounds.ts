/**
 * What a name sounds like, whatever letters it is written in: "Сейтқали", "Seitkali", "Seytqali" and "Zeitkaly" are near one another.
 *
 * A word becomes classes of consonants (ж, ш, ч, щ, дж, j, sh, tch … are one class, S) and plain vowels. Latin letters that
 * stand for several sounds give several readings. `key` is the consonants alone, by which candidates are looked up;
 * `full` has the vowels too, by which they are compared.
 */

export interface Sounds {
  readonly key: string
  readonly full: string
}

const cyrillic: Readonly<Record<string, string>> = {
  а: "a",
  ә: "a",
  б: "b",
  в: "v",
  г: "g",
  ғ: "g",
  ґ: "g",
  д: "d",
  е: "e",
  ё: "o",
  ж: "S",
  з: "s",
  и: "i",
  й: "i",
  і: "i",
  ї: "i",
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
  ф: "v",
  х: "h",
  һ: "h",
  ц: "s",
  ч: "S",
  ш: "S",
  щ: "S",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "u",
  я: "a",
}

/** Before the plain letters; the longest first. */
const cyrillicGroups: readonly (readonly [string, string])[] = [
  ["дж", "S"],
  ["тш", "S"],
  ["тч", "S"],
  ["тц", "s"],
  ["тс", "s"],
  ["нг", "n"],
]

/** Readings of Latin letters, the longest first; accented letters as they are, before accents go. */
const latinGroups: readonly (readonly [string, readonly string[]])[] = [
  ["shch", ["S"]],
  ["tsch", ["S"]],
  ["dsch", ["S"]],
  ["chtch", ["S"]],
  ["dzh", ["S"]],
  ["dsh", ["S"]],
  ["sch", ["S"]],
  ["tch", ["S"]],
  ["szcz", ["S"]],
  ["dj", ["S"]],
  ["dż", ["S"]],
  ["sh", ["S"]],
  ["zh", ["S"]],
  ["sz", ["S"]],
  ["cz", ["S"]],
  ["ch", ["S", "h", "k"]],
  ["kh", ["h", "k"]],
  ["gh", ["g"]],
  ["ts", ["s"]],
  ["tz", ["s"]],
  ["ph", ["v"]],
  ["th", ["t"]],
  ["ck", ["k"]],
  ["qu", ["k"]],
  ["ng", ["n", "ng"]],
  ["ou", ["u"]],
  ["oo", ["u"]],
  ["ee", ["i"]],
  ["ks", ["ks"]],
  ["gu", ["gu", "g"]],
  ["ş", ["S"]],
  ["š", ["S"]],
  ["ś", ["S"]],
  ["ŝ", ["S"]],
  ["ç", ["S"]],
  ["č", ["S"]],
  ["ć", ["S"]],
  ["ž", ["S"]],
  ["ż", ["S"]],
  ["ź", ["S"]],
  ["ğ", ["g", ""]],
  ["ǵ", ["g"]],
  ["ñ", ["n"]],
  ["ń", ["n"]],
  ["ŋ", ["n"]],
  ["ı", ["i"]],
  ["ə", ["a"]],
  ["æ", ["a"]],
  ["ß", ["s"]],
  ["a", ["a"]],
  ["b", ["b"]],
  ["c", ["k", "s", "S"]],
  ["d", ["d"]],
  ["e", ["e"]],
  ["f", ["v"]],
  ["g", ["g"]],
  ["h", ["h", ""]],
  ["i", ["i"]],
  ["j", ["S", "i"]],
  ["k", ["k"]],
  ["l", ["l"]],
  ["m", ["m"]],
  ["n", ["n"]],
  ["o", ["o"]],
  ["p", ["p"]],
  ["q", ["k"]],
  ["r", ["r"]],
  ["s", ["s"]],
  ["t", ["t"]],
  ["u", ["u"]],
  ["v", ["v"]],
  ["w", ["v", "u"]],
  ["x", ["ks", "h"]],
  ["y", ["i"]],
  ["z", ["s"]],
]

const vowels = /[aeiou]/u

/** Neighbours of one class are one; of several vowels the fullest stays, so that "ia", "ya" and "я" are one. */
const tidied = (raw: string): Sounds => {
  const full = raw
    .replace(/[aeiou]+/gu, (run) => (run.replaceAll("i", "") || "i").slice(0, 1))
    .replace(/(.)\1+/gu, "$1")
  return { full, key: full.replace(/[aeiou]/gu, "").replace(/(.)\1+/gu, "$1") }
}

const mostReadings = 12

const readLatin = (word: string): string[] => {
  let readings = [""]
  let at = 0
  while (at < word.length) {
    const rest = word.slice(at)
    const group = latinGroups.find(([letters]) => rest.startsWith(letters))
    if (group === undefined) {
      // An accent that no group knows: the letter beneath it.
      const plain = (rest[0] ?? "").normalize("NFD").replace(/\p{M}/gu, "")
      const known = latinGroups.find(([letters]) => letters === plain)
      readings = readings.map((reading) => reading + (known?.[1][0] ?? ""))
      at += 1
      continue
    }
    const [letters, sounds] = group
    const next = sounds.flatMap((sound) => readings.map((reading) => reading + sound))
    readings = next.length > mostReadings ? readings.map((reading) => reading + (sounds[0] ?? "")) : next
    at += letters.length
  }
  return readings
}

const readCyrillic = (word: string): string => {
  let rest = word
  for (const [letters, sound] of cyrillicGroups) rest = rest.replaceAll(letters, sound)
  return Array.from(rest, (letter) => cyrillic[letter] ?? (/[A-Za-z]/u.test(letter) ? letter : "")).join("")
}

/** The readings of a word, the likeliest first; none where it has letters of neither script, or of both. */
export const soundsOf = (word: string): readonly Sounds[] => {
  const lower = word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "")
  if (/^\p{Script=Cyrillic}+$/u.test(lower)) return [tidied(readCyrillic(lower))]
  if (!/^\p{Script=Latin}+$/u.test(lower)) return []
  const seen = new Map<string, Sounds>()
  for (const reading of readLatin(lower)) {
    const sounds = tidied(reading)
    if (!seen.has(sounds.full)) seen.set(sounds.full, sounds)
  }
  return [...seen.values()]
}

const vowelCost = 0.35
const costOfReplacing = (left: string, right: string): number => {
  if (left === right) return 0
  return vowels.test(left) && vowels.test(right) ? vowelCost : 1
}
const costOfLeaving = (sound: string): number => (vowels.test(sound) ? vowelCost + 0.1 : sound === "h" ? 0.5 : 1)

/** How alike two readings are, 0 to 1: edit distance in which vowels weigh little. */
export const similarity = (left: string, right: string): number => {
  const longest = Math.max(left.length, right.length)
  if (longest === 0) return 0
  let above = [0]
  for (let j = 1; j <= right.length; j += 1) above[j] = (above[j - 1] ?? 0) + costOfLeaving(right[j - 1] ?? "")
  for (let i = 1; i <= left.length; i += 1) {
    const own = left[i - 1] ?? ""
    const row = [(above[0] ?? 0) + costOfLeaving(own)]
    for (let j = 1; j <= right.length; j += 1) {
      const other = right[j - 1] ?? ""
      row[j] = Math.min(
        (above[j - 1] ?? 0) + costOfReplacing(own, other),
        (above[j] ?? 0) + costOfLeaving(own),
        (row[j - 1] ?? 0) + costOfLeaving(other),
      )
    }
    above = row
  }
  return 1 - (above[right.length] ?? longest) / longest
}

/**
 * A term cut back to its stem is found in all of its cases, and in a few words too many. It is no grammar: irregular words ("Лев",
 * "Льва") have to be given in each form.
 */
const ending = /(?:ая|яя|ый|ий|ой|ое|ые|ье|ья|ью|[аяоеиыуюьй])$/u

/** A shorter stem would be found in half of all words. */
const leastStem = 4

/** The stem of a single Cyrillic word; nothing for other scripts, several words, numbers, and words without an ending. */
export const stemOf = (term: string): string | undefined => {
  const word = term.normalize("NFC").trim()
  if (!/^\p{Script=Cyrillic}+$/u.test(word)) return undefined
  const stem = word.replace(ending, "")
  return stem.length >= leastStem && stem !== word ? stem : undefined
}

/**
 * Russian and Kazakh names change their endings: "Смирнова" is "Смирновой" in the next sentence, and Kazakh endings are
 * hung on ("Сейтқалиге"). A needle cut back to its stem finds them all, and a few words too many, which a person sees
 * as proposals. It is no grammar: irregular names ("Лев", "Льва") have to be given in each form.
 */
const ending = /(?:ая|яя|ый|ий|ой|ое|ые|ье|ья|ью|[аяоеиыуюьй])$/u

/** A shorter stem would be found in half of all words. */
const leastStem = 4

/** The stem of a single Cyrillic word; nothing for other scripts, several words, numbers, and words without an ending. */
export const inflectedForms = (term: string): readonly string[] => {
  const word = term.normalize("NFC").trim()
  if (!/^\p{Script=Cyrillic}+$/u.test(word)) return []
  const stem = word.replace(ending, "")
  return stem.length >= leastStem && stem !== word ? [stem] : []
}

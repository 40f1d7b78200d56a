/** Word order is free; each word of the query must begin a word of the text, or stand anywhere in it. Exact first. */
const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("ё", "е")

/** 0: no match. Higher is better: the whole text, its beginning, word beginnings, anywhere. */
export const matchScore = (text: string, query: string): number => {
  const folded = fold(text)
  const wanted = fold(query).trim()
  if (wanted === "") return 1
  if (folded === wanted) return 5
  if (folded.startsWith(wanted)) return 4
  const words = folded.split(/[^\p{L}\p{N}]+/u)
  const parts = wanted.split(/\s+/)
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 3
  return parts.every((part) => folded.includes(part)) ? 2 : 0
}

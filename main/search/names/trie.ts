/** A dictionary of folded spellings: one walk from each place of a text finds all that begin there, however many there are. */

/** Subtle: child nodes are found by one number, node × 2¹⁶ + letter; letters are UTF-16 units. */
const letters = 0x1_0000

export interface Trie<T> {
  readonly children: ReadonlyMap<number, number>
  readonly values: ReadonlyMap<number, T>
}

export const makeTrie = <T>(entries: ReadonlyMap<string, T>): Trie<T> => {
  const children = new Map<number, number>()
  const values = new Map<number, T>()
  let nodes = 1
  for (const [folded, value] of entries) {
    let node = 0
    for (let at = 0; at < folded.length; at += 1) {
      const key = node * letters + folded.charCodeAt(at)
      let next = children.get(key)
      if (next === undefined) {
        next = nodes++
        children.set(key, next)
      }
      node = next
    }
    values.set(node, value)
  }
  return { children, values }
}

/** Calls `found` for every entry that stands in `text` at `start`, the shortest first. */
export const entriesAt = <T>(
  { children, values }: Trie<T>,
  text: string,
  start: number,
  found: (value: T, end: number) => void,
): void => {
  let node = 0
  for (let at = start; at < text.length; at += 1) {
    const next = children.get(node * letters + text.charCodeAt(at))
    if (next === undefined) return
    node = next
    const value = values.get(node)
    if (value !== undefined) found(value, at + 1)
  }
}

/** Words that differ by a letter or two: looked up by what stays when letters go, so that a thousand names cost as one. */

/** Every string that `word` becomes when up to `most` letters go, with `word` itself. */
export const deletions = (word: string, most: number): Set<string> => {
  const all = new Set([word])
  let last = [word]
  for (let round = 0; round < most; round += 1) {
    const next: string[] = []
    for (const one of last)
      for (let at = 0; at < one.length; at += 1) {
        const shorter = one.slice(0, at) + one.slice(at + 1)
        if (!all.has(shorter)) {
          all.add(shorter)
          next.push(shorter)
        }
      }
    last = next
  }
  return all
}

/** How many letters are wrong, missing, too many or swapped with their neighbour; `most` + 1 where it is more than `most`. */
export const editDistance = (left: string, right: string, most: number): number => {
  if (Math.abs(left.length - right.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1]
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row[j] = cost
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = above
    above = row
  }
  return above[right.length] ?? most + 1
}

/** One group of a list: what it is by, and how many rows stand in it. */
export interface Group {
  readonly key: string
  readonly label: string
  readonly count: number
}

/** A line of a grouped list: a header, or the row at that place of the list. */
export type Line =
  | { readonly kind: "header"; readonly group: Group }
  | { readonly kind: "row"; readonly offset: number }

export interface Lines {
  readonly count: number
  readonly at: (index: number) => Line
}

/** Rows alone, as they come. */
export const plainLines = (count: number): Lines => ({ count, at: (index) => ({ kind: "row", offset: index }) })

/** Headers between rows; of a folded group only its header stands. */
export const groupedLines = (groups: readonly Group[], folded: ReadonlySet<string>): Lines => {
  const starts: number[] = []
  const offsets: number[] = []
  let line = 0
  let offset = 0
  for (const group of groups) {
    starts.push(line)
    offsets.push(offset)
    line += 1 + (folded.has(group.key) ? 0 : group.count)
    offset += group.count
  }
  return {
    count: line,
    at: (index) => {
      // The last group that begins at or before this line.
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if ((starts[middle] ?? 0) <= index) low = middle
        else high = middle - 1
      }
      const group = groups[low]
      const within = index - (starts[low] ?? 0)
      if (group === undefined || within === 0)
        return { kind: "header", group: group ?? { key: "", label: "", count: 0 } }
      return { kind: "row", offset: (offsets[low] ?? 0) + within - 1 }
    },
  }
}

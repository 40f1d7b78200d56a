/** A stretch of the text that is lit, in UTF-16 units. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly look: string
}

export interface Piece {
  readonly start: number
  readonly text: string
  readonly look: string | undefined
}

const blockLength = 4000

/** Block ends at line ends, so that a long text is drawn in parts. */
const blockEnds = (text: string): readonly number[] => {
  const ends: number[] = []
  let from = 0
  while (from < text.length) {
    const line = text.indexOf("\n", from + blockLength)
    const end = line === -1 ? text.length : line + 1
    ends.push(end)
    from = end
  }
  return ends
}

/** Cuts the text into blocks of pieces, each piece wholly lit or not. The pieces joined are the text. */
export const cutText = (text: string, stretches: readonly Stretch[]): readonly (readonly Piece[])[] => {
  let from = 0
  return blockEnds(text).map((end) => {
    const inside = stretches.filter((stretch) => stretch.end > from && stretch.start < end)
    const cuts = [...new Set([from, end, ...inside.flatMap(({ start, end: last }) => [start, last])])]
      .filter((cut) => cut >= from && cut <= end)
      .sort((a, b) => a - b)
    const pieces = cuts.slice(0, -1).map((start, index): Piece => {
      const stop = cuts[index + 1] ?? end
      const look = inside.filter((one) => one.start <= start && one.end >= stop).at(-1)?.look
      return { start, text: text.slice(start, stop), look }
    })
    from = end
    return pieces
  })
}

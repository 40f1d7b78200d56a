/** What a file holds and no page shows. It does not leave; the reviewer is told of it. */
import type { HiddenKind } from "../../../shared/model/rendering.ts"

export interface HiddenPart {
  readonly kind: HiddenKind
  readonly count: number
  /** What stands there, for a person who asks; cut where it is long. Stays in the vault. */
  readonly texts: readonly string[]
}

export interface HiddenList {
  /** Notes one thing; white space alone is nothing. */
  note(kind: HiddenKind, text: string): void
  /** In the order in which kinds were first met. */
  parts(): HiddenPart[]
}

const textLength = 2_000
/** For all kinds together. */
const keptLength = 200_000

export const listHidden = (): HiddenList => {
  const found = new Map<HiddenKind, { count: number; texts: string[] }>()
  let kept = 0
  return {
    note: (kind, text) => {
      const plain = text.replace(/\s+/gu, " ").trim()
      if (plain === "") return
      const known = found.get(kind) ?? { count: 0, texts: [] }
      known.count += 1
      const cut = plain.slice(0, textLength)
      if (kept + cut.length <= keptLength) {
        known.texts.push(cut)
        kept += cut.length
      }
      found.set(kind, known)
    },
    parts: () => [...found].map(([kind, { count, texts }]) => ({ kind, count, texts })),
  }
}

import { type PageRect, pageRect } from "../../../shared/geometry.ts"
import type { Actor } from "../../../shared/model/actor.ts"
import { maskNames } from "../../session/names.ts"
import type { Word } from "./selection.ts"

export interface Cover {
  readonly rect: PageRect
  readonly label: string
}

const grow = 1.5

/** A cover for each word that is, or belongs to, a protected name; neighbours on a line become one. */
export const coverNames = (
  words: readonly Word[],
  people: readonly Actor[],
  pseudonyms: ReadonlyMap<string, string>,
): readonly Cover[] => {
  const covers: (Cover & { readonly line: number; readonly last: number })[] = []
  words.forEach((word, index) => {
    const owner = people.find((actor) => maskNames(word.text, [actor], pseudonyms) !== word.text)
    if (owner === undefined) return
    const label = pseudonyms.get(owner.id) ?? ""
    const [x, y, width, height] = word.rect
    const before = covers.at(-1)
    if (before?.label === label && before.line === word.line && before.last === index - 1) {
      const { rect } = before
      covers[covers.length - 1] = {
        ...before,
        last: index,
        rect: pageRect(rect.x, rect.y, x + width + grow - rect.x, Math.max(rect.height, height + 2 * grow)),
      }
      return
    }
    const rect = pageRect(x - grow, y - grow, width + 2 * grow, height + 2 * grow)
    covers.push({ rect, label, line: word.line, last: index })
  })
  return covers
}

import { huridocsNumbers } from "./huridocs.ts"
import type { ListId } from "./list-ids.ts"
import type { Term, TermList } from "./term.ts"

const readLine = (line: string): { depth: number; fields: string[] } => ({
  depth: (line.length - line.trimStart().length) / 2,
  fields: line
    .trim()
    .split("|")
    .map((field) => field.trim()),
})

/**
 * A list from one line a term: `code | English | Russian | Kazakh | note`, the note left out where there is none.
 * Two more spaces in front make a term narrower than the nearest line above with fewer.
 */
export const table = (id: ListId, text: string): TermList => {
  const above: string[] = []
  const terms = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): Term => {
      const { depth, fields } = readLine(line)
      const [code = "", en = "", ru = "", kk = "", note] = fields
      above.splice(depth, above.length, code)
      const parent = above[depth - 1] ?? ""
      const huridocs = huridocsNumbers[id]?.[code] ?? ""
      return note === undefined ? { code, parent, en, ru, kk, huridocs } : { code, parent, en, ru, kk, huridocs, note }
    })
  return { id, terms }
}

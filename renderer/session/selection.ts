/** Rows taken together in a list, by id, and where a range begins. */
export interface RowSelection {
  readonly ids: ReadonlySet<string>
  readonly from: number
}

export const nothingSelected: RowSelection = { ids: new Set(), from: -1 }

/**
 * What is selected after a row was picked. `idAt` gives the ids of the rows as they are listed now, so that a row which
 * a filter hides never joins a range. A plain pick selects nothing: it only chooses.
 */
export const pickRow = (
  before: RowSelection,
  index: number,
  how: "one" | "toggle" | "range",
  idAt: (index: number) => string | undefined,
): RowSelection => {
  if (how === "one") return { ids: new Set(), from: index }
  const ids = new Set(before.ids)
  if (how === "toggle") {
    const id = idAt(index)
    // The row that was only chosen before joins: two are meant.
    const first = ids.size === 0 && before.from !== index ? idAt(before.from) : undefined
    if (first !== undefined) ids.add(first)
    if (id !== undefined && !ids.delete(id)) ids.add(id)
    return { ids, from: index }
  }
  const from = before.from === -1 ? index : before.from
  const range = new Set<string>()
  for (let at = Math.min(from, index); at <= Math.max(from, index); at++) {
    const id = idAt(at)
    if (id !== undefined) range.add(id)
  }
  return { ids: range, from }
}

import { expect, test } from "vitest"
import { groupedLines } from "../../../renderer/session/groups.ts"

const groups = [
  { key: "a", label: "", count: 2 },
  { key: "b", label: "", count: 1 },
  { key: "", label: "", count: 3 },
]
const shown = (folded: readonly string[]) => {
  const lines = groupedLines(groups, new Set(folded))
  return Array.from({ length: lines.count }, (_, index) => {
    const line = lines.at(index)
    return line.kind === "header" ? `[${line.group.key}]` : line.offset
  })
}

test("headers stand before their rows, and every row of the list is there once", () => {
  expect(shown([])).toEqual(["[a]", 0, 1, "[b]", 2, "[]", 3, 4, 5])
})

test("a folded group keeps its header and its rows' places", () => {
  expect(shown(["a", ""])).toEqual(["[a]", "[b]", 2, "[]"])
})

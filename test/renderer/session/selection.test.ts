import { expect, test } from "vitest"
import { nothingSelected, pickRow } from "../../../renderer/session/selection.ts"

const rows = ["a", "b", "c", "d", "e"]
const idAt = (index: number) => rows[index]

test("a plain pick chooses one row and selects none", () => {
  expect(pickRow({ ids: new Set(["a", "b"]), from: 0 }, 3, "one", idAt)).toEqual({ ids: new Set(), from: 3 })
})

test("Ctrl+click on a second row takes the chosen one along", () => {
  const chosen = pickRow(nothingSelected, 1, "one", idAt)
  expect([...pickRow(chosen, 3, "toggle", idAt).ids]).toEqual(["b", "d"])
})

test("Ctrl+click on a selected row lets it go", () => {
  expect([...pickRow({ ids: new Set(["b", "d"]), from: 3 }, 1, "toggle", idAt).ids]).toEqual(["d"])
})

test("Shift+click takes all between, in either direction, and moves its end", () => {
  const down = pickRow(pickRow(nothingSelected, 1, "one", idAt), 3, "range", idAt)
  expect([...down.ids]).toEqual(["b", "c", "d"])
  expect([...pickRow(down, 0, "range", idAt).ids]).toEqual(["a", "b"])
})

test("a row that a filter hides never joins a range", () => {
  const filtered = ["a", "c", "e"]
  const range = pickRow({ ids: new Set(), from: 0 }, 2, "range", (index) => filtered[index])
  expect([...range.ids]).toEqual(["a", "c", "e"])
})

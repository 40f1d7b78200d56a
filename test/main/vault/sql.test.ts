import { expect, test } from "vitest"
import { joinSql, sql } from "../../../main/vault/sql.ts"

test("a value becomes a parameter and never text", () => {
  const title = "'; DROP TABLE cases; --"
  expect(sql`SELECT id FROM cases WHERE title = ${title} AND number > ${3}`).toEqual({
    text: "SELECT id FROM cases WHERE title = ? AND number > ?",
    values: [title, 3],
  })
})

test("a nested statement brings its own parameters in place", () => {
  const condition = sql`kind = ${"pdf"}`
  expect(sql`SELECT ${1} WHERE ${condition} AND ${2}`).toEqual({
    text: "SELECT ? WHERE kind = ? AND ?",
    values: [1, "pdf", 2],
  })
})

test("a list of values or conditions is joined", () => {
  expect(sql`id IN (${joinSql(["a", "b"])})`).toEqual({ text: "id IN (?, ?)", values: ["a", "b"] })
  expect(joinSql([sql`a = ${1}`, sql`b`], " AND ")).toEqual({ text: "a = ? AND b", values: [1] })
})

test("bytes are a value, not a statement", () => {
  const bytes = new Uint8Array([1])
  expect(sql`x = ${bytes}`).toEqual({ text: "x = ?", values: [bytes] })
})

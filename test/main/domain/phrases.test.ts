import { fc, test } from "@fast-check/vitest"
import { expect } from "vitest"
import { findSpans, fold, phrasesOf } from "../../../main/domain/phrases.ts"

const found = (text: string, query: string): string[] =>
  findSpans(text, phrasesOf(query)).map(({ start, end }) => text.slice(start, end))

test("a word finds those that begin with it, whatever the case, and ё is е", () => {
  expect(found("Ёлка, ЕЛКИ и лёлка", "елк")).toEqual(["Ёлка", "ЕЛКИ"])
  expect(found("Жүргізу жүргізді", "жүргіз")).toEqual(["Жүргізу", "жүргізді"])
})

test("words in quotation marks stand one after the other, exactly", () => {
  expect(found("протокол\nобыска; протокол обысками", "«протокол обыска»")).toEqual(["протокол\nобыска"])
})

test("signs that mean something to an index or a pattern are only letters' neighbours", () => {
  expect(phrasesOf('a* OR (b) -c "d.e" NEAR').flatMap(({ words }) => words)).toEqual(
    ["a", "OR", "b", "c", "d", "e", "NEAR"], // prettier-ignore
  )
  expect(phrasesOf('"" * ()')).toEqual([])
})

test.prop([fc.string({ unit: "binary" })])("folding keeps every offset", (text) => {
  expect(fold(text)).toHaveLength(text.length)
})

test.prop([fc.string({ unit: "binary", maxLength: 60 })])("any query can be looked for", (query) => {
  expect(() => findSpans("a text", phrasesOf(query))).not.toThrow()
})

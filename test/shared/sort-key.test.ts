import { expect, test } from "vitest"
import { sortKey } from "../../shared/sort-key.ts"

const sorted = (words: readonly string[]) =>
  words.toSorted((left, right) => {
    const [a, b] = [Buffer.from(sortKey(left)), Buffer.from(sortKey(right))]
    return Buffer.compare(a, b)
  })

test("Kazakh and Russian letters sort in the order of the Kazakh alphabet", () => {
  const words = [
    "аян",
    "әже",
    "бала",
    "ғалым",
    "дала",
    "ёлка",
    "жол",
    "қала",
    "лес",
    "ңан",
    "өзен",
    "ұл",
    "үй",
    "һан",
    "іні",
  ]
  expect(sorted(words.toReversed())).toEqual(words)
})

test("case is ignored and numbers sort by value", () => {
  expect(sorted(["annex 10", "Annex 2", "ANNEX 1"])).toEqual(["ANNEX 1", "Annex 2", "annex 10"])
})

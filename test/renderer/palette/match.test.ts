import { expect, test } from "vitest"
import { matchScore } from "../../../renderer/features/palette/match.ts"

test("exact stands above beginning, beginning above words, words above letters", () => {
  const scores = ["События", "События дела", "Все события", "Безсобытийный"].map((text) => matchScore(text, "события"))
  expect(scores.slice(0, 3)).toEqual([5, 4, 3])
  expect(matchScore("Безсобытийный", "событий")).toBe(2)
})

test("the order of words is free", () => {
  expect(matchScore("Build a dossier", "dos bui")).toBe(3)
})

test("what is not there does not match", () => {
  expect(matchScore("Settings", "audit")).toBe(0)
})

test("ё and е are one letter", () => {
  expect(matchScore("Вперёд", "вперед")).toBe(5)
})

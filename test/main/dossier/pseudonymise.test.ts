import { expect, test } from "vitest"
import { pseudonymiser } from "../../../main/dossier/pseudonymise.ts"
import { indexNeedles, matchesIn } from "../../../main/redaction/match.ts"
import { fold } from "../../../main/search/names/fold.ts"
import { makeNeedles } from "../../../main/redaction/needles.ts"

const set = makeNeedles([
  { terms: ["Дана Сейтқали", "Сейтқали", "Seitkali"], label: "Person 14", key: "a" },
  { terms: ["Айгүл Жақсылық", "Жақсылық"], label: "Person 3", key: "b" },
  { terms: ["8 701 555 41 17"], label: "", key: "" },
])
const pseudonymised = pseudonymiser(set)

test("a name is replaced by its pseudonym, with its case ending", () => {
  expect(pseudonymised("Опись вручена Сейтқалиге.")).toBe("Опись вручена Person 14.")
})

test("a full name becomes one pseudonym", () => {
  expect(pseudonymised("Дана Сейтқали сұрады")).toBe("Person 14 сұрады")
})

test("two people keep apart", () => {
  expect(pseudonymised("Жақсылық, Сейтқали")).toBe("Person 3, Person 14")
})

test("a term without a label is an ellipsis", () => {
  expect(pseudonymised("тел. 8-701-555-41-17!")).toBe("тел. […]!")
})

test("zero-width characters and look-alike letters hide nothing", () => {
  const hidden = "Se\u200bitkali, Ceйтқали"
  const result = pseudonymised(hidden)
  expect(matchesIn(fold(result), indexNeedles(set.needles))).toEqual([])
  expect(result).toBe("Person 14, Person 14")
})

test("a text without names is left as it is", () => {
  expect(pseudonymised("Үш телефон тізімдемесіз алынды.\nБез описи.")).toBe(
    "Үш телефон тізімдемесіз алынды.\nБез описи.",
  )
})

test("a name in letters beyond the basic plane goes whole", () =>
  expect(pseudonymised("to 𝐒𝐞𝐢𝐭𝐤𝐚𝐥𝐢 now")).toBe("to Person 14 now"))

import { expect, test } from "vitest"
import { proposeAliases } from "../../../../main/search/names/propose-aliases.ts"

const textsFor = (name: string, recorded: string[] = []): string[] =>
  proposeAliases(name, recorded).map(({ text }) => text)

test("a name is proposed as passports, the Kazakh Latin alphabet and people in a hurry write it", () => {
  expect(textsFor("Дана Сейтқали")).toEqual(expect.arrayContaining(["Dana Seitkali", "Dana Seitqali", "Dana Seytkali"]))
  expect(textsFor("Шыңғыс Жақсылық")).toContain("Şyñğys Jaqsylyq")
})

test("short forms of the given name are nicknames, and few", () => {
  const nicknames = proposeAliases("Екатерина Смирнова").filter(({ kind }) => kind === "nickname")
  expect(nicknames.map(({ text }) => text)).toContain("Катя")
  expect(nicknames.length).toBeLessThanOrEqual(4)
})

test("a romanised given name is the one that it is spelled like", () => {
  expect(textsFor("Dana Seitkali")).toContain("Данка")
  expect(textsFor("Dana Seitkali")).not.toContain("Дианка")
})

test("what is recorded, or folds to it, is not proposed again", () => {
  expect(textsFor("Дана Сейтқали", ["Dana Seitkali"])).not.toContain("Dana Seitkali")
  expect(textsFor("Айгүл")).not.toContain("Айгул")
})

test("an institution and a number have no spellings", () => {
  expect(textsFor("Отдел полиции № 12")).toEqual([])
  expect(textsFor("8 700 555 41 17")).toEqual([])
})

import { expect, test } from "vitest"
import { inflected } from "../../../../main/search/names/russian-endings.ts"

const has = (name: string, ...forms: string[]): void => {
  expect(inflected(name)).toEqual(expect.arrayContaining(forms))
}

test("surnames change their endings", () => {
  has("Смирнова", "Смирновой", "Смирнову")
  has("Смирнов", "Смирнова", "Смирновым")
  has("Крупская", "Крупской", "Крупскую")
  has("Достоевский", "Достоевского", "Достоевским")
})

test("first names change their endings", () => {
  has("Анна", "Анны", "Анне", "Анну", "Анной")
  has("Мария", "Марии", "Марию", "Марией")
  has("Сергей", "Сергея", "Сергеем")
  has("Игорь", "Игоря", "Игорем")
  has("Юрий", "Юрия", "Юрием")
  has("Павел", "Павла", "Павлом")
})

test("the words of a name change together, and those of other languages stay", () => {
  has("Елена Смирнова", "Елены Смирновой", "Еленой Смирновой")
  has("Дана Сейтқали", "Даны Сейтқали", "Дане Сейтқали")
  has("Анна Ким", "Анны Ким", "Анне Ким")
})

test("names in other letters, and whole sentences, have no forms", () => {
  expect(inflected("Dana Seitkali")).toEqual([])
  expect(inflected("Сейтқали")).toEqual([])
  expect(inflected("Комитет по делам семьи")).toEqual([])
})

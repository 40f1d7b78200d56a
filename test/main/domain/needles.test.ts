import { expect, test } from "vitest"
import { pseudonymiser } from "../../../main/dossier/pseudonymise.ts"
import { identifierSpellings } from "../../../main/search/names/identifiers.ts"
import { makeNeedles } from "../../../main/redaction/needles.ts"

const hide = (name: string): ((text: string) => string) =>
  pseudonymiser(makeNeedles([{ terms: [], names: [name], label: "Person 7", key: "" }]))

test("a name leaves in none of its cases", () => {
  const text = "Елену Смирнову видели; о Смирновой спросили Елену; Смирновою довольны"
  expect(hide("Смирнова Елена")(text)).toBe("Person 7 видели; о Person 7 спросили Person 7; Person 7 довольны")
  expect(hide("Дана Сейтқали")("у Даны Сейтқали и к Сейтқалиге")).toBe("у Person 7 и к Person 7")
  expect(hide("Павел")("у Павла")).toBe("у Person 7")
  expect(hide("Павел Ли")("о Павле Ли, от Павла Ли")).toBe("о Person 7, от Person 7")
  expect(hide("Анна Ким")("с Анной Ким, у Анны Ким")).toBe("с Person 7, у Person 7")
})

test("words that only begin alike stay", () => {
  expect(hide("Дана Сейтқали")("данные переданы")).toBe("данные переданы")
})

test("a telephone number is known with and without its code, and other numbers as they are", () => {
  expect(identifierSpellings("+7 701 123-45-67")).toEqual(["+7 701 123-45-67", "7011234567"])
  expect(identifierSpellings("8 (701) 123 45 67")).toContain("7011234567")
  expect(identifierSpellings("870112345678")).toEqual(["870112345678"])
  expect(identifierSpellings("N 12345678901")).toEqual(["N 12345678901"])
})

import { expect, test } from "vitest"
import { fold } from "../../../main/search/names/fold.ts"
import { stemOf } from "../../../main/search/names/stem.ts"
import { indexNeedles, matchesIn } from "../../../main/redaction/match.ts"
import { makeNeedles } from "../../../main/redaction/needles.ts"

const finds = (name: string, text: string): boolean => {
  const { needles } = makeNeedles([{ terms: [name], label: "", key: "" }])
  return matchesIn(fold(text), indexNeedles(needles)).length > 0
}

test.each([
  ["Смирнова", ["Смирновой", "Смирнову", "у Смирнова", "СМИРНОВЫМ", "Смирновых"]],
  ["Достоевская", ["Достоевской", "Достоевскую", "Достоевского"]],
  ["Сейтқали", ["Сейтқалиге", "Сейтқалидің", "Сейтқалимен"]],
  ["Жаксылыкова", ["Жаксылыковой", "Жаксылыкову"]],
  ["Елена", ["Елены", "Елене", "Еленой"]],
  ["Ахметов", ["Ахметова", "Ахметову", "Ахметовым"]],
])("%s is found in its other cases", (name, forms) => {
  expect(forms.filter((form) => !finds(name, `Был ${form} там`))).toEqual([])
})

test("an ending is never cut from a short word, another script, or several words", () => {
  expect(["Вера", "Дана", "Seitkalia", "8701", "Анна Смирнова"].flatMap((term) => stemOf(term) ?? [])).toEqual([])
})

test("other words are left alone", () => {
  expect(["смирение", "селена", "ахмет"].filter((word) => finds("Смирнова", word) || finds("Елена", word))).toEqual([])
})

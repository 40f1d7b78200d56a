import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { fold, foldedText } from "../../../../main/search/names/fold.ts"
import type { NameHit, NameSubject } from "../../../../main/search/names/hit.ts"
import { findNames, findSpelled, prepareNames } from "../../../../main/search/names/matcher.ts"

const subject = (recorded: Partial<NameSubject>): NameSubject => ({
  ...{ names: [], identifiers: [], terms: [], exact: [] },
  ...recorded,
})
const dana = subject({
  names: ["Дана Сейтқали"],
  identifiers: ["+7 700 555 41 17", "dana.s@example.kz", "990230400123", "000 ABC 02"],
})
const anna = subject({ names: ["Анна Ким"] })
const elena = subject({ names: ["Смирнова Елена Петровна"] })

const find = (text: string, ...subjects: NameSubject[]): NameHit[] => findNames(prepareNames(subjects), fold(text))
const levels = (text: string, ...subjects: NameSubject[]): string[] => [
  ...new Set(find(text, ...subjects).map(({ level }) => level)),
]
const shown = (text: string, hit: NameHit): string => {
  const { source } = fold(text)
  return text.slice(source[hit.start], (source[hit.end - 1] ?? 0) + 1)
}

test.each([
  ["in Kazakh cases", "Опись вручена Сейтқалиге, Сейтқалиден алынды"],
  ["as Russian keyboards write it", "у Сейткали"],
  ["with initials", "Сейтқали Д. расписалась"],
  ["letter-spaced", "С е й т қ а л и"],
  ["broken over lines", "пришла Сейт-\nқали"],
  ["in capitals", "СЕЙТҚАЛИ ДАНА"],
  ["with Latin look-alikes", "Ceйтқaли"],
  ["run into the word before", "виделСейтқали"],
])("a surname that tells blocks %s", (_, text) => {
  expect(levels(text, dana)).toEqual(["block"])
})

test.each([
  ["both words in one case", "с Анной Ким"],
  ["the other way round", "Ким Анны"],
  ["joined", "АннаКим"],
  ["as an account is called", "anna.kim анна.ким"],
])("a short surname blocks beside another part of the name: %s", (_, text) => {
  expect(levels(text, anna)).toContain("block")
})

test("a short surname alone, or with initials only, waits for a look", () => {
  expect(levels("таким был Ким утром", anna)).toEqual(["queue"])
  expect(levels("Ким А. ушла", anna)).toEqual(["queue"])
})

test("two people who stand one after another are not one name", () => {
  expect(levels("Пришла Анна. Ким остался. Ким, у Анны", anna)).toEqual(["queue"])
})

test("a masculine, feminine or plural form of a surname is that surname", () => {
  for (const form of ["Смирнов", "Смирновой", "Смирновым", "Смирновых"])
    expect([form, levels(`вот ${form} там`, elena)]).toEqual([form, ["block"]])
})

test.each([
  ["romanised", "Seytkaly came", "sounds-alike"],
  ["romanised by Germans", "Frau Smirnowa kam", "sounds-alike"],
  ["with a wrong letter", "видел Смирмову там", "one-letter-off"],
  ["a given name alone", "пришла Елена", "given"],
  ["a short form", "пришла Ленка", "diminutive"],
  ["inside another word", "улица Смирновская", "inside"],
])("%s it waits for a look", (_, text, form) => {
  const hits = find(text, dana, elena)
  expect(hits.map(({ level }) => level)).toEqual(hits.map(() => "queue"))
  expect(hits.map((hit) => hit.form)).toContain(form)
})

test("words that only begin alike are left alone", () => {
  expect(find("Данные переданы, смирение и ким-то забыто", dana, elena, anna)).toEqual([])
})

test.each([
  "тел. 8 (700) 555-41-17",
  "+7-700-555-41-17",
  "7005554117",
  "dana.s (at) example dot kz",
  "DANA.S@EXAMPLE.KZ",
  "ИИН 990230 400 123",
  "авто 000АВС02",
])("an identifier blocks however it is grouped: %s", (text) => {
  expect(levels(text, dana)).toEqual(["block"])
})

test("digits of a longer number are not the telephone's", () => {
  expect(find("счёт 1270055541179", dana)).toEqual([])
})

test("a hit says where it stands", () => {
  const text = "Вчера Е. П. Смирнова ушла"
  expect(find(text, elena).map((hit) => shown(text, hit))).toEqual(["Е. П. Смирнова"])
})

test("terms that look like patterns are letters", () => {
  const regex = subject({ exact: ["(a+)+$", "a.c"] })
  expect(find("abc aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", regex)).toEqual([])
  expect(find("слово a.c тут", regex)).toHaveLength(1)
})

test("what is spelled out is the same with and without the search for what is alike", () => {
  const text = "Сейтқали Дана и Анна Ким, Smirnova, Смирновой"
  const matcher = prepareNames([dana, anna, elena])
  const spelled = findNames(matcher, fold(text)).filter(({ level }) => level === "block")
  expect(findSpelled(matcher, fold(text)).filter(({ level }) => level === "block")).toEqual(spelled)
})

test("one given name of a thousand people, two thousand times, is found at once", () => {
  const people = Array.from({ length: 1000 }, (_, at) =>
    subject({ names: [`Дана ${"абвгдежз"[at % 8] ?? ""}ятибратова`] }),
  )
  const hits = find("Дана ".repeat(2000), ...people)
  expect(hits.length).toBeGreaterThan(0)
  expect(hits.length).toBeLessThanOrEqual(2000 * 10)
})

const unseen = fc.array(fc.constantFrom("\u200b", "\u200d", "\u2060", "\u00ad", "\ufeff", "\u034f", "\u3164"), {
  maxLength: 3,
})
property.prop([fc.array(unseen, { minLength: 9, maxLength: 9 })])(
  "characters that are not seen hide no name",
  (gaps) => {
    const name = Array.from("Сейтқали", (letter, at) => (gaps[at] ?? []).join("") + letter).join("")
    expect(levels(`вот ${name} там`, dana)).toEqual(["block"])
  },
)

property.prop([fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })])(
  "a hit's place folds to the name, whatever stands around it",
  (before, after) => {
    const text = `${before} Сейтқали ${after}`
    const hits = find(text, dana).filter(({ level }) => level === "block")
    expect(hits.length).toBeGreaterThan(0)
    for (const hit of hits) expect(foldedText(shown(text, hit))).toContain(foldedText("Сейтқали"))
  },
)

property.prop([fc.string({ unit: "binary", maxLength: 60 }), fc.string({ unit: "binary", maxLength: 300 })])(
  "any recorded name and any text are taken",
  (name, text) => {
    const { text: folded } = fold(text)
    for (const { start, end } of find(text, subject({ names: [name], identifiers: [name], terms: [name] }))) {
      expect(start).toBeLessThan(end)
      expect(end).toBeLessThanOrEqual(folded.length)
    }
  },
)

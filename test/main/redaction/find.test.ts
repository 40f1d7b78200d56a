import { expect, test } from "vitest"
import { pageRect } from "../../../shared/geometry.ts"
import type { PageLine, PageText } from "../../../main/reading/page-text.ts"
import { fold } from "../../../main/search/names/fold.ts"
import { findOnPage } from "../../../main/redaction/find.ts"
import { indexNeedles, matchesIn } from "../../../main/redaction/match.ts"
import { makeNeedles, needlesOfTerms } from "../../../main/redaction/needles.ts"

/** Letters are 10 points wide, spaces too; lines are 20 apart. */
const lineOf = (text: string, row: number): PageLine => {
  const words = [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    rect: pageRect(match.index * 10, row * 20, match[0].length * 10, 14),
    confidence: 1,
  }))
  return { rect: pageRect(0, row * 20, text.length * 10, 14), words }
}
const pageOf = (...lines: string[]): PageText => ({ width: 600, height: 800, lines: lines.map(lineOf), images: [] })
const find = (page: PageText, ...terms: string[]) => findOnPage(page, indexNeedles(needlesOfTerms(terms).needles))
const found = (page: PageText, ...terms: string[]) => find(page, ...terms).map((hit) => hit.found)

test("a name is found with its place", () => {
  const [hit] = find(pageOf("видел Смирнову", "и Смирнова ушла"), "Смирнова")
  expect(hit?.found).toBe("Смирнова")
  expect(hit?.parts).toEqual([{ lineIndex: 1, rect: pageRect(20, 20, 80, 14) }])
})

test("a name inside a longer word takes the whole word", () =>
  expect(found(pageOf("дом Смирновой"), "Смирнов")).toEqual(["Смирновой"]))

test("a letter-spaced name takes all its letters", () =>
  expect(find(pageOf("дом С м и р н о в а тут"), "Смирнова")[0]?.parts).toEqual([
    { lineIndex: 0, rect: pageRect(40, 0, 150, 14) },
  ]))

test("a name broken over two lines has a part on each", () =>
  expect(find(pageOf("пришла Смир-", "нова сама"), "Смирнова")[0]?.parts.map((part) => part.lineIndex)).toEqual([0, 1]))

test("a name of several words is found across the line's end", () =>
  expect(found(pageOf("Это Ахметов", "Нұрлан здесь"), "Ахметов Нурлан")).toEqual(["Ахметов Нұрлан"]))

test("a name broken inside a column is found though the file goes on with the next column", () => {
  const page = pageOf("пришла Смир-      другие слова", "нова сама         стоят рядом")
  const hits = find(page, "Смирнова")
  expect(hits.map((hit) => hit.found)).toEqual(["Смир- нова"])
  expect(hits[0]?.parts).toEqual([
    { lineIndex: 0, rect: pageRect(70, 0, 50, 14) },
    { lineIndex: 1, rect: pageRect(0, 20, 40, 14) },
  ])
})

test("a name of two words that stand one over the other in a table is found", () =>
  expect(
    found(pageOf("1.     Дана           12.03.2017", "       Сейтқали       13.03.2017"), "Дана Сейтқали"),
  ).toEqual(["Дана Сейтқали"]))

test("three letters count only as a whole word", () =>
  expect(found(pageOf("таким был Ким утром"), "Ким")).toEqual(["Ким"]))

test("four letters count only from a word's start", () =>
  expect(found(pageOf("уверать Вере Вера"), "Вера")).toEqual(["Вера"]))

test("every one of a thousand hits is found", () =>
  expect(find(pageOf(...Array.from({ length: 1000 }, () => "Смирнова")), "Смирнова")).toHaveLength(1000))

test("ten thousand terms are searched at once", () => {
  const terms = Array.from({ length: 10_000 }, (_, index) => `Имя${index}лов`)
  expect(found(pageOf("тут Имя9999лов был"), ...terms)).toEqual(["Имя9999лов"])
})

test("regex-like terms are plain text", () => expect(found(pageOf("a.c abc"), "a[bx]c.*")).toEqual([]))

test("a one-letter term is refused", () =>
  expect(() => needlesOfTerms(["Я"])).toThrow(expect.objectContaining({ code: "term-too-short" })))

test("a term of signs only is refused", () =>
  expect(() => needlesOfTerms(["-- ..."])).toThrow(expect.objectContaining({ code: "term-too-short" })))

test("further forms of a term are searched too", () => {
  const subject = { terms: ["Смирнова"], label: "Лицо 1", key: "a" }
  const { needles } = makeNeedles([subject])
  expect(findOnPage(pageOf("со Смирновой"), indexNeedles(needles)).map((hit) => hit.match.subject)).toEqual([0])
})

test("what is one person's for certain is not asked about as somebody else's", () => {
  const people = ["Дана Сейтқали", "Мерей Сейтқалым"].map((name) => ({
    terms: [],
    names: [name],
    label: "",
    key: name,
  }))
  const hits = findOnPage(pageOf("вот Сейтқали там"), indexNeedles(makeNeedles(people).needles))
  expect(hits.map(({ match }) => [match.subject, match.level])).toEqual([[0, "block"]])
})

test("a long name that lost the space before it refuses a copy, and a given name alone does not", () => {
  const { needles } = makeNeedles([{ terms: [], names: ["Елена Смирнова"], label: "", key: "a" }])
  const refusing = (text: string): boolean => matchesIn(fold(text), indexNeedles(needles)).length > 0
  expect(refusing("СКАЗАЛАСМИРНОВАВЧЕРА")).toBe(true)
  expect(refusing("сказала Елена вчера")).toBe(false)
})

import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { fold, foldedText } from "../../../../main/search/names/fold.ts"

const same: readonly (readonly [string, string, string])[] = [
  ["ё is е", "Фёдоров", "Федоров"],
  ["case does not count", "СМИРНОВА", "смирнова"],
  ["Latin look-alikes are Cyrillic", "Cмиpнoвa", "Смирнова"],
  ["capital Latin H is Cyrillic Н", "Hурлан", "Нурлан"],
  ["Kazakh letters are their Russian neighbours", "Нұрлан Серікұлы", "Нурлан Серикулы"],
  ["soft hyphens and zero-width characters vanish", "Смир\u00adно\u200bва\u2060", "Смирнова"],
  ["letter-spacing vanishes", "С м и р н о в а", "Смирнова"],
  ["hyphens and line breaks vanish", "Смир-\nнова", "Смирнова"],
  ["a stress mark vanishes", "Смирно\u0301ва", "Смирнова"],
  ["accents vanish", "Núrłan Șeĭtqalı", "Nurlan Seitqali"],
  ["capital Greek look-alikes are letters", "ΝURLΑΝ ΗΜΒ", "Nurlan НМВ"],
  ["Latin schwa is Cyrillic schwa", "əлихан", "Әлихан"],
  ["a decomposed й is й", "Николаи\u0306", "Николай"],
  ["ligatures fall apart", "Eﬃ", "Effi"],
  ["full-width letters are letters", "Ｏｒａｚｏｖａ", "Orazova"],
  ["phone numbers lose their spacing", "+7 (701) 123-45-67", "77011234567"],
]

for (const [name, left, right] of same) test(name, () => expect(foldedText(left)).toBe(foldedText(right)))

test("different names stay different", () => expect(foldedText("Смирнова")).not.toBe(foldedText("Смирнов")))

test("each folded letter knows where it came from", () => {
  const folded = fold("a Е\u0308-b")
  expect(folded.text).toBe("аев")
  expect(folded.source).toEqual([0, 2, 5])
})

test("soft hyphens do not end a word, and spaces do", () => {
  expect(fold("Ки\u00adм").startsWord).toEqual([true, false, false])
  expect(fold("Ки м").startsWord).toEqual([true, false, true])
  expect(fold("Ки м").endsWord).toEqual([false, true, true])
})

property.prop([fc.string({ unit: "binary" })])("folding twice changes nothing", (text) => {
  expect(foldedText(foldedText(text))).toBe(foldedText(text))
})

property.prop([fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })])(
  "what is inside a text is inside its fold",
  (before, after) => {
    expect(foldedText(`${before} Оразова ${after}`)).toContain(foldedText("Оразова"))
  },
)

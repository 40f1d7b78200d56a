import { expect, test } from "vitest"
import { pageRect } from "../../../../shared/geometry.ts"
import { mrzCheckDigit, mrzLines } from "../../../../main/redaction/codes/mrz.ts"

const page = (...texts: string[]) =>
  texts.map((text, index) => {
    const rect = pageRect(20, 20 + index * 14, 400, 12)
    return { rect, words: text.split(" ").map((word) => ({ text: word, rect, confidence: 1 })) }
  })
const found = (...texts: string[]) => mrzLines(page(...texts)).map(({ lineIndex }) => lineIndex)

// ICAO 9303 parts 4 to 6: the specimens of the standard.
const passport = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]
const card = ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"]
const visa = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"]

test("check digits as the standard gives them", () => {
  expect(mrzCheckDigit("L898902C3")).toBe(6)
  expect(mrzCheckDigit("740812")).toBe(2)
  expect(mrzCheckDigit("D23145890")).toBe(7)
})

test("all lines of passports, cards and visas are found, the surer where check digits hold", () => {
  for (const lines of [passport, card, visa]) expect(found("Паспорт", ...lines)).toEqual(lines.map((_, at) => at + 1))
  const confidence = (text: string) => mrzLines(page(text))[0]?.confidence
  expect(confidence(passport[1] ?? "")).toBeGreaterThan(0.95)
  expect(confidence((passport[1] ?? "").replace("7408122", "7408125").replace("36UTO", "35UTO"))).toBe(0.8)
})

test("what OCR makes of the fillers is found", () => {
  expect(found("P<KAZSMIRNOVA««ELENA««««««««««««««««««")).toEqual([0])
  expect(found("P<KAZSMIRNOVA<<ELENA<K<<KKKKK<<<KK<<<CC<<<<")).toEqual([0])
  expect(found("РKKAZSMIRNOVAKKELENAKKKKKKKKKKKKKKKKKKKKKKK")).toEqual([0])
  expect(found("N12345678 <KAZ 8504123F2507211850412300125<<06")).toEqual([0])
})

test("a spoiled line beside one that was read goes along", () => {
  expect(found("P<KAZSMIRNOVA<<ELENA<<<<<<<<<<<<<<<<<<<<<<<", "N1Z345G78KAZ85O4I23F25O72118504123OO125OO6")).toEqual([
    0, 1,
  ])
})

test.each([
  "Вечером дома была Смирнова Елена Сергеевна, и все это видели",
  "Кейін бізге Нұрлан келді де, бәрін айтып берді деп жазылған",
  "THE COURT FINDS AS FOLLOWS: THE APPLICANT WAS HELD",
  "if (a << b && c << d) return x << 5 << y",
  "KZ86125KZT5004100100 8 701 123 45 67",
])("no zone is seen in “%s”", (text) => expect(found(text)).toEqual([]))

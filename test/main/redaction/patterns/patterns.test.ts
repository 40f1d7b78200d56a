import { fc, test as property } from "@fast-check/vitest"
import { describe, expect, test } from "vitest"
import { type PatternName, patternNames } from "../../../../shared/model/redaction.ts"
import { findPatterns } from "../../../../main/redaction/patterns/all.ts"
import { ibanChecksumHolds } from "../../../../main/redaction/patterns/account.ts"
import { cardChecksumHolds } from "../../../../main/redaction/patterns/card.ts"
import { iinChecksumHolds } from "../../../../main/redaction/patterns/iin.ts"

interface Examples {
  /** A sentence, and what of it must be found. */
  readonly found: readonly (readonly [sentence: string, part: string])[]
  readonly missed: readonly string[]
}

const examples: Readonly<Record<PatternName, Examples>> = {
  phone: {
    found: [
      ["Звонил с +7 701 123-45-67 вечером", "+7 701 123-45-67"],
      ["Телефоны 8 (701) 123 45 67, 87011234567", "8 (701) 123 45 67"],
      ["Ұялы телефон: 87011234567.", "87011234567"],
      ["қайта 7011234567 деген нөмірден", "7011234567"],
      ["she called 8-727-250-12-34 twice", "8-727-250-12-34"],
      ["г. Алматы, тел. 250-12-34", "250-12-34"],
      ["Астана, (7172) 74-12-34 қабылдау", "(7172) 74-12-34"],
      ["+7(912)3456789 — Челябинск", "+7(912)3456789"],
      ["the lawyer: +44 20 7946 0958", "+44 20 7946 0958"],
      ["тел.: 8 7O1 123 45 67", "123 45 67"],
      ["8\u00a0701\u00a0123\u201145\u201167", "8\u00a0701\u00a0123\u201145\u201167"],
    ],
    missed: [
      "Дело № 7599-17-00-4/123 от 2017 года",
      "Приказ от 12.03.2017 № 112",
      "ИИН 850412300125 указан в справке",
      "сумма 1 250 000 тенге",
      "10 бет, 12 сурет",
      "Article 190 part 2 item 4",
    ],
  },
  email: {
    found: [
      ["Пишите на dana.seitkali@example.kz сегодня", "dana.seitkali@example.kz"],
      ["пошта: Нұрлан@мысал.қаз", "Нұрлан@мысал.қаз"],
      ["write to aigul_77 (at) example.org, please", "aigul_77 (at) example.org"],
      ["aigul @ example.org", "aigul @ example.org"],
      ["<o'brien+case@mail.example.co.uk>", "o'brien+case@mail.example.co.uk"],
    ],
    missed: ["встретились @ кафе", "цена 5 тенге/шт.", "user@localhost", "www.example.kz"],
  },
  iin: {
    found: [
      ["ИИН 850412300125 Иванов", "850412300125"],
      ["ЖСН: 850412 300 125", "850412 300 125"],
      ["БИН 990440001234", "990440001234"],
      ["IIN 85O412300125 as read by a scanner", "85O412300125"],
    ],
    missed: ["87011234567", "4400430012345678", "сумма 123 456 789 тенге", "номер 12345678901"],
  },
  plate: {
    found: [
      ["машина 123 ABC 02 стояла", "123 ABC 02"],
      ["көлік 777АВС02 келді", "777АВС02"],
      ["компания: 123 AB 16", "123 AB 16"],
      ["ескі нөмір A 123 BCD", "A 123 BCD"],
      ["Лада А123ВС77 уехала", "А123ВС77"],
      ["а car, A 123 BC 777, left", "A 123 BC 777"],
      ["прицеп АВ 1234 54", "АВ 1234 54"],
    ],
    missed: ["123 ABC 45 is no region", "п. 3 ст. 190 УК РК", "в 1998 году", "кабинет 123 абв 02", "ISO 9001 AB"],
  },
  account: {
    found: [
      ["счёт KZ86 125K ZT50 0410 0100 в банке", "KZ86 125K ZT50 0410 0100"],
      ["есепшот KZ86125KZT5004100100", "KZ86125KZT5004100100"],
      ["КZ99125КZТ5004100100 с ошибкой", "КZ99125КZТ5004100100"],
      ["IBAN GB82 WEST 1234 5698 7654 32.", "GB82 WEST 1234 5698 7654 32"],
      ["р/с 40817810099910004312 в банке", "40817810099910004312"],
    ],
    missed: ["GB82 WEST 1234 5698 7654 33", "KZ 2017", "40817 рублей", "KZ123"],
  },
  card: {
    found: [
      ["карта 4111 1111 1111 1111 на имя", "4111 1111 1111 1111"],
      ["карта нөмірі 5555555555554444", "5555555555554444"],
      ["her card 4400 4300 1234 5678 (wrong sum)", "4400 4300 1234 5678"],
      ["чек: 4400 43** **** 1234", "4400 43** **** 1234"],
    ],
    missed: ["850412300125", "1111 2222 3333 4444", "с 2014 2015 2016 по 2017", "40817810099910004312"],
  },
  address: {
    found: [
      ["Проживает: г. Алматы, ул. Абая, д. 15, кв. 4.", "г. Алматы, ул. Абая, д. 15, кв. 4"],
      ["на улице Толе би 25/1 видели", "улице Толе би 25/1"],
      ["пр. Назарова 12, офис 7", "пр. Назарова 12, офис 7"],
      ["мкр. Самал-2, дом 33, кв. 18", "мкр. Самал-2, дом 33, кв. 18"],
      ["Алматы қаласы, Абай көшесі, 15 үй, 4 пәтер", "Алматы қаласы, Абай көшесі, 15 үй, 4 пәтер"],
      ["Сәтбаев даңғылы 22-үй", "Сәтбаев даңғылы 22-үй"],
      ["Достық шағын ауданы, үй 5, пәтер 16", "Достық шағын ауданы, үй 5, пәтер 16"],
      ["lives at 15 Abay Street, apt. 4", "15 Abay Street, apt. 4"],
      ["Tole Bi Avenue 25/1, Almaty", "Tole Bi Avenue 25/1"],
      ["в доме 12, квартира 45", "доме 12, квартира 45"],
    ],
    missed: [
      "вышли на улицу и ушли",
      "п. 15 приказа",
      "көшеде 15 адам болды",
      "the street was empty at 15",
      "проспект закрыт",
    ],
  },
  "birth-date": {
    found: [
      ["Сейтқали Д., 12.04.1985 г.р., проживает", "12.04.1985"],
      ["родился 4 марта 1985 года", "4 марта 1985"],
      ["Дата рождения: 1985-04-12", "1985-04-12"],
      ["1985 г.р.", "1985"],
      ["1985 жылғы 12 сәуір күні туған", "1985 жылғы 12 сәуір"],
      ["1990 жылы туған", "1990"],
      ["туған күні: 12.04.1985", "12.04.1985"],
      ["born on 12 April 1985 in Taraz", "12 April 1985"],
      ["DOB 12/04/1985", "12/04/1985"],
    ],
    missed: [
      "задержан 12.04.2017 в Алматы",
      "2017 жылғы 12 сәуір күні ұсталды",
      "on 12 April 2017 they came",
      "в 1985 году построен дом",
    ],
  },
  gps: {
    found: [
      ["координаты 43.2389, 76.8897 здесь", "43.2389, 76.8897"],
      ["43°14′20″ с. ш. 76°53′23″ в. д.", "43°14′20″ с. ш. 76°53′23″ в. д"],
      ["geo 43.238949 N 76.889709 E", "43.238949 N 76.889709 E"],
      ["орны: 51.1283; 71.4305", "51.1283; 71.4305"],
      ["https://maps.example/@43.2389,76.8897,15z", "43.2389,76.8897"],
    ],
    missed: ["1.25, 2.50", "версии 4.0.12, 5.1.0", "142.1234, 276.8897", "с 12.30 до 14.45"],
  },
}

describe.each(patternNames)("%s", (name) => {
  const partsOf = (text: string) => findPatterns(text, [name]).map(({ start, end }) => text.slice(start, end))

  test.each(examples[name].found)("is found in “%s”", (sentence, part) => {
    const found = partsOf(sentence)
    expect(found.some((one) => one.includes(part)) ? part : found).toBe(part)
  })

  test.each(examples[name].missed)("is not found in “%s”", (sentence) => expect(partsOf(sentence)).toEqual([]))
})

test("every pattern is tried in all three languages", () => {
  for (const name of patternNames) {
    const texts = [...examples[name].found.map(([sentence]) => sentence), ...examples[name].missed].join(" ")
    expect([name, /[а-я]{3}/iu.test(texts), /[a-z]{3}/iu.test(texts)]).toEqual([name, true, true])
  }
})

test("a checksum suggests, and never hides a number", () => {
  expect(iinChecksumHolds("850412300125")).toBe(iinChecksumHolds("850412300125"))
  const sure = (text: string) => findPatterns(text, ["iin"])[0]?.confidence ?? 0
  const valid = Array.from({ length: 10 }, (_, last) => `85041230012${last}`).filter(iinChecksumHolds)
  expect(valid).toHaveLength(1)
  const wrong = `85041230012${(Number(valid[0]?.at(-1)) + 1) % 10}`
  expect(sure(valid[0] ?? "")).toBeGreaterThan(0.95)
  expect(sure(wrong)).toBeGreaterThan(0.3)
  expect(sure(wrong)).toBeLessThan(sure(valid[0] ?? ""))
})

test("checksums as their standards give them", () => {
  // ISO 13616's own example, and the test numbers that card issuers publish.
  expect(ibanChecksumHolds("GB82 WEST 1234 5698 7654 32")).toBe(true)
  expect(ibanChecksumHolds("KZ86 125K ZT50 0410 0100")).toBe(true)
  expect(ibanChecksumHolds("KZ87 125K ZT50 0410 0100")).toBe(false)
  expect(cardChecksumHolds("4111111111111111")).toBe(true)
  expect(cardChecksumHolds("4111111111111112")).toBe(false)
})

property.prop([fc.string({ unit: "grapheme", maxLength: 300 })])("any text gives places inside itself", (text) => {
  for (const { start, end, confidence } of findPatterns(text, patternNames)) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(confidence).toBeGreaterThan(0)
    expect(confidence).toBeLessThanOrEqual(1)
  }
})

const phoneDigits = fc.tuple(
  fc.constantFrom("701", "702", "705", "707", "747", "771", "775", "777", "778", "727", "717", "912"),
  fc.stringMatching(/^\d{7}$/u),
)
const separators = fc.constantFrom("", " ", "-", "\u2011", "\u00a0", ".")

property.prop([phoneDigits, separators, separators, fc.constantFrom("+7", "8", "7"), fc.boolean()])(
  "a number of Kazakhstan or Russia is found however it is written",
  ([code, rest], first, second, prefix, brackets) => {
    const shown = `${prefix}${first}${brackets ? `(${code})` : code}${first}${rest.slice(0, 3)}${second}${rest.slice(3, 5)}${second}${rest.slice(5)}`
    const [found] = findPatterns(`до ${shown} после`, ["phone"])
    expect(found && `до ${shown} после`.slice(found.start, found.end)).toBe(shown)
  },
)

test("a long page of digits and dots is done at once", () => {
  const hostile = `${"ул. а ".repeat(3000)}${"1.1".repeat(5000)}${"KZ12 ".repeat(2000)}${"a.".repeat(4000)}@${"1 ".repeat(5000)}`
  expect(findPatterns(hostile, patternNames).length).toBeGreaterThanOrEqual(0)
}, 20_000)

import { describe, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import { generatePassphrase, wordLists } from "../../../main/passphrase/generate.ts"
import { foldKazakh, retypings, transliterate } from "../../../main/passphrase/layouts.ts"
import { seededRandom } from "../../support/records.ts"

const letters = { en: /^[a-z]{3,10}$/, ru: /^[а-я]{3,10}$/, kk: /^[а-яәіңғүұқөһ]{3,10}$/ } as const

describe.each(["en", "ru", "kk"] as const)("the %s list", (language) => {
  const list = wordLists[language]

  test("has at least 6^4 words, none twice, in its own letters", () => {
    expect(list.length).toBeGreaterThanOrEqual(1296)
    expect(new Set(list).size).toBe(list.length)
    expect(list.filter((word) => !letters[language].test(word))).toEqual([])
  })

  test("no two words share their first four letters", () => {
    expect(new Set(list.map((word) => word.slice(0, 4))).size).toBe(list.length)
  })

  test("no word is another's in a different Unicode form", () => {
    expect(list.filter((word) => word !== word.normalize("NFKC"))).toEqual([])
  })
})

test("the bits are those of somebody who knows the list", () => {
  const { passphrase, bits } = generatePassphrase({ language: "en", words: 6, random: systemRandom })
  expect(passphrase.split(" ").length).toBe(6)
  expect(Math.abs(bits - 6 * Math.log2(wordLists.en.length))).toBeLessThan(0.1)
})

test("the same randomness gives the same words, other randomness others", () => {
  const draw = (seed: string) => generatePassphrase({ language: "kk", words: 7, random: seededRandom(seed) }).passphrase
  expect(draw("a")).toBe(draw("a"))
  expect(draw("a")).not.toBe(draw("b"))
})

test("values that would favour the first words are thrown again", () => {
  const draws = [0xffffffff, 0xffffffff, 5]
  const random = () => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(draws.shift() ?? 0)
    return bytes
  }
  expect(generatePassphrase({ language: "ru", words: 1, random }).passphrase).toBe(wordLists.ru[5])
})

test("every word is drawn about as often as any other", () => {
  const random = seededRandom("even")
  const counts = new Map<string, number>()
  for (let run = 0; run < 2000; run++)
    for (const word of generatePassphrase({ language: "en", words: 10, random }).passphrase.split(" "))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  const expected = 20_000 / wordLists.en.length
  const chiSquared = wordLists.en.reduce((sum, word) => sum + ((counts.get(word) ?? 0) - expected) ** 2 / expected, 0)
  // Degrees of freedom n - 1; five standard deviations.
  expect(chiSquared).toBeLessThan(wordLists.en.length + 5 * Math.sqrt(2 * wordLists.en.length))
})

test("keys retyped in the other layout", () => {
  expect(retypings("gfhjkm")).toContain("пароль")
  expect(retypings("рщьу")).toContain("home")
  expect(retypings("0fpf0")).toContain("қазақ")
  expect(retypings("қазақ")).toContain("0fpf0")
  expect(retypings("1 7")).toEqual([])
})

test("Kazakh letters fold to Russian ones, Cyrillic to Latin", () => {
  expect(foldKazakh("Серікқызы Ұлжан")).toBe("сериккызы улжан")
  expect(transliterate("жанар ахметова")).toBe("zhanar akhmetova")
})

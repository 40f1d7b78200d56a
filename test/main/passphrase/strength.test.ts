import { expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import { generatePassphrase } from "../../../main/passphrase/generate.ts"
import { measureStrength } from "../../../main/passphrase/strength.ts"

test.each([
  // Names, in the ways in which people write them.
  "жанарахметова",
  "Жанар Ахметова 1987",
  "zhanarakhmetova",
  "Ақбота Серікқызы 1987",
  "нурсултан2019",
  "Сергей Иванов",
  "айгерим жаным",
  // Words of the country.
  "қазақстан1991",
  "солнышко2020",
  "тәуелсіздік",
  // The other layout was on: "пароль", "home", "қазақстан", "сергейиванов".
  "gfhjkm",
  "рщьу",
  "0fpf0cnfy",
  "cthutqbdfyjd",
  // Habits.
  "йцукенгшщз",
  "qwertyuiop1234567890",
  "aaaaaaaaaaaaaaaaaaaaaaaa",
  "12.04.1987",
  "password",
])("%s is refused", async (passphrase) => {
  const { accepted, score, warnings } = await measureStrength(passphrase)
  expect({ accepted, low: score <= 2 }).toEqual({ accepted: false, low: true })
  expect(warnings.length).toBeGreaterThan(0)
})

test.each(["shelter ribbon 47 apricot Қордай", "сорок абрикосов у реки", "давайте пойдем вечером в горы"])(
  "%s is accepted",
  async (passphrase) => {
    expect(await measureStrength(passphrase)).toMatchObject({ accepted: true, warnings: [] })
  },
)

test("says why: a name, the layout, the keys", async () => {
  expect((await measureStrength("жанарахметова")).warnings).toContain("name")
  expect((await measureStrength("gfhjkm")).warnings).toContain("layout")
  expect((await measureStrength("йцукенгшщз")).warnings.join()).toMatch(/keys|common|name/)
  expect((await measureStrength("")).warnings).toEqual(["empty"])
})

test("only the first hundred characters count, so that nothing can be made to take long", async () => {
  const start = "кошка и 7 тарелок, ".repeat(6)
  expect(await measureStrength(start + "x".repeat(900))).toEqual(await measureStrength(start))
})

test.each(["en", "ru", "kk"] as const)(
  "six drawn words (%s) are accepted, and not praised beyond their bits",
  async (language) => {
    for (let run = 0; run < 3; run++) {
      const { passphrase, bits } = generatePassphrase({ language, words: 6, random: systemRandom })
      const { score, guessesLog10 } = await measureStrength(passphrase)
      expect(score).toBe(4)
      // zxcvbn alone says 28 for what stands 19; words that no dictionary ranks cost a little more than the list's.
      expect(guessesLog10).toBeLessThan(bits * Math.log10(2) + 5)
    }
  },
)

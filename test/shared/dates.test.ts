import { expect, test } from "vitest"
import { readDates } from "../../main/domain/dates.ts"
import { showEdtf } from "../../shared/dates.ts"
import type { Language } from "../../shared/model/ids.ts"

const shown: readonly (readonly [string, Language, string])[] = [
  ["2017-03-04", "en", "4 March 2017"],
  ["2017-03-04", "ru", "4 марта 2017 г."],
  ["2017-03-04", "kk", "2017 ж. 4 наурыз"],
  ["2017-03", "ru", "март 2017 г."],
  ["2017-03/2017-04", "ru", "март–апрель 2017 г."],
  ["2017-03-04/2017-03-09", "en", "4–9 March 2017"],
  ["2017-03-04/2017-03-09", "ru", "4–9 марта 2017 г."],
  ["2017-03-04/2017-03-09", "kk", "2017 ж. 4–9 наурыз"],
  ["2017-03-04/2017-04-09", "kk", "2017 ж. 4 наурыз – 9 сәуір"],
  ["2016-12-30/2017-01-02", "en", "30 December 2016 – 2 January 2017"],
  ["2012/2014", "en", "2012 – 2014"],
  ["2014~", "en", "about 2014"],
  ["2014~", "ru", "примерно 2014 г."],
  ["2014~", "kk", "шамамен 2014 ж."],
  ["2017-21?", "en", "spring 2017?"],
  ["2017-21?", "kk", "2017 ж. көктем?"],
  ["2014/..", "en", "since 2014"],
  ["2014-03/..", "ru", "с марта 2014 г."],
  ["[..2014-03]", "ru", "не позднее марта 2014 г."],
  ["[2014..]", "kk", "2014 ж. немесе одан кейін"],
  ["[2017-03-04..2017-03-09]", "en", "some time in 4–9 March 2017"],
  ["[2017-03-04,2017-03-05]", "en", "4 March 2017 or 5 March 2017"],
  ["199X", "ru", "1990-е гг."],
  ["199X", "kk", "1990-жылдар"],
  ["2017-XX", "en", "2017"],
  ["", "en", ""],
  ["not a date", "en", "not a date"],
]

test.each(shown)("%s in %s is %s", (edtf, language, text) => {
  expect(showEdtf(edtf, language)).toBe(text)
})

const readBack = [
  "2017-03-04",
  "2017-03",
  "2017-03-04/2017-03-09",
  "2017-03-04/2017-04-09",
  "2014~",
  "2017-21?",
  "199X",
]

test.each(readBack)("%s, as shown in each language, is read as the same date", (edtf) => {
  for (const language of ["en", "ru", "kk"] as const) expect(readDates(showEdtf(edtf, language)).edtf).toBe(edtf)
})

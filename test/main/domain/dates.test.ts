import { expect, test } from "vitest"
import edtfPackage from "edtf"
import { readDates } from "../../../main/domain/dates.ts"

const words: readonly (readonly [string, string])[] = [
  ["March 2017", "2017-03"],
  ["4–9 марта 2017", "2017-03-04/2017-03-09"],
  ["4-9 марта 2017 г.", "2017-03-04/2017-03-09"],
  ["2017 ж. 4–9 наурыз", "2017-03-04/2017-03-09"],
  ["2017 жылғы 4 наурыздан 9 сәуірге дейін", "2017-03-04/2017-04-09"],
  ["spring 2017?", "2017-21?"],
  ["About spring 2014", "2014-21~"],
  ["весной 2014", "2014-21"],
  ["2014 жылдың көктемінде", "2014-21"],
  ["23.3.2012", "2012-03-23"],
  ["23.03.2012", "2012-03-23"],
  ["about 2014", "2014~"],
  ["около 2014 года", "2014~"],
  ["шамамен 2014 ж.", "2014~"],
  ["March 4, 2017", "2017-03-04"],
  ["4th of March 2017", "2017-03-04"],
  ["March 4–9, 2017", "2017-03-04/2017-03-09"],
  ["4 March – 9 April 2017", "2017-03-04/2017-04-09"],
  ["30 декабря 2016 – 2 января 2017", "2016-12-30/2017-01-02"],
  ["с 4 по 9 марта 2017", "2017-03-04/2017-03-09"],
  ["March–April 2017", "2017-03/2017-04"],
  ["2012–2014", "2012/2014"],
  ["03.2017", "2017-03"],
  ["вероятно, март 2017", "2017-03?"],
  ["about March 2017?", "2017-03%"],
  ["since 2014", "2014/.."],
  ["before March 2014", "[..2014-03]"],
  ["до 2014 года", "[..2014]"],
  ["2014 жылға дейін", "[..2014]"],
  ["after 2014", "[2014..]"],
  ["between 4 and 9 March 2017", "[2017-03-04..2017-03-09]"],
  ["4 or 5 March 2017", "[2017-03-04,2017-03-05]"],
  ["1990s", "199X"],
  ["1990-е годы", "199X"],
  ["1990-жылдар", "199X"],
  ["2017-3-4", "2017-03-04"],
  ["кантар 2022", "2022-01"],
  ["29 February 2016", "2016-02-29"],
]

test.each(words)("%s is read as %s", (text, edtf) => {
  expect(readDates(text).edtf).toBe(edtf)
})

const refused = [
  "31 February 2017",
  "2017-02-29",
  "29.2.2017",
  "31.4.2017",
  "2017-13",
  "9–4 March 2017",
  "2017-03-09/2017-03-04",
  "2014–2012",
  "yesterday",
  "4 March",
  "March",
  "23.3.12",
  "4 5 March 2017",
  "March March 2017",
  "– March 2017",
  "2017-03-04; DROP",
  "spring 4, 2017",
  "../..",
  "?",
]

test.each(refused)("%s is refused", (text) => {
  expect(() => readDates(text)).toThrow(expect.objectContaining({ code: "date-unreadable" }))
})

test("nothing said stays unknown", () => {
  expect(readDates("  ")).toEqual({ edtf: "", earliest: "", latest: "" })
})

const bounds: readonly (readonly [string, string, string])[] = [
  ["2017", "2017-01-01", "2017-12-31"],
  ["2016-02", "2016-02-01", "2016-02-29"],
  ["2017-21", "2017-03-01", "2017-05-31"],
  ["2017-24", "2017-01-01", "2017-12-31"],
  ["201X", "2010-01-01", "2019-12-31"],
  ["2017-XX-13", "2017-01-13", "2017-12-13"],
  ["2017/..", "2017-01-01", ""],
  ["[..2017-03]", "", "2017-03-31"],
  ["[2017-03,2017-01]", "2017-01-01", "2017-03-31"],
]

test.each(bounds)("%s begins %s and ends %s", (text, earliest, latest) => {
  expect(readDates(text)).toEqual({ edtf: text, earliest, latest })
})

const shared = ["2017-03", "2017-03-04", "2012-03-23~", "2017-03-04/2017-03-09", "[2017-03,2017-04]", "2017-XX", "201X"]

test.each(shared)("%s has the bounds that the EDTF package finds", (text) => {
  const other = edtfPackage(text)
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  expect(readDates(text)).toEqual({ edtf: text, earliest: day(other.min), latest: day(other.max) })
})

import { fold } from "../main/search/names/fold.ts"
import { findNames, prepareNames } from "../main/search/names/matcher.ts"
import { median, report } from "./measure.ts"

/**
 * A page of 10,000 characters searched for 1,000 invented people: what the proof does on each page. `node bench/names.ts [runs]`
 */
const [runCount = "7"] = process.argv.slice(2)

/** The same people and the same page in every run. */
let state = 12_345
const draw = (below: number): number => {
  state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff
  return state % below
}
const pick = (from: readonly string[]): string => from[draw(from.length)] ?? ""
const consonants = Array.from("бвгджзклмнпрстфхшчқғң")
const vowels = Array.from("аеиоуыәөүі")
const word = (): string => Array.from({ length: 2 + draw(3) }, () => pick(consonants) + pick(vowels)).join("")
const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const given = Array.from({ length: 300 }, () => capitalised(word()))

const people = Array.from({ length: 1000 }, () => ({
  names: [`${pick(given)} ${capitalised(word())}${pick(["ов", "ова", "қали", "ев", "бек"])} ${pick(given)}ович`],
  identifiers: [`+7 700 ${100 + draw(900)} ${10 + draw(90)} ${10 + draw(90)}`],
  terms: [],
  exact: [],
}))
let page = ""
while (page.length < 10_000) {
  const name = people[draw(people.length)]?.names[0] ?? ""
  page += draw(12) === 0 ? `${name} ` : `${draw(6) === 0 ? capitalised(word()) : word()} `
}

const begun = performance.now()
const matcher = prepareNames(people)
const preparedMs = performance.now() - begun
const search = (): number => {
  const from = performance.now()
  findNames(matcher, fold(page))
  return performance.now() - from
}
search()
const searchMs = median(Array.from({ length: Number(runCount) }, search))
const what = "A page of 10,000 characters searched for 1,000 people"
report({ what, value: searchMs, unit: "ms", goal: { atMost: 200 } })
report({ what: "Preparing 1,000 people, once in each process", value: preparedMs / 1000, unit: "s" })

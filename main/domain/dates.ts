import { type Edtf, type EdtfPoint, edtfBounds, formatEdtf, parseEdtf } from "../../shared/edtf.ts"
import { Fault } from "../../shared/faults.ts"
import { foldText } from "../../shared/fold.ts"
import type { IncidentDates } from "../../shared/model/incident.ts"
import { dateWord, endsInFrom, joinPhrases, yearPart } from "./date-words.ts"

/** One side of a date as far as it was said. */
interface Said {
  year?: string
  month?: string
  day?: string
}

type Joint = "range" | "or"

interface Reading {
  sides: [Said, Said]
  /** What stands between the two sides, once it was read. */
  joint: Joint | undefined
  open: "from" | "before" | "after" | undefined
  /** "Between a and b" is some time between them, not all of it. */
  between: boolean
  uncertain: boolean
  approximate: boolean
}

const token =
  /\s*(?:(?<dayFirst>\d{1,2}[./]\d{1,2}[./]\d{4})|(?<yearFirst>\d{4}[./-]\d{1,2}[./-]\d{1,2})|(?<monthYear>\d{1,2}[./]\d{4})|(?<decade>[12]\d{2})0(?:s|-?(?:е|х)(?![а-я])|-?\s*жылдар[а-я]*)|(?<day>\d{1,2})(?:st|nd|rd|th|-?(?:го|ого|е|ши|шы|га|ге|ка|ке)(?![а-я]))|(?<fromDay>\d{1,2})-?[днт][ае]н(?![а-я])|(?<part>[qh][1-4](?![\p{L}\d]))|(?<number>\d+)|(?<word>[\p{L}]+)|(?<dash>[-–—−])|(?<uncertain>\?)|(?<approximate>~)|[.,])\s*/uy

const isEmpty = (said: Said): boolean => Object.keys(said).length === 0

const current = (reading: Reading): Said => reading.sides[reading.joint === undefined ? 0 : 1]

/** Notes a part; false where that side has one already. */
const say = (said: Said, part: keyof Said, value: string): boolean => {
  if (said[part] !== undefined) return false
  said[part] = value.padStart(part === "year" ? 4 : 2, "0")
  return true
}

const join = (reading: Reading, joint: Joint): boolean => {
  if (reading.joint !== undefined) return !isEmpty(reading.sides[1]) && joint === "range"
  if (isEmpty(reading.sides[0])) return false
  reading.joint = joint
  return true
}

const readNumeric = (reading: Reading, text: string, order: readonly (keyof Said)[]): boolean => {
  const values = text.split(/[./-]/)
  return order.every((part, index) => say(current(reading), part, values[index] ?? ""))
}

const readWord = (reading: Reading, word: string): boolean => {
  const meaning = dateWord(word)
  switch (meaning?.says) {
    case undefined:
      return false
    case "nothing":
      return true
    case "month":
      if (!say(current(reading), "month", meaning.month)) return false
      return endsInFrom(word) ? join(reading, "range") : true
    case "approximate":
    case "uncertain":
      reading[meaning.says] = true
      return true
    case "between":
      reading.between = true
      return isEmpty(reading.sides[0])
    case "within":
      reading.between = true
      return true
    case "from":
    case "before":
    case "after":
      reading.open = meaning.says
      return true
    case "or":
      return join(reading, "or")
    case "to":
      if (!isEmpty(reading.sides[0])) return join(reading, "range")
      reading.open = "before"
      return true
  }
}

const readToken = (reading: Reading, groups: Readonly<Record<string, string | undefined>>): boolean => {
  const { dayFirst, yearFirst, monthYear, decade, day, fromDay, part, number, word, dash } = groups
  if (dayFirst !== undefined) return readNumeric(reading, dayFirst, ["day", "month", "year"])
  if (yearFirst !== undefined) return readNumeric(reading, yearFirst, ["year", "month", "day"])
  if (monthYear !== undefined) return readNumeric(reading, monthYear, ["month", "year"])
  if (decade !== undefined) return say(current(reading), "year", `${decade}X`)
  if (day !== undefined) return say(current(reading), "day", day)
  if (fromDay !== undefined) return say(current(reading), "day", fromDay) && join(reading, "range")
  if (part !== undefined) {
    const month = yearPart(part)
    return month !== undefined && say(current(reading), "month", month)
  }
  // A year of two digits could be a day or another century.
  if (number !== undefined)
    return [1, 2, 4].includes(number.length) && say(current(reading), number.length === 4 ? "year" : "day", number)
  if (word !== undefined) return readWord(reading, word)
  if (dash !== undefined) return join(reading, "range")
  if (groups["uncertain"] !== undefined) reading.uncertain = true
  if (groups["approximate"] !== undefined) reading.approximate = true
  return true
}

/** What one side leaves out, the other says: "4–9 March 2017", "2017 ж. 4–9 наурыз". Days are never borrowed. */
const complete = (side: Said, other: Said): Said => ({
  ...(side.month === undefined && side.day !== undefined && other.month !== undefined ? { month: other.month } : {}),
  ...(side.year === undefined && other.year !== undefined ? { year: other.year } : {}),
  ...side,
})

const toPoint = (said: Said, { uncertain, approximate }: Reading): EdtfPoint => ({
  year: said.year ?? "",
  month: said.month ?? "",
  day: said.day ?? "",
  uncertain,
  approximate,
})

const toEdtf = (reading: Reading): Edtf => {
  const [first, second] = reading.sides
  const from = toPoint(complete(first, second), reading)
  if (isEmpty(second)) {
    // "2014 жылға дейін": the word for "until" stands behind.
    const open = reading.open ?? (reading.joint === "range" ? "before" : undefined)
    if (open === "from") return { kind: "interval", from, to: null }
    if (open === "before") return { kind: "within", from: null, to: from }
    return open === "after" ? { kind: "within", from, to: null } : { kind: "point", point: from }
  }
  const to = toPoint(complete(second, first), reading)
  if (reading.joint === "or") return { kind: "one-of", points: [from, to] }
  return { kind: reading.between ? "within" : "interval", from, to }
}

const readWords = (text: string): Edtf => {
  const folded = joinPhrases(foldText(text))
  const reading: Reading = {
    sides: [{}, {}],
    joint: undefined,
    open: undefined,
    between: false,
    uncertain: false,
    approximate: false,
  }
  let read = 0
  while (read < folded.length) {
    token.lastIndex = read
    const match = token.exec(folded)
    if (match === null || !readToken(reading, match.groups ?? {})) throw new Fault("date-unreadable")
    read = token.lastIndex
  }
  return toEdtf(reading)
}

/**
 * Reads EDTF, or plain words in English, Russian or Kazakh; "" stays unknown.
 * @throws Fault "date-unreadable": no date, a day that does not exist, or an end before its beginning
 */
export const readDates = (text: string): IncidentDates => {
  const trimmed = text.trim()
  if (trimmed === "") return { edtf: "", earliest: "", latest: "" }
  // Subtle: what was read from words is parsed once more, so that both ways in obey the same rules.
  const edtf = parseEdtf(trimmed) ?? parseEdtf(formatEdtf(readWords(trimmed)))
  if (edtf === undefined) throw new Fault("date-unreadable")
  return { edtf: formatEdtf(edtf), ...edtfBounds(edtf) }
}

import { dateWords } from "./date-words.ts"
import { type Edtf, type EdtfPoint, parseEdtf } from "./edtf.ts"
import type { Language } from "./model/ids.ts"

/** The case in which a date stands: alone, or behind a preposition (Russian bends the month). */
type Form = "alone" | "of"

const isKnown = (part: string): boolean => part !== "" && part !== "XX"

const year = ({ year: digits }: EdtfPoint, language: Language, form: Form): string => {
  const decade = /^\d{3}X$/.test(digits) ? digits.replace("X", "0") : undefined
  if (language === "en") return decade === undefined ? digits : `${decade}s`
  if (language === "kk") return decade === undefined ? `${digits} ж.` : `${decade}-жылдар`
  if (decade === undefined) return `${digits} г.`
  return form === "of" ? `${decade}-х гг.` : `${decade}-е гг.`
}

const month = (point: EdtfPoint, language: Language, form: Form): string => {
  const words = dateWords[language]
  const number = Number(point.month)
  const bent = form === "of" || isKnown(point.day)
  if (number >= 40) return (bent ? words.halvesOf : words.halves)[number - 40] ?? ""
  if (number >= 33) return (bent ? words.quartersOf : words.quarters)[number - 33] ?? ""
  if (number > 20) return (bent ? words.seasonsOf : words.seasons)[number - 21] ?? ""
  return (bent ? words.monthsOf : words.months)[number - 1] ?? ""
}

/** Day and month without the year: "4 March", "March", "spring"; "" where only the year is known. */
const withinYear = (point: EdtfPoint, language: Language, form: Form): string => {
  if (!isKnown(point.month)) return ""
  const day = isKnown(point.day) ? `${Number(point.day)} ` : ""
  return day + month(point, language, form)
}

/** Kazakh says the year first: "2017 ж. 4 наурыз". */
const withYear = (inner: string, point: EdtfPoint, language: Language, form: Form): string => {
  const ofYear = language === "en" && Number(point.month) >= 33 ? "of " : ""
  const parts = [inner, ofYear + year(point, language, form)]
  return (language === "kk" ? parts.reverse() : parts).filter((part) => part !== "").join(" ")
}

const about: Readonly<Record<Language, string>> = { en: "about ", ru: "примерно ", kk: "шамамен " }

const marked = (text: string, point: EdtfPoint, language: Language): string =>
  (point.approximate ? about[language] : "") + text + (point.uncertain ? "?" : "")

const showPoint = (point: EdtfPoint, language: Language, form: Form = "alone"): string =>
  marked(withYear(withinYear(point, language, form), point, language, form), point, language)

const sameMarks = (a: EdtfPoint, b: EdtfPoint): boolean =>
  a.uncertain === b.uncertain && a.approximate === b.approximate

/** From one to the other, saying once what both share: "4–9 March 2017", "4 March – 9 April 2017". */
const showRange = (from: EdtfPoint, to: EdtfPoint, language: Language): string => {
  const [first, last] = [withinYear(from, language, "alone"), withinYear(to, language, "alone")]
  if (from.year !== to.year || first === "" || last === "" || !sameMarks(from, to)) {
    return `${showPoint(from, language)} – ${showPoint(to, language)}`
  }
  const days = isKnown(from.day) && isKnown(to.day)
  const inner =
    days && from.month === to.month
      ? `${Number(from.day)}–${last}`
      : days || isKnown(from.day) || isKnown(to.day)
        ? `${first} – ${last}`
        : `${first}–${last}`
  return marked(withYear(inner, from, language, "alone"), from, language)
}

const since = (point: EdtfPoint, language: Language, all: boolean): string => {
  const text = showPoint(point, language, "of")
  if (language === "en") return all ? `since ${text}` : `${text} or later`
  if (language === "ru") return all ? `с ${text}` : `не ранее ${text}`
  return `${text} ${all ? "және" : "немесе"} одан кейін`
}

const until = (point: EdtfPoint, language: Language, all: boolean): string => {
  const text = showPoint(point, language, "of")
  if (language === "en") return all ? `until ${text}` : `${text} or earlier`
  if (language === "ru") return all ? `до ${text}` : `не позднее ${text}`
  return `${text} ${all ? "және" : "немесе"} одан бұрын`
}

const between: Readonly<Record<Language, (range: string) => string>> = {
  en: (range) => `some time in ${range}`,
  ru: (range) => `в период ${range}`,
  kk: (range) => `${range} аралығында`,
}

const or: Readonly<Record<Language, string>> = { en: " or ", ru: " или ", kk: " немесе " }

const show = (edtf: Edtf, language: Language): string => {
  switch (edtf.kind) {
    case "point":
      return showPoint(edtf.point, language)
    case "one-of":
      return edtf.points.map((point) => showPoint(point, language)).join(or[language])
    case "interval":
    case "within": {
      const all = edtf.kind === "interval"
      const { from, to } = edtf
      if (from !== null && to !== null) {
        const range = showRange(from, to, language)
        return all ? range : between[language](range)
      }
      if (from !== null) return since(from, language, all)
      return to === null ? "" : until(to, language, all)
    }
  }
}

/**
 * A stored date in the reader's language: "4–9 March 2017", "примерно 2014 г.", "2017 ж. көктем?". What is not known
 * is not said. "" for an unknown date; text that is not EDTF comes back as it is.
 */
export const showEdtf = (edtf: string, language: Language): string => {
  const parsed = parseEdtf(edtf)
  return parsed === undefined ? edtf : show(parsed, language)
}

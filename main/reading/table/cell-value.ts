/** What a number in a workbook's cell means: a day, a time or a number, by the format that it is shown in. */
import type { XmlElement } from "../xml.ts"
import { findAll } from "../xml.ts"

type Shown = "number" | "day" | "time" | "moment"

/** Formats that every spreadsheet program knows by number (ECMA-376, part 1, 18.8.30). */
const builtIn = (id: number): Shown => {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "day"
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return "time"
  return id === 22 ? "moment" : "number"
}

/** A format in letters: what stands in quotes, in brackets or behind a backslash says nothing of days. */
const written = (code: string): Shown => {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, "").toLowerCase()
  const day = /[dy]/.test(bare) || (bare.includes("m") && !/[hs]/.test(bare))
  const time = /[hs]/.test(bare)
  if (day) return time ? "moment" : "day"
  return time ? "time" : "number"
}

/** How each cell style shows numbers, in the order of `cellXfs`. */
export const shownAs = (styles: XmlElement | undefined): Shown[] => {
  if (styles === undefined) return []
  const own = new Map(
    findAll(styles, "numFmt").map(({ attributes }) => [attributes["numFmtId"] ?? "", attributes["formatCode"] ?? ""]),
  )
  return findAll(styles, "cellXfs")
    .flatMap((list) => findAll(list, "xf"))
    .map(({ attributes }) => {
      const id = attributes["numFmtId"] ?? "0"
      const code = own.get(id)
      return code === undefined ? builtIn(Number(id)) : written(code)
    })
}

const dayMs = 86_400_000
/** Day 0. Subtle: 1900 has a 29 February there, so that counting from 30 December is right from March 1900 on. */
const zero = (from1904: boolean): number => Date.UTC(from1904 ? 1904 : 1899, from1904 ? 0 : 11, from1904 ? 1 : 30)

/** As spreadsheets show it: at most fifteen digits, and none of them left to a power of ten. */
const plainNumber = (value: number): string => {
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) < 1e15 && Number.isInteger(rounded) ? rounded.toFixed(0) : String(rounded)
}

/** "2017-03-04", "2017-03-04 10:30", "10:30", "77001234567"; text that is no number stays as it is. */
export const numberWords = (text: string, shown: Shown, from1904: boolean): string => {
  const value = Number(text)
  if (text === "" || !Number.isFinite(value)) return text
  if (shown === "number" || value < 0 || value > 2_958_466) return plainNumber(value)
  const moment = new Date(zero(from1904) + Math.round(value * 86_400) * 1000)
  const [day = "", time = ""] = moment.toISOString().split("T")
  const clock = time.slice(0, 5)
  if (shown === "time") return clock
  // A day written with a time of midnight is a day.
  return shown === "day" || moment.getTime() % dayMs === 0 ? day : `${day} ${clock}`
}

/** Numbers in cells as they are shown: days and times, shares, and plain figures. */
import { findAll, type XmlElement } from "../xml.ts"

export interface NumberFormats {
  /** The words of a number in a cell of style `style`. */
  show(value: string, style: number): string
}

/** Formats that every program knows by number and that mean a day or a time (ECMA-376, 18.8.30). */
const builtInDates: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])
const builtInShares: ReadonlySet<number> = new Set([9, 10])

const withoutQuotes = (code: string): string => code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "")

const dayMs = 86_400_000
/** Day 0 of the 1900 system, which counts a 29 February 1900 that never was. */
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)

const instant = (serial: number, epoch: number): string => {
  const at = new Date(epoch + Math.round(serial * 86_400) * 1000)
  if (Number.isNaN(at.getTime())) return String(serial)
  const [day = "", time = ""] = at.toISOString().slice(0, 19).split("T")
  if (serial < 1) return time
  return Number.isInteger(serial) ? day : `${day} ${time.endsWith(":00") ? time.slice(0, 5) : time}`
}

const plain = (value: number): string => String(Number(value.toPrecision(15)))

type Look = "date" | "share" | "plain"

export const numberFormats = (styles: XmlElement | undefined, workbook: XmlElement): NumberFormats => {
  const codes = new Map(
    (styles === undefined ? [] : findAll(styles, "x:numFmt")).map(({ attributes }) => [
      Number(attributes["numFmtId"]),
      withoutQuotes(attributes["formatCode"] ?? ""),
    ]),
  )
  const lookOf = (format: number): Look => {
    const code = codes.get(format)
    if (code === undefined) return builtInDates.has(format) ? "date" : builtInShares.has(format) ? "share" : "plain"
    if (/[dyhs]/i.test(code) || /m/i.test(code)) return "date"
    return code.includes("%") ? "share" : "plain"
  }
  const [cells] = styles === undefined ? [] : findAll(styles, "x:cellXfs")
  const looks = (cells === undefined ? [] : findAll(cells, "x:xf")).map(({ attributes }) =>
    lookOf(Number(attributes["numFmtId"] ?? 0)),
  )
  const is1904 = findAll(workbook, "x:workbookPr").some(({ attributes }) =>
    /^(?:1|true)$/.test(attributes["date1904"] ?? ""),
  )
  const epoch = is1904 ? epoch1904 : epoch1900
  return {
    show: (text, style) => {
      const value = Number(text)
      if (text.trim() === "" || !Number.isFinite(value)) return text
      const look = looks[style] ?? "plain"
      // Subtle: outside years 1900 to 9999 a number with a day's format is shown as the number that it is.
      if (look === "date" && value >= 0 && value * dayMs < 2_958_466 * dayMs) return instant(value, epoch)
      return look === "share" ? `${plain(value * 100)} %` : plain(value)
    },
  }
}

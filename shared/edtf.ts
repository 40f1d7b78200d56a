/**
 * The part of EDTF (ISO 8601-2, levels 0 to 2) that Saqta writes and reads:
 * `2017`, `2017-03`, `2017-03-04`, seasons `2017-21` to `2017-24`, quarters `2017-33` to `2017-36`, half-years `2017-40`
 * and `2017-41`, unspecified digits `201X`, `2017-XX`, `2017-03-XX`,
 * a qualifier behind the whole (`?` uncertain, `~` approximate, `%` both), intervals `a/b`, `a/..`, `../b`,
 * and "one of" `[a,b]`, `[a..b]`, `[..b]`, `[a..]`. Years are 1000 to 2999; no time of day.
 */
export interface EdtfPoint {
  /** Four characters: digits, or X where unspecified. */
  readonly year: string
  /** "", "01" to "12", "21" to "24" for a season, "33" to "36" for a quarter, "40" or "41" for a half-year, or "XX". */
  readonly month: string
  /** "", "01" to "31", or "XX". */
  readonly day: string
  readonly uncertain: boolean
  readonly approximate: boolean
}

export type Edtf =
  | { readonly kind: "point"; readonly point: EdtfPoint }
  /** All the time from one to the other; null is an open end. */
  | { readonly kind: "interval"; readonly from: EdtfPoint | null; readonly to: EdtfPoint | null }
  /** Some time between the two. */
  | { readonly kind: "within"; readonly from: EdtfPoint | null; readonly to: EdtfPoint | null }
  | { readonly kind: "one-of"; readonly points: readonly EdtfPoint[] }

const pointPattern =
  /^(?<year>[12]\d{3}|[12]\d{2}X|[12]\dXX)(?:-(?<month>0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01]|XX)(?:-(?<day>0[1-9]|[12]\d|3[01]|XX))?)?(?<mark>[?~%])?$/

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month from 1; February of an unspecified year has 29, since it may have. */
const daysIn = (year: string, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year.includes("X") || isLeap(Number(year)) ? 29 : 28
}

const parsePoint = (text: string): EdtfPoint | undefined => {
  const groups = pointPattern.exec(text)?.groups
  if (groups === undefined) return undefined
  const { year = "", month = "", day = "", mark = "" } = groups
  if (day !== "" && Number(month) > 20) return undefined
  if (day !== "" && day !== "XX" && month !== "XX" && Number(day) > daysIn(year, Number(month))) return undefined
  return { year, month, day, uncertain: mark === "?" || mark === "%", approximate: mark === "~" || mark === "%" }
}

// The winter months of a year lie at both its ends; which winter was meant is not known.
const partMonths: Readonly<Record<string, readonly [string, string]>> = {
  "21": ["03", "05"],
  "22": ["06", "08"],
  "23": ["09", "11"],
  "24": ["01", "12"],
  "33": ["01", "03"],
  "34": ["04", "06"],
  "35": ["07", "09"],
  "36": ["10", "12"],
  "40": ["01", "06"],
  "41": ["07", "12"],
}

const monthSpan = (month: string): readonly [string, string] =>
  month === "" || month === "XX" ? ["01", "12"] : (partMonths[month] ?? [month, month])

const two = (value: number): string => String(value).padStart(2, "0")

/** First and last ISO day that a point may mean. */
const pointBounds = (point: EdtfPoint): { earliest: string; latest: string } => {
  const [firstMonth, lastMonth] = monthSpan(point.month)
  const lastYear = point.year.replaceAll("X", "9")
  const known = point.day !== "" && point.day !== "XX" ? point.day : undefined
  return {
    earliest: `${point.year.replaceAll("X", "0")}-${firstMonth}-${known ?? "01"}`,
    latest: `${lastYear}-${lastMonth}-${known ?? two(daysIn(lastYear, Number(lastMonth)))}`,
  }
}

/** First and last ISO day; "" where open. Qualifiers do not widen: what "about" means is not a number of days. */
export const edtfBounds = (edtf: Edtf): { earliest: string; latest: string } => {
  if (edtf.kind === "point") return pointBounds(edtf.point)
  if (edtf.kind === "one-of") {
    const all = edtf.points.map(pointBounds)
    return {
      earliest: all.map((bounds) => bounds.earliest).sort()[0] ?? "",
      latest:
        all
          .map((bounds) => bounds.latest)
          .sort()
          .at(-1) ?? "",
    }
  }
  return {
    earliest: edtf.from === null ? "" : pointBounds(edtf.from).earliest,
    latest: edtf.to === null ? "" : pointBounds(edtf.to).latest,
  }
}

/** Neither end may begin or close on the wrong side of the other. */
const isForward = (from: EdtfPoint, to: EdtfPoint): boolean => {
  const [first, last] = [pointBounds(from), pointBounds(to)]
  return first.earliest <= last.earliest && first.latest <= last.latest
}

const parseSpan = (kind: "interval" | "within", fromText: string, toText: string, open: string): Edtf | undefined => {
  const from = fromText === open ? null : parsePoint(fromText)
  const to = toText === open ? null : parsePoint(toText)
  if (from === undefined || to === undefined || (from === null && to === null)) return undefined
  if (from !== null && to !== null && !isForward(from, to)) return undefined
  return { kind, from, to }
}

/** Undefined where the text is not EDTF of this part, names a day that does not exist, or runs backwards. */
export const parseEdtf = (text: string): Edtf | undefined => {
  const list = /^\[(.+)\]$/.exec(text)?.[1]
  if (list !== undefined) {
    const [from, to, ...more] = list.split("..")
    if (from !== undefined && to !== undefined) return more.length > 0 ? undefined : parseSpan("within", from, to, "")
    const points = list.split(",").map((part) => parsePoint(part.trim()))
    const read = points.filter((point) => point !== undefined)
    return read.length === points.length ? { kind: "one-of", points: read } : undefined
  }
  const [from, to, ...more] = text.split("/")
  if (from !== undefined && to !== undefined) return more.length > 0 ? undefined : parseSpan("interval", from, to, "..")
  const point = parsePoint(text)
  return point && { kind: "point", point }
}

const formatPoint = ({ year, month, day, uncertain, approximate }: EdtfPoint): string => {
  const mark = uncertain ? (approximate ? "%" : "?") : approximate ? "~" : ""
  return [year, month, day].filter((part) => part !== "").join("-") + mark
}

/** The text that `parseEdtf` reads back as the same value. */
export const formatEdtf = (edtf: Edtf): string => {
  switch (edtf.kind) {
    case "point":
      return formatPoint(edtf.point)
    case "interval":
      return `${edtf.from === null ? ".." : formatPoint(edtf.from)}/${edtf.to === null ? ".." : formatPoint(edtf.to)}`
    case "within":
      return `[${edtf.from === null ? "" : formatPoint(edtf.from)}..${edtf.to === null ? "" : formatPoint(edtf.to)}]`
    case "one-of":
      return `[${edtf.points.map(formatPoint).join(",")}]`
  }
}

/** Text from files and people as a terminal may show it: no control signs, no reversed writing. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, "\ufffd")

// Marks that stand on a letter take no column of their own.
const width = (text: string): number => Array.from(text.replace(/\p{Mn}/gu, "")).length

const longestCell = 60

const shortened = (text: string): string => {
  const signs = Array.from(text)
  return signs.length <= longestCell ? text : `${signs.slice(0, longestCell - 1).join("")}…`
}

/** Rows under their headings, in columns; one sentence where there are none. */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  none: string,
): string[] => {
  if (rows.length === 0) return [none]
  const cells = rows.map((row) => row.map((cell) => shortened(printable(String(cell)))))
  const widths = headings.map((heading, column) =>
    Math.max(width(heading), ...cells.map((row) => width(row[column] ?? ""))),
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
      .join("  ")
      .trimEnd()
  return [line(headings), ...cells.map(line)]
}

/** Pages of a file on which the second reader saw what only may be somebody. */
export const doubtLines = (file: string, pages: readonly number[]): string[] =>
  pages.length === 0 ? [] : [`Look once more at ${file}, page ${pages.join(", ")}: a word there only may be a name.`]

/** Names and values, one to a line; values that are empty are left out. */
export const facts = (pairs: readonly (readonly [string, string | number])[]): string[] => {
  const shown = pairs.filter(([, value]) => value !== "")
  const widest = Math.max(0, ...shown.map(([name]) => width(name)))
  return shown.map(([name, value]) => `${name}${" ".repeat(widest - width(name))}  ${printable(String(value))}`)
}

/** Bytes in decimal units: "4.2 MB". */
export const size = (bytes: number): string => {
  const units = ["B", "kB", "MB", "GB", "TB"]
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1000 ** step
  return `${step === 0 ? value : value.toFixed(1)} ${units[step] ?? ""}`
}

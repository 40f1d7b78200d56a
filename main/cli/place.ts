import { type PageRect, pageRect } from "../../shared/geometry.ts"
import { Fault } from "../../shared/faults.ts"
import type { AnchorPlace } from "../../shared/model/anchor.ts"
import type { EvidenceId } from "../../shared/model/ids.ts"
import type { OptionSpec } from "./command.ts"
import { type Given, UsageError } from "./given.ts"
import type { Work } from "./work.ts"

/** Where in an item: the whole of it, unless one of these says otherwise. */
export const placeOptions: Readonly<Record<string, OptionSpec>> = {
  page: { takes: "N", help: "a page, from 1" },
  rect: {
    takes: "X,Y,W,H",
    help: "a rectangle on that page in points from its top left; may be given again",
    many: true,
  },
  quote: { takes: "TEXT", help: "the passage; without --page it is looked for in the item's text" },
  text: { takes: "START-END", help: "a range of the item's text, in UTF-16 units" },
  time: { takes: "START-END", help: "a span of a recording: 1:02.5-1:10, or seconds" },
}

export const rectOf = (text: string): PageRect => {
  const numbers = text.split(",").map(Number)
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = numbers
  if (numbers.length !== 4 || !numbers.every(Number.isFinite) || width < 0 || height < 0) {
    throw new UsageError("--rect is X,Y,WIDTH,HEIGHT in points.")
  }
  return pageRect(x, y, width, height)
}

/** "1:02.5", "1:02:03" or seconds → milliseconds. */
const millisecondsOf = (option: string, text: string): number => {
  const parts = text.split(":")
  if (parts.length > 3 || !parts.every((part) => /^\d+(\.\d+)?$/.test(part))) {
    throw new UsageError(`--${option} is START-END, such as 1:02-1:10.`)
  }
  return Math.round(parts.reduce((sum, part) => sum * 60 + Number(part), 0) * 1000)
}

const endsOf = (option: string, text: string): readonly [string, string] => {
  const [start, end, ...more] = text.split("-")
  if (start === undefined || end === undefined || more.length > 0) throw new UsageError(`--${option} is START-END.`)
  return [start, end]
}

/** A span of a recording. @throws UsageError */
export const spanOf = (option: string, text: string): { readonly startMs: number; readonly endMs: number } => {
  const [startMs = 0, endMs = 0] = endsOf(option, text).map((end) => millisecondsOf(option, end))
  return { startMs, endMs }
}

const textRange = async (work: Work, id: EvidenceId, range: string): Promise<AnchorPlace> => {
  const [start, end] = endsOf("text", range).map(Number)
  if (start === undefined || end === undefined || !Number.isInteger(start) || !Number.isInteger(end) || end <= start) {
    throw new UsageError("--text is START-END, two whole numbers.")
  }
  const { text } = await work.call("evidence.text", { id })
  if (end > text.length) throw new Fault("bad-input", { field: "text", length: text.length })
  return { kind: "text", start, end, quote: text.slice(start, end) }
}

const quoted = async (work: Work, id: EvidenceId, quote: string): Promise<AnchorPlace> => {
  const { text } = await work.call("evidence.text", { id })
  const start = text.indexOf(quote)
  if (start < 0) throw new Fault("not-found", { kind: "passage" })
  if (text.includes(quote, start + 1)) throw new Fault("ambiguous", { kind: "passage" })
  return { kind: "text", start, end: start + quote.length, quote }
}

/** The place that the options name. @throws UsageError where they do not belong together */
export const placeOf = async (work: Work, given: Given, id: EvidenceId): Promise<AnchorPlace> => {
  const [page, quote, range, time] = [
    given.number("page", 1),
    given.text("quote"),
    given.text("text"),
    given.text("time"),
  ]
  const chosen = [page, range, time].filter((one) => one !== undefined).length
  if (chosen > 1) throw new UsageError("Only one of --page, --text and --time says where.")
  if (page === undefined && given.all("rect").length > 0) throw new UsageError("--rect needs --page.")
  if (page !== undefined) return { kind: "page", page, rects: given.all("rect").map(rectOf), quote: quote ?? "" }
  if (range !== undefined) return textRange(work, id, range)
  if (time !== undefined) return { kind: "time", ...spanOf("time", time) }
  return quote === undefined ? { kind: "whole" } : quoted(work, id, quote)
}

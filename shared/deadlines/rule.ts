import type { Words } from "../model/words.ts"

export const timeUnits = ["hours", "days", "working-days", "months", "years"] as const
export type TimeUnit = (typeof timeUnits)[number]

/** What a law says about its own counting; "unknown" where nobody has read it. */
export type Known = "yes" | "no" | "unknown"

/** How a time is counted, whoever says so: a rule of the list, or one of the user's own. */
export interface Count {
  readonly amount: number
  readonly unit: TimeUnit
  /** Whether the day of the start is itself the first day. */
  readonly firstDayCounted: Known
  /** Whether a time that ends on a day off ends on the next working day instead. */
  readonly movesFromDayOff: Known
}

/**
 * One dated rule of a law, as far as somebody has read it. What was not read stays empty ("" or null or "unknown") and
 * is counted (`unknownIn`); nothing is filled in from memory. `checkedBy`: the lawyer who compared it with the law;
 * until then the rule is never the ground for saying "in time" or "late".
 */
export interface Rule extends Omit<Count, "amount" | "unit"> {
  /** Never changed nor used again. */
  readonly id: string
  /** What has to be done, or may last. */
  readonly title: Words
  /** The law or treaty. */
  readonly code: Words
  readonly article: string
  /** Which text was read, as far as the source says. */
  readonly textVersion: string
  /** EDTF. */
  readonly validFrom: string
  readonly validTo: string
  /** From what it is counted. */
  readonly startEvent: Words | null
  readonly amount: number | null
  readonly unit: TimeUnit | null
  readonly extension: Words | null
  /** What the reading does not settle. */
  readonly caution: Words | null
  /** A later law of which only this is known: the text may be another from that day. */
  readonly changed: { readonly on: string; readonly by: Words; readonly source: string } | null
  /** Where it was read. */
  readonly source: string
  readonly checkedBy: string
  /** EDTF. */
  readonly checkedOn: string
}

/** Facts that a row can lack. */
export const factNames = [
  "article",
  "textVersion",
  "validFrom",
  "validTo",
  "startEvent",
  "amount",
  "firstDayCounted",
  "movesFromDayOff",
  "extension",
  "checkedBy",
] as const
export type FactName = (typeof factNames)[number]

const isKnown = (value: Rule[FactName]): boolean => value !== null && value !== "" && value !== "unknown"

/** What is not known of a rule. */
export const unknownIn = (rule: Rule): FactName[] => factNames.filter((name) => !isKnown(rule[name]))

/** A rule that can be counted with: how many of what is known. */
export const countOf = ({ amount, unit, firstDayCounted, movesFromDayOff }: Rule): Count | undefined =>
  amount === null || unit === null ? undefined : { amount, unit, firstDayCounted, movesFromDayOff }

export const isChecked = ({ checkedBy, checkedOn }: Pick<Rule, "checkedBy" | "checkedOn">): boolean =>
  checkedBy !== "" && checkedOn !== ""

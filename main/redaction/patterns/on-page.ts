import type { PatternName } from "../../../shared/model/redaction.ts"
import type { PageLine } from "../../reading/page-text.ts"
import { joined, type PagePlace, placeBetween } from "../find.ts"
import { findPatterns } from "./all.ts"

/** One place on a page that has the form of an identifier. */
export interface PatternHit extends PagePlace {
  readonly pattern: PatternName
}

/** What stands inside the box: the kind, in no language, and nothing of what is covered. */
export const patternLabels: Readonly<Record<PatternName, string>> = {
  phone: "TEL",
  email: "E-MAIL",
  iin: "ID",
  plate: "PLATE",
  account: "IBAN",
  card: "CARD",
  address: "ADDRESS",
  "birth-date": "BORN",
  gps: "GPS",
}

/** Every place that one of the named patterns finds in the page's lines, also across the end of a line. */
export const patternsOnPage = (lines: readonly PageLine[], names: readonly PatternName[]): PatternHit[] => {
  if (names.length === 0) return []
  const { text, wordAt } = joined(lines)
  return findPatterns(text, names).flatMap(({ pattern, start, end, confidence }) => {
    const first = wordAt[start]
    const last = wordAt[end - 1]
    if (first === undefined || last === undefined) return []
    const place = placeBetween({ lines }, first, last)
    return { pattern, ...place, confidence: Math.min(confidence, place.confidence) }
  })
}

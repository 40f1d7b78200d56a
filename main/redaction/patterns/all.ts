import type { PatternName } from "../../../shared/model/redaction.ts"
import { findAccounts } from "./account.ts"
import { findAddresses } from "./address.ts"
import { findBirthDates } from "./birth-date.ts"
import { findCards } from "./card.ts"
import { findEmails } from "./email.ts"
import { findCoordinates } from "./gps.ts"
import { findIins } from "./iin.ts"
import type { FindPattern, PatternSpan } from "./pattern.ts"
import { findPhones } from "./phone.ts"
import { findPlates } from "./plate.ts"

const finders: Readonly<Record<PatternName, FindPattern>> = {
  phone: findPhones,
  email: findEmails,
  iin: findIins,
  plate: findPlates,
  account: findAccounts,
  card: findCards,
  address: findAddresses,
  "birth-date": findBirthDates,
  gps: findCoordinates,
}

export interface PatternMatch extends PatternSpan {
  readonly pattern: PatternName
}

const contains = (outer: PatternSpan, inner: PatternSpan): boolean =>
  outer.start <= inner.start && outer.end >= inner.end

/**
 * What the named patterns find in `text`, in its order. A match inside another one is left out: the longer one covers it,
 * and among equals the surer one speaks.
 */
export const findPatterns = (text: string, names: readonly PatternName[]): PatternMatch[] => {
  const found = names
    .flatMap((pattern) => finders[pattern](text).map((span) => ({ ...span, pattern })))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || b.confidence - a.confidence)
  const kept: PatternMatch[] = []
  for (const match of found) if (!kept.some((other) => contains(other, match))) kept.push(match)
  return kept.sort((a, b) => a.start - b.start)
}

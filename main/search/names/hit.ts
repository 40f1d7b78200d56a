/** What the matcher is asked and what it answers. */

/** Somebody to find: what the user recorded. Nothing else is known. */
export interface NameSubject {
  readonly names: readonly string[]
  readonly identifiers: readonly string[]
  /** Words to find as they are given, with their endings, however short: whoever gave them meant them. */
  readonly terms: readonly string[]
  /** Words to find as they stand, without endings. */
  readonly exact: readonly string[]
}

/** `block`: this is the person, so a check must stop. `queue`: it may be, so somebody must look. */
export type HitLevel = "block" | "queue"

export const hitForms = [
  "exact",
  "inflected",
  "full-name",
  "initials",
  "identifier",
  "term",
  "inside",
  "short",
  "given",
  "diminutive",
  "one-letter-off",
  "sounds-alike",
] as const
export type HitForm = (typeof hitForms)[number]

/** One place in a folded text, `[start, end)` in its units. */
export interface NameHit {
  /** An index into the subjects. */
  readonly subject: number
  readonly level: HitLevel
  readonly form: HitForm
  /** How sure, 0 to 1. */
  readonly confidence: number
  readonly start: number
  readonly end: number
}

const confidences: Readonly<Record<HitForm, number>> = {
  exact: 1,
  inflected: 0.95,
  "full-name": 1,
  initials: 0.95,
  identifier: 1,
  term: 1,
  inside: 0.5,
  short: 0.6,
  given: 0.4,
  diminutive: 0.35,
  "one-letter-off": 0.5,
  "sounds-alike": 0.5,
}

export const hitOf = (
  subject: number,
  level: HitLevel,
  form: HitForm,
  start: number,
  end: number,
  confidence = confidences[form],
): NameHit => ({ subject, level, form, start, end, confidence })

/** A given name of a thousand people is asked about for some of them: whoever looks sees the place all the same. */
export const mostAsked = 10

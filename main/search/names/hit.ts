/** What the matcher is asked and what it answers. */

/** Somebody to find: what the user recorded. Nothing else is known. */
export interface NameSubject {
  readonly names: readonly string[]
  readonly identifiers: readonly string[]
  /** Words to find as they are given, with their endings, however short: whoever gave them meant them. */
  readonly terms: readonly string[]
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

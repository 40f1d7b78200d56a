import type { SqlValue } from "../vault/tx.ts"

/** The columns of a patch that were given: what is left out stays as it is. */
export const given = (columns: Readonly<Record<string, SqlValue | undefined>>): Record<string, SqlValue> =>
  Object.fromEntries(Object.entries(columns).filter((entry): entry is [string, SqlValue] => entry[1] !== undefined))

/** SQLite has no booleans. */
export const bit = (value: boolean): 0 | 1 => (value ? 1 : 0)

/** As `bit`, for a patch. */
export const bitIfGiven = (value: boolean | undefined): 0 | 1 | undefined =>
  value === undefined ? undefined : bit(value)

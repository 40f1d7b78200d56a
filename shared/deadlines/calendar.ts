import { addDays, type Day, weekdayOf, yearOf } from "./day.ts"

/** Why nobody works on a day: a code of `deadline.off.*`. */
export const offReasons = ["weekend", "holiday", "holiday-moved", "own"] as const
export type OffReason = (typeof offReasons)[number]

/** Which days are worked on. */
export interface Calendar {
  readonly off: (day: Day) => OffReason | undefined
}

interface Holiday {
  readonly monthDay: string
  /** Years, inclusive. */
  readonly from?: number
  readonly to?: number
  /** Where it falls on a weekend: on the next Monday, or, of several days, Saturday's on Monday and Sunday's on Tuesday. */
  readonly moves: "monday" | "in-turn" | "never"
}

/**
 * Public holidays of Kazakhstan, as read in the list of egov.kz "holidays-calend" that commenthol/date-holidays
 * (data/countries/KZ.yaml) keeps. Not in it: Kurban Ait, which follows the moon, and days that the Government moves.
 */
const kazakhstan: readonly Holiday[] = [
  { monthDay: "01-01", moves: "in-turn" },
  { monthDay: "01-02", moves: "in-turn" },
  { monthDay: "01-07", moves: "never" },
  { monthDay: "03-08", moves: "monday" },
  { monthDay: "03-15", moves: "monday", from: 2026 },
  { monthDay: "03-21", moves: "in-turn" },
  { monthDay: "03-22", moves: "in-turn" },
  { monthDay: "03-23", moves: "in-turn" },
  { monthDay: "05-01", moves: "monday" },
  { monthDay: "05-07", moves: "monday", from: 2013 },
  { monthDay: "05-09", moves: "monday" },
  { monthDay: "07-06", moves: "monday" },
  { monthDay: "08-30", moves: "monday", to: 2025 },
  { monthDay: "10-25", moves: "monday", from: 1995, to: 2009 },
  { monthDay: "10-25", moves: "monday", from: 2022 },
  { monthDay: "12-01", moves: "monday", from: 2012, to: 2021 },
  { monthDay: "12-16", moves: "in-turn" },
  { monthDay: "12-17", moves: "in-turn", to: 2021 },
]

const saturday = 6
const sunday = 0

const isHoliday = (day: Day): boolean => {
  const year = yearOf(day)
  return kazakhstan.some(({ monthDay, from = 0, to = 9999 }) => day.slice(5) === monthDay && from <= year && year <= to)
}

const movesTo = (holiday: Holiday, day: Day): Day | undefined => {
  const weekday = weekdayOf(day)
  if (holiday.moves === "never" || (weekday !== saturday && weekday !== sunday)) return undefined
  if (holiday.moves === "in-turn") return addDays(day, 2)
  return addDays(day, weekday === saturday ? 2 : 1)
}

/** A Monday or Tuesday that stands for a holiday of the weekend before. */
const standsForHoliday = (day: Day): boolean =>
  [1, 2].some((back) => {
    const before = addDays(day, -back)
    return kazakhstan.some(
      (holiday) => before.slice(5) === holiday.monthDay && isHoliday(before) && movesTo(holiday, before) === day,
    )
  })

/** Weekends and public holidays of Kazakhstan, with days that somebody knows of besides. */
export const calendarOf = (ownDaysOff: readonly Day[] = []): Calendar => {
  const own = new Set(ownDaysOff)
  return {
    off: (day) => {
      if (own.has(day)) return "own"
      if (isHoliday(day)) return "holiday"
      if (weekdayOf(day) === saturday || weekdayOf(day) === sunday) return "weekend"
      return standsForHoliday(day) ? "holiday-moved" : undefined
    },
  }
}

/** An ISO day of the calendar, `2017-03-04`: no zone, no time. */
export type Day = string

const dayMs = 86_400_000
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => dayOf(utc(day) + days * dayMs)

export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / dayMs)

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(utc(day)).getUTCDay()

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))

/** The same day so many months later; the month's last day where it has no such day. */
export const addMonths = (day: Day, months: number): { readonly day: Day; readonly cut: boolean } => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return { day: dayOf(first.getTime()), cut: date > last }
}

/** The day that it is where the machine stands, not in Greenwich. */
export const localDay = (now: Date): Day => {
  const two = (value: number): string => String(value).padStart(2, "0")
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

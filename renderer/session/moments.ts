import { shortMonths } from "../../shared/i18n/months.ts"
import { formatNumber } from "../../shared/i18n/translate.ts"
import type { Language } from "../../shared/model/ids.ts"

const two = (value: number): string => String(value).padStart(2, "0")

/** An instant as a day in the reader's language and time zone: "23 Nov 2026"; "" stays "". */
export const showDay = (language: Language, instant: string): string => {
  const moment = new Date(instant)
  if (Number.isNaN(moment.getTime())) return ""
  const month = shortMonths[language][moment.getMonth()] ?? ""
  return language === "kk"
    ? `${moment.getFullYear()} ж. ${moment.getDate()} ${month}`
    : `${moment.getDate()} ${month} ${moment.getFullYear()}`
}

export const showClock = (instant: string): string => {
  const moment = new Date(instant)
  return Number.isNaN(moment.getTime()) ? "" : `${two(moment.getHours())}:${two(moment.getMinutes())}`
}

export const showMoment = (language: Language, instant: string): string =>
  `${showDay(language, instant)}, ${showClock(instant)}`

const units: Readonly<Record<Language, readonly string[]>> = {
  en: ["B", "kB", "MB", "GB", "TB"],
  ru: ["Б", "кБ", "МБ", "ГБ", "ТБ"],
  kk: ["Б", "кБ", "МБ", "ГБ", "ТБ"],
}

export const showSize = (language: Language, bytes: number): string => {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < 4) {
    value /= 1000
    unit += 1
  }
  return `${formatNumber(language, value, unit > 1 && value < 100 ? 1 : 0)}\u00a0${units[language][unit] ?? ""}`
}

/** A place in a recording: "1:02:41" or "0:41". */
export const showSpan = (ms: number): string => {
  const seconds = Math.floor(ms / 1000)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const tail = `${hours > 0 ? two(minutes) : minutes}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${tail}` : tail
}

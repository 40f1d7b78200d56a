import type { Language } from "./model/ids.ts"

/** Words for dates: own tables, since the ICU of Chromium and Electron has no Kazakh. */
export interface DateWords {
  /** As they stand alone: "март 2017 г.". */
  readonly months: readonly string[]
  /** As they stand behind a day or a preposition: "4 марта", "с марта". */
  readonly monthsOf: readonly string[]
  /** Spring, summer, autumn, winter, alone and behind a preposition. */
  readonly seasons: readonly string[]
  readonly seasonsOf: readonly string[]
  /** The four quarters and the two halves of a year, alone and behind a preposition. */
  readonly quarters: readonly string[]
  readonly quartersOf: readonly string[]
  readonly halves: readonly string[]
  readonly halvesOf: readonly string[]
  /** From Sunday. */
  readonly weekdays: readonly string[]
}

const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]
const englishSeasons = ["spring", "summer", "autumn", "winter"]

// English joins these to their year with "of".
const englishQuarters = ["first quarter", "second quarter", "third quarter", "fourth quarter"]
const englishHalves = ["first half", "second half"]

const kazakhMonths = [
  "қаңтар",
  "ақпан",
  "наурыз",
  "сәуір",
  "мамыр",
  "маусым",
  "шілде",
  "тамыз",
  "қыркүйек",
  "қазан",
  "қараша",
  "желтоқсан",
]
const kazakhSeasons = ["көктем", "жаз", "күз", "қыс"]
const kazakhQuarters = ["бірінші тоқсан", "екінші тоқсан", "үшінші тоқсан", "төртінші тоқсан"]
const kazakhHalves = ["бірінші жартыжылдық", "екінші жартыжылдық"]

export const dateWords: Readonly<Record<Language, DateWords>> = {
  en: {
    months: englishMonths,
    monthsOf: englishMonths,
    seasons: englishSeasons,
    seasonsOf: englishSeasons,
    quarters: englishQuarters,
    quartersOf: englishQuarters,
    halves: englishHalves,
    halvesOf: englishHalves,
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  },
  ru: {
    months: [
      "январь",
      "февраль",
      "март",
      "апрель",
      "май",
      "июнь",
      "июль",
      "август",
      "сентябрь",
      "октябрь",
      "ноябрь",
      "декабрь",
    ],
    monthsOf: [
      "января",
      "февраля",
      "марта",
      "апреля",
      "мая",
      "июня",
      "июля",
      "августа",
      "сентября",
      "октября",
      "ноября",
      "декабря",
    ],
    seasons: ["весна", "лето", "осень", "зима"],
    seasonsOf: ["весны", "лета", "осени", "зимы"],
    quarters: ["первый квартал", "второй квартал", "третий квартал", "четвёртый квартал"],
    quartersOf: ["первого квартала", "второго квартала", "третьего квартала", "четвёртого квартала"],
    halves: ["первая половина", "вторая половина"],
    halvesOf: ["первой половины", "второй половины"],
    weekdays: ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"],
  },
  kk: {
    months: kazakhMonths,
    monthsOf: kazakhMonths,
    seasons: kazakhSeasons,
    seasonsOf: kazakhSeasons,
    quarters: kazakhQuarters,
    quartersOf: kazakhQuarters,
    halves: kazakhHalves,
    halvesOf: kazakhHalves,
    weekdays: ["жексенбі", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі"],
  },
}

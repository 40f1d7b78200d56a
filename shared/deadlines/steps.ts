import { dateWords } from "../date-words.ts"
import { showEdtf } from "../dates.ts"
import { translate } from "../i18n/translate.ts"
import type { Language } from "../model/ids.ts"
import type { OffReason } from "./calendar.ts"
import { type Day, weekdayOf } from "./day.ts"
import type { Known, TimeUnit } from "./rule.ts"

/** One step of the working. */
export type Step =
  | { readonly step: "start"; readonly from: Day; readonly to: Day; readonly time: string; readonly doubtful: boolean }
  | { readonly step: "first-day-unknown" }
  | {
      readonly step: "count"
      readonly from: Day
      readonly counted: boolean
      readonly amount: number
      readonly unit: TimeUnit
      readonly to: Day
    }
  /** `from`, `to`: to the minute, `2017-03-04T14:30`. */
  | {
      readonly step: "hours"
      readonly amount: number
      readonly time: string
      readonly from: string
      readonly to: string
    }
  | { readonly step: "no-such-day"; readonly to: Day }
  | { readonly step: "off"; readonly day: Day; readonly why: OffReason }
  | { readonly step: "after-off"; readonly moves: Known; readonly day: Day; readonly to: Day }
  | { readonly step: "calendar" }
  | { readonly step: "result"; readonly earliest: Day; readonly latest: Day }

/** "16 March 2026 (Monday)". */
export const dayWords = (day: Day, language: Language): string =>
  `${showEdtf(day, language)} (${dateWords[language].weekdays[weekdayOf(day)] ?? ""})`

const momentWords = (moment: string, language: Language): string =>
  `${dayWords(moment.slice(0, 10), language)}, ${moment.slice(11)}`

/** "15 days", "2 months". */
export const amountWords = (amount: number, unit: TimeUnit, language: Language): string =>
  translate(language, `deadline.amount.${unit}`, { count: amount })

const startWords = ({ from, to, time, doubtful }: Extract<Step, { step: "start" }>, language: Language): string[] => {
  const at = time === "" ? "" : `, ${time}`
  const start =
    from === to
      ? translate(language, "deadline.step.start", { day: dayWords(from, language) + at })
      : translate(language, "deadline.step.startSpan", { from: dayWords(from, language), to: dayWords(to, language) })
  return doubtful ? [start, translate(language, "deadline.step.doubtful")] : [start]
}

const hoursWords = ({ amount, time, from, to }: Extract<Step, { step: "hours" }>, language: Language): string => {
  const hours = amountWords(amount, "hours", language)
  const [first, last] = [momentWords(from, language), momentWords(to, language)]
  if (from === to) return translate(language, "deadline.step.hours", { hours, to: last })
  const key = time === "" ? "deadline.step.hoursNoTime" : "deadline.step.hoursSpan"
  return translate(language, key, { hours, from: first, to: last })
}

/** A step as sentences; most have one. */
export const stepWords = (step: Step, language: Language): readonly string[] => {
  const day = (one: Day): string => dayWords(one, language)
  switch (step.step) {
    case "start":
      return startWords(step, language)
    case "first-day-unknown":
      return [translate(language, "deadline.step.firstDayUnknown")]
    case "count": {
      const key = step.counted ? "deadline.step.countedFirst" : "deadline.step.countedNext"
      const amount = amountWords(step.amount, step.unit, language)
      return [translate(language, key, { amount, from: day(step.from), to: day(step.to) })]
    }
    case "hours":
      return [hoursWords(step, language)]
    case "no-such-day":
      return [translate(language, "deadline.step.noSuchDay", { to: day(step.to) })]
    case "off":
      return [translate(language, `deadline.off.${step.why}`, { day: day(step.day) })]
    case "after-off":
      return [translate(language, `deadline.afterOff.${step.moves}`, { day: day(step.day), to: day(step.to) })]
    case "calendar":
      return [translate(language, "deadline.step.calendar")]
    case "result":
      return step.earliest === step.latest
        ? [translate(language, "deadline.step.result", { day: day(step.latest) })]
        : [translate(language, "deadline.step.resultSpan", { from: day(step.earliest), to: day(step.latest) })]
  }
}

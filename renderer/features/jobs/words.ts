import type { Job } from "../../../shared/model/job.ts"
import { isTextKey } from "../../../shared/i18n/translate.ts"
import type { Translate } from "../../session/preferences.ts"

/** "40 s left", in whole minutes above two. */
const timeLeft = (t: Translate, seconds: number): string =>
  seconds < 120
    ? t("jobs.left.seconds", { count: Math.max(1, Math.round(seconds)) })
    : t("jobs.left.minutes", { count: Math.round(seconds / 60) })

/** What a job works on: a name as the person knows it; a bare number is how many files. */
export const jobLabel = (t: Translate, { label }: Job): string =>
  /^\d+$/.test(label) ? t("count.files", { count: Number(label) }) : label

/** What it does now: step, count, time. */
export const progressLine = (t: Translate, job: Job): string => {
  const step = `job.step.${job.step}`
  return [
    job.state === "queued" ? t("jobs.state.queued") : isTextKey(step) ? t(step) : t("jobs.state.running"),
    job.total > 0 ? t("jobs.of", { done: job.done, total: job.total }) : "",
    job.secondsLeft === null ? "" : timeLeft(t, job.secondsLeft),
  ]
    .filter((part) => part !== "")
    .join(" · ")
}

/** The closing line: numbers that add up. */
export const outcomeLine = (t: Translate, outcome: Readonly<Record<string, number>>): string =>
  Object.entries(outcome)
    .flatMap(([name, count]) => {
      const key = `job.outcome.${name}`
      return isTextKey(key) && count > 0 ? [t(key, { count })] : []
    })
    .join(" · ")

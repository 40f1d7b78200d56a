import { Pause, Play, RotateCcw, X } from "lucide-react"
import type { Job } from "../../../shared/model/job.ts"
import { Button } from "../../components/Button.tsx"
import { explain } from "../../session/explain.ts"
import { useT } from "../../session/preferences.ts"
import { cancelJob, clearJobs, isActive, pauseJobs, retryJob, showJobs, useJobs } from "./store.ts"
import { jobLabel, outcomeLine, progressLine } from "./words.ts"

/** What runs, how far, how long yet; what ended and how. */
export const Tray = () => {
  const t = useT()
  const { jobs, paused } = useJobs()
  const running = jobs.some(isActive)
  return (
    <section className="tray" role="region" aria-label={t("jobs.title")}>
      <header className="row tray-head">
        <h2 className="grow">{t("jobs.title")}</h2>
        {running && (
          <Button icon={paused ? Play : Pause} look="quiet" small onPress={() => void pauseJobs(!paused)}>
            {paused ? t("jobs.resume") : t("jobs.pause")}
          </Button>
        )}
        {jobs.some((job) => !isActive(job)) && (
          <Button look="quiet" small onPress={clearJobs}>
            {t("jobs.clear")}
          </Button>
        )}
        <Button icon={X} look="quiet" small tip={t("common.close")} onPress={() => showJobs(false)} />
      </header>
      {jobs.length === 0 ? (
        <p className="tray-none quiet">{t("jobs.none")}</p>
      ) : (
        <ul className="tray-list">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
    </section>
  )
}

const JobRow = ({ job }: { readonly job: Job }) => {
  const t = useT()
  const active = isActive(job)
  const ended = outcomeLine(t, job.outcome)
  return (
    <li className="job">
      <div className="row">
        <span className="grow truncate">
          <span className="quiet">{t(`job.kind.${job.kind}`)} </span>
          <strong className="strong">{jobLabel(t, job)}</strong>
        </span>
        {active && job.cancellable && (
          <Button icon={X} look="quiet" small tip={t("jobs.cancel")} onPress={() => cancelJob(job.id)} />
        )}
        {!active && job.retryable && (
          <Button icon={RotateCcw} look="quiet" small tip={t("jobs.retry")} onPress={() => retryJob(job.id)} />
        )}
      </div>
      {active && (
        <div
          className="bar"
          role="progressbar"
          aria-label={jobLabel(t, job)}
          {...(job.progress === null ? {} : { "aria-valuenow": Math.round(job.progress * 100) })}
        >
          <span style={{ width: `${Math.round((job.progress ?? 0.03) * 100)}%` }} />
        </div>
      )}
      <p className="job-line quiet">
        {active ? progressLine(t, job) : ended === "" ? t(`jobs.state.${job.state}`) : ended}
      </p>
      {job.fault !== null && job.state === "failed" && (
        <p className="field-error">
          {explain(t, job.fault)} <code className="mono">{job.fault.code}</code>
        </p>
      )}
    </li>
  )
}

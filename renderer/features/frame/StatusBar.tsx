import { CircleCheck, LoaderCircle, ShieldCheck, UserRound } from "lucide-react"
import { Keys } from "../../components/Keys.tsx"
import { showClock } from "../../session/moments.ts"
import { go } from "../../session/navigation.ts"
import { useT } from "../../session/preferences.ts"
import { useVault } from "../../session/vault.ts"
import { useWho } from "../holders/names.ts"
import { isActive, showJobs, useJobs } from "../jobs/store.ts"
import { jobLabel, outcomeLine, progressLine } from "../jobs/words.ts"
import { showPanel } from "./store.ts"

export const StatusBar = () => {
  const t = useT()
  const { info, checkedAt } = useVault()
  const who = useWho()(info?.holder.label ?? "")
  return (
    <footer className="foot">
      <JobSummary />
      <button type="button" className="foot-item hint-keys" onClick={() => showPanel("keys")}>
        <Keys of="sheet" /> {t("frame.allKeys")}
      </button>
      {info !== undefined && (
        <button type="button" className="foot-item" onClick={() => go({ view: "audit" })}>
          <ShieldCheck size={14} strokeWidth={1.75} aria-hidden />
          {t("frame.auditCount", { count: info.audit.entries })}
          {checkedAt !== undefined && `, ${t("frame.auditChecked", { time: showClock(checkedAt) })}`}
        </button>
      )}
      {who !== "" && (
        <button type="button" className="foot-item" onClick={() => go({ view: "settings" })}>
          <UserRound size={14} strokeWidth={1.75} aria-hidden />
          {t("holder.workingAs", { name: who })}
        </button>
      )}
      {info?.readOnly === true && <span className="chip warn">{t("frame.readOnly")}</span>}
    </footer>
  )
}

/** One line for all that runs: the first job's progress, or the last one's closing line. */
const JobSummary = () => {
  const t = useT()
  const { jobs, open } = useJobs()
  const active = jobs.filter(isActive)
  const current = active.find((job) => job.state === "running") ?? active[0]
  const last = jobs.at(-1)
  const label = current ?? last
  return (
    <button type="button" className="foot-item foot-jobs" aria-expanded={open} onClick={() => showJobs(!open)}>
      {current === undefined ? (
        <CircleCheck size={14} strokeWidth={1.75} aria-hidden />
      ) : (
        <LoaderCircle size={14} strokeWidth={1.75} aria-hidden className="turning" />
      )}
      <span className="truncate">
        {label === undefined
          ? t("jobs.none")
          : current === undefined
            ? `${jobLabel(t, label)}: ${outcomeLine(t, label.outcome) || t(`jobs.state.${label.state}`)}`
            : `${jobLabel(t, current)}: ${progressLine(t, current)}`}
      </span>
      {active.length > 1 && <span className="count">{active.length}</span>}
    </button>
  )
}

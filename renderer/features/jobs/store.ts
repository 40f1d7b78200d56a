import type { JobId } from "../../../shared/model/ids.ts"
import type { Job } from "../../../shared/model/job.ts"
import { call } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { createStore } from "../../session/store.ts"

export const useJobs = createStore<{ readonly jobs: readonly Job[]; readonly open: boolean; readonly paused: boolean }>(
  {
    jobs: [],
    open: false,
    paused: false,
  },
)

export const loadJobs = async (): Promise<void> => {
  const reply = await call("job.list", {})
  if (reply.ok) useJobs.setState({ jobs: reply.result.jobs })
}

export const showJobs = (open: boolean): void => useJobs.setState({ open })
export const cancelJob = (id: JobId): void => void act("job.cancel", { id }).then(loadJobs)
export const retryJob = (id: JobId): void => void act("job.retry", { id }).then(loadJobs)
export const clearJobs = (): void => void act("job.clear", {}).then(loadJobs)

export const pauseJobs = async (paused: boolean): Promise<void> => {
  if ((await act("job.pause", { paused })) !== undefined) useJobs.setState({ paused })
}

export const isActive = (job: Job): boolean => job.state === "queued" || job.state === "running"

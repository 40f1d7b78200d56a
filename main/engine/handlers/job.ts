import type { EngineContext, HandlersOf } from "../context.ts"

export const jobHandlers = ({ jobs }: EngineContext): HandlersOf<"job"> => ({
  "job.list": () => ({ jobs: jobs.list() }),
  "job.cancel": ({ id }) => {
    jobs.cancel(id)
    return {}
  },
  "job.retry": ({ id }) => {
    jobs.retry(id)
    return {}
  },
  "job.clear": () => {
    jobs.clear()
    return {}
  },
  "job.pause": ({ paused }) => {
    jobs.pause(paused)
    return {}
  },
})

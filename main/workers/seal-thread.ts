import { closeSync, fstatSync, rmSync } from "node:fs"
import { parentPort } from "node:worker_threads"
import { Fault, isFault } from "../../shared/faults.ts"
import { wipe } from "../crypto/bytes.ts"
import { type FeedLink, startFeedLink } from "./feed-link.ts"
import { sealLarge } from "./seal-large.ts"
import type { SealedFile, SealJob, SealReply } from "./seal-protocol.ts"
import { sealSmall, smallFileBytes } from "./seal-small.ts"
import { factsOf, openSource, sourceFault } from "./seal-source.ts"

/** Entry of the sealing thread: one job after another, in the order in which they came. */
const reply = (message: SealReply): void => parentPort?.postMessage(message)

let feeder: FeedLink | undefined
const progressEveryBytes = 8 * 1024 * 1024

const sealOpened = async (job: SealJob, source: number): Promise<SealedFile> => {
  const stat = fstatSync(source)
  if (!stat.isFile()) throw new Fault("not-a-regular-file")
  if (stat.size <= smallFileBytes) return sealSmall(job, source)
  feeder ??= startFeedLink()
  let reported = 0
  return sealLarge(job, source, feeder, (bytes) => {
    if (bytes - reported < progressEveryBytes) return
    reported = bytes
    reply({ id: job.id, kind: "progress", bytes })
  })
}

const sealFound = async (job: SealJob, source: number): Promise<SealedFile> => {
  if (!("found" in job.source)) return sealOpened(job, source)
  let facts: SealedFile["facts"]
  try {
    facts = factsOf(source, job.source.found)
  } catch (error) {
    throw sourceFault(error)
  }
  return { ...(await sealOpened(job, source)), facts }
}

const run = async (job: SealJob): Promise<void> => {
  try {
    let source: number
    try {
      source = openSource(job.source)
    } catch (error) {
      throw sourceFault(error)
    }
    try {
      reply({ id: job.id, kind: "done", result: await sealFound(job, source) })
    } finally {
      if (!("fd" in job.source)) closeSync(source)
    }
  } catch (error) {
    rmSync(job.temporaryPath, { force: true })
    const fault = isFault(error) ? error : new Fault("internal")
    reply({ id: job.id, kind: "fault", code: fault.code, detail: fault.detail })
  } finally {
    wipe(job.key)
  }
}

let queue = Promise.resolve()
parentPort?.on("message", (job: SealJob) => {
  queue = queue.then(() => run(job))
})

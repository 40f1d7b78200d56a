import { cpus } from "node:os"
import { Worker } from "node:worker_threads"
import { Fault } from "../../shared/faults.ts"
import { workerEntry } from "./entry.ts"
import type { SealedFile, SealJob, SealReply } from "./seal-protocol.ts"

/** Threads that read, hash and seal files. They start with the first file, end when idle, and hold no key between jobs. */
export interface SealThreads {
  seal(job: Omit<SealJob, "id" | "stop">, options: SealOptions): Promise<SealedFile>
  close(): Promise<void>
}

export interface SealOptions {
  signal?: AbortSignal | undefined
  /** Bytes of content sealed so far, every 8 MiB. */
  onProgress?: ((bytes: number) => void) | undefined
}

interface Pending {
  resolve: (result: SealedFile) => void
  reject: (fault: Fault) => void
  onProgress: SealOptions["onProgress"]
}

interface Lane {
  worker: Worker
  pending: Map<number, Pending>
  /** Ends the thread when nothing comes for a while. */
  rest: NodeJS.Timeout | undefined
  end: () => void
}

/** A thread and its helper hold some 40 MB; the next file starts them again in a few hundredths of a second. */
const idleMs = 2000

const receive = (lane: Lane, message: SealReply, restAfterMs: number): void => {
  const pending = lane.pending.get(message.id)
  if (message.kind === "progress") {
    pending?.onProgress?.(message.bytes)
    return
  }
  lane.pending.delete(message.id)
  // Subtle: an idle thread must not keep the process alive, a working one must.
  if (lane.pending.size === 0) {
    lane.worker.unref()
    lane.rest = setTimeout(() => lane.end(), restAfterMs).unref()
  }
  if (message.kind === "done") pending?.resolve(message.result)
  else pending?.reject(new Fault(message.code, message.detail))
}

/** Sealed chunks are garbage at once; collecting them early keeps 40 MB from the process at no cost in time. */
const resourceLimits = { maxYoungGenerationSizeMb: 2 }

const startLane = (onEnd: (lane: Lane) => void, restAfterMs: number): Lane => {
  const worker = new Worker(workerEntry("seal-thread"), { env: {}, resourceLimits })
  const lane: Lane = {
    worker,
    pending: new Map(),
    rest: undefined,
    // Subtle: forgotten first, or a file could be given to a thread that is ending.
    end: () => {
      onEnd(lane)
      void worker.terminate()
    },
  }
  const end = () => {
    onEnd(lane)
    for (const pending of lane.pending.values()) pending.reject(new Fault("internal", { what: "seal thread ended" }))
    lane.pending.clear()
  }
  lane.worker.on("message", (message: SealReply) => receive(lane, message, restAfterMs))
  lane.worker.on("error", end)
  lane.worker.on("exit", end)
  return lane
}

export const createSealThreads = (size = Math.min(2, cpus().length), restAfterMs = idleMs): SealThreads => {
  const lanes: Lane[] = []
  let nextId = 1
  const forget = (lane: Lane) => {
    const index = lanes.indexOf(lane)
    if (index >= 0) lanes.splice(index, 1)
  }
  const pickLane = (): Lane => {
    const idle = lanes.find((lane) => lane.pending.size === 0)
    if (idle !== undefined) return idle
    if (lanes.length < size) {
      const lane = startLane(forget, restAfterMs)
      lanes.push(lane)
      return lane
    }
    return lanes.reduce((least, lane) => (lane.pending.size < least.pending.size ? lane : least))
  }
  return {
    seal: (job, { signal, onProgress }) =>
      new Promise<SealedFile>((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(new Fault("cancelled"))
          return
        }
        const stop = new Int32Array(new SharedArrayBuffer(4))
        const onAbort = () => Atomics.store(stop, 0, 1)
        signal?.addEventListener("abort", onAbort, { once: true })
        const settled = () => signal?.removeEventListener("abort", onAbort)
        const lane = pickLane()
        clearTimeout(lane.rest)
        const id = nextId++
        lane.pending.set(id, {
          resolve: (result) => {
            settled()
            resolve(result)
          },
          reject: (fault) => {
            settled()
            reject(fault)
          },
          onProgress,
        })
        lane.worker.ref()
        lane.worker.postMessage({ ...job, id, stop } satisfies SealJob)
      }),
    close: async () => {
      for (const lane of lanes) clearTimeout(lane.rest)
      await Promise.all(lanes.splice(0).map((lane) => lane.worker.terminate()))
    },
  }
}

import { Worker } from "node:worker_threads"
import { Fault } from "../../shared/faults.ts"
import { workerEntry } from "./entry.ts"

/** SHA-256 in a thread of its own, over shared memory. One content at a time: `digest` ends it and starts afresh. */
export interface HashLink {
  /** Resolves when the bytes have been read, and their memory may be written again. */
  update(bytes: Uint8Array): Promise<void>
  digest(): Promise<Uint8Array>
  /** Forgets what was hashed since the last digest. */
  reset(): Promise<void>
}

export type HashRequest = { kind: "update"; bytes: Uint8Array } | { kind: "digest" }
/** The digest's bytes; empty for an update. */
export type HashReply = Uint8Array

interface Waiter {
  resolve: (reply: HashReply) => void
  reject: (error: unknown) => void
}

export const startHashLink = (): HashLink => {
  const worker = new Worker(workerEntry("hash-thread"), { env: {} })
  worker.unref()
  // Replies come in the order of the requests.
  const waiting: Waiter[] = []
  let broken = false
  const fail = () => {
    broken = true
    for (const waiter of waiting.splice(0)) waiter.reject(new Fault("internal", { what: "hash thread ended" }))
  }
  worker.on("message", (reply: HashReply) => waiting.shift()?.resolve(reply))
  worker.on("error", fail)
  worker.on("exit", fail)
  const ask = (request: HashRequest) =>
    new Promise<HashReply>((resolve, reject) => {
      if (broken) {
        reject(new Fault("internal", { what: "hash thread ended" }))
        return
      }
      waiting.push({ resolve, reject })
      worker.postMessage(request)
    })
  return {
    update: async (bytes) => {
      await ask({ kind: "update", bytes })
    },
    digest: () => ask({ kind: "digest" }),
    reset: async () => {
      await ask({ kind: "digest" })
    },
  }
}

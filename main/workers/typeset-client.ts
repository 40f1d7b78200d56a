import { Worker } from "node:worker_threads"
import { Fault } from "../../shared/faults.ts"
import { workerEntry } from "./entry.ts"

export interface TypesetJob {
  readonly template: string
  /** JSON, at `sys.inputs.doc`. */
  readonly doc: string
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  readonly fonts: readonly Uint8Array[]
}

/**
 * Typesets in a thread of its own, so that the engine goes on answering and a text without end can be stopped.
 * @throws Fault "cancelled", "parser-timeout", "parser-crashed"
 */
export const typesetInThread = (
  job: TypesetJob,
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined },
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(new Fault("cancelled"))
      return
    }
    const worker = new Worker(workerEntry("typeset-thread"), { env: {}, workerData: job })
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      signal?.removeEventListener("abort", cancel)
      void worker.terminate()
      settle()
    }
    const cancel = (): void => end(() => reject(new Fault("cancelled")))
    const timer = setTimeout(() => end(() => reject(new Fault("parser-timeout"))), timeoutMs)
    signal?.addEventListener("abort", cancel, { once: true })
    const crashed = (error?: unknown): void => end(() => reject(new Fault("parser-crashed", {}, error)))
    worker.once("message", (pdf: Uint8Array | undefined) => (pdf === undefined ? crashed() : end(() => resolve(pdf))))
    worker.once("error", crashed)
    worker.once("exit", () => crashed())
  })

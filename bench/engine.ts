import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { CallName, Input, Output } from "../shared/contract/contract.ts"
import type { Reply } from "../shared/contract/call.ts"
import { type KdfParameters, productKdf } from "../main/crypto/kdf.ts"
import { linkEngine } from "../main/host/engine-link.ts"
import { forkEngine } from "../main/host/fork-engine.ts"
import type { HostPlaces } from "../main/host/host.ts"

const root = join(import.meta.dirname, "..")

/** The built app (`node tools/build.ts`), with `home` as the person's folder. */
export const placesIn = (home: string): HostPlaces => ({
  mainFolder: join(root, "dist", "main"),
  rendererFolder: join(root, "dist", "renderer"),
  packagesFolder: join(root, "node_modules"),
  assetsFolder: join(root, "assets"),
  demoFolder: join(root, "demo", "files"),
  homeFolder: home,
  stateFolder: join(home, "state"),
})

export interface BenchEngine {
  readonly pid: number
  /** @throws Error with the fault's code */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** A token for a path. */
  offer(path: string): Promise<never>
  close(): Promise<void>
}

/** The product's own engine process, as the Chromium host starts it. */
export const startEngine = (home: string, kdf: KdfParameters = productKdf): BenchEngine => {
  const forked = forkEngine({ places: placesIn(home), version: "bench", kdf })
  const link = linkEngine(forked.link)
  return {
    pid: forked.pid,
    call: async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
      const reply = (await link.call(name, input)) as Reply<Output<N>>
      if (!reply.ok) throw new Error(`${name}: ${reply.fault.code}`)
      return reply.result
    },
    // The contract's tokens are branded; what the shell link gives is one.
    offer: async (path) => (await link.offer([path]))[0]?.token as never,
    close: async () => {
      await link.close()
      await forked.kill()
    },
  }
}

/** Memory of a process and all its threads that lies in RAM now, and at most so far, in MB. Linux only. */
export const memoryOf = (pid: number): { nowMB: number; peakMB: number } => {
  const status = readFileSync(`/proc/${pid}/status`, "utf8")
  const megabytes = (field: string): number =>
    (Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024) / 1e6
  return { nowMB: megabytes("VmRSS"), peakMB: megabytes("VmHWM") }
}

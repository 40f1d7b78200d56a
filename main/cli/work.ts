import { resolve } from "node:path"
import type { CallName, Input, Output } from "../../shared/contract/contract.ts"
import { Fault, type FaultCode } from "../../shared/faults.ts"
import type { FileToken } from "../../shared/model/ids.ts"
import type { Engine } from "../engine/engine.ts"
import type { Given } from "./given.ts"
import type { ProgressBar } from "./progress.ts"
import type { Secrets } from "./secrets.ts"

/** What commands work with: the engine's calls, and the person's files. */
export interface Work {
  /** A call of the contract; a fault that it answers is thrown. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** As `call`, with a progress bar where somebody is watching. */
  longCall<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** A path as it was typed, made absolute. */
  absolute(path: string): string
  offer(path: string): FileToken
  pathOf(token: FileToken): string
  readonly secrets: Secrets
  readonly progress: ProgressBar
  /** What a fault says, in the person's language. */
  explain(code: FaultCode): string
  /** Today, an ISO day: the default date of what is built. */
  readonly today: string
  readonly folders: Folders
}

/** Folders that a command starts from when none is given. */
export interface Folders {
  /** The person's own. */
  readonly home: string
  /** The demo's files. */
  readonly demo: string
}

export interface WorkParts {
  readonly engine: Engine
  readonly cwd: string
  readonly secrets: Secrets
  readonly progress: ProgressBar
  readonly explain: (code: FaultCode) => string
  readonly today: string
  readonly folders: Folders
}

export const createWork = ({ engine, cwd, secrets, progress, explain, today, folders }: WorkParts): Work => {
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const reply = await engine.call(name, input)
    if (!reply.ok) throw new Fault(reply.fault.code, reply.fault.detail)
    // Subtle: the engine's reply to `name` is that call's output; the wire type cannot say so.
    return reply.result as Output<N>
  }
  const absolute = (path: string): string => resolve(cwd, path)
  return {
    call,
    longCall: (name, input) => progress.during(() => call(name, input)),
    absolute,
    offer: (path) => engine.offer(absolute(path)),
    pathOf: (token) => engine.resolve(token),
    secrets,
    progress,
    explain,
    today,
    folders,
  }
}

/**
 * Opens the vault in `folder` and says what was found on opening. Work in the background waits: a command does what
 * it was asked for and ends.
 */
export const openVault = async (work: Work, folder: string, given: Given): Promise<void> => {
  await work.call("job.pause", { paused: true })
  const file = given.text("recovery-code-file")
  const secret =
    file === undefined
      ? { kind: "passphrase" as const, passphrase: await work.secrets.passphrase(given.text("passphrase-file")) }
      : { kind: "recovery-code" as const, code: await work.secrets.fromFile(file) }
  const { notices } = await work.call("vault.unlock", { folder: work.offer(folder), secret })
  for (const { kind, count } of notices) {
    // What waits to be read goes on when the window is open; no command needs to hear of it.
    if (kind !== "interrupted-work-resumed") work.progress.notice(kind, count)
  }
}

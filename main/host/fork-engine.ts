import { type ChildProcess, fork } from "node:child_process"
import { join } from "node:path"
import { type MessageLink, startMessage } from "./wire.ts"
import type { HostOptions } from "./host.ts"

export interface ForkedEngine {
  readonly link: MessageLink
  readonly pid: number
  /** Ends the process at once; resolves when it is gone. */
  kill(): Promise<void>
}

const onExit = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once("exit", () => resolve())
  })

/** Starts the engine as a child of Node, with an empty environment: all that it may know is in `StartEngine`. */
export const forkEngine = (options: HostOptions): ForkedEngine => {
  const child = fork(join(options.places.mainFolder, "engine.cjs"), [], {
    serialization: "advanced",
    env: {},
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
  child.send(startMessage(options))
  const ended = onExit(child)
  return {
    pid: child.pid ?? -1,
    link: {
      post: (message) => {
        // Subtle: a send that loses the race with the child's end fails; `onClose` has the word about it.
        if (child.connected) child.send(message as object, () => undefined)
      },
      onMessage: (listener) => void child.on("message", listener),
      onClose: (listener) => void ended.then(listener),
    },
    kill: async () => {
      child.kill("SIGKILL")
      await ended
    },
  }
}

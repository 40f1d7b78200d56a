import { join } from "node:path"
import { MessageChannelMain, type MessagePortMain, utilityProcess } from "electron"
import type { HostOptions } from "../host.ts"
import { isRecord, type MessageLink, startMessage } from "../wire.ts"

export interface UtilityEngine {
  /** Requests of the shell itself; never evidence, except ranges of media for its protocol. */
  readonly link: MessageLink
  readonly pid: () => number | undefined
  /** A port to the engine for a window: the other end goes to the engine. */
  openWindowPort(): MessagePortMain
  /** Hands the engine its end of a parser's port. */
  giveParser(id: number, port: MessagePortMain): void
  parserEnded(id: number, exit: "memory" | "crash"): void
  onParserWanted(listener: (id: number) => void): void
  onParserKill(listener: (id: number) => void): void
  kill(): void
}

/** What the engine says to its shell on this link; parsers have their own. */
const passedOn: ReadonlySet<string> = new Set(["reply", "event", "print", "printCancel"])

/** Starts the engine in a process of its own, with an empty environment. */
export const startUtilityEngine = (options: HostOptions): UtilityEngine => {
  const child = utilityProcess.fork(join(options.places.mainFolder, "engine.cjs"), [], {
    env: {},
    execArgv: [],
    serviceName: "Saqta engine",
    stdio: "inherit",
  })
  child.postMessage(startMessage(options))
  const on = (kind: string, listener: (id: number) => void): void =>
    void child.on("message", (message: unknown) => {
      if (isRecord(message) && message["kind"] === kind) listener(message["id"] as number)
    })
  return {
    link: {
      post: (message) => child.postMessage(message),
      onMessage: (listener) =>
        void child.on("message", (message: unknown) => {
          if (isRecord(message) && passedOn.has(String(message["kind"]))) listener(message)
        }),
      onClose: (listener) => void child.once("exit", listener),
    },
    pid: () => child.pid,
    openWindowPort: () => {
      const { port1, port2 } = new MessageChannelMain()
      child.postMessage({ kind: "window" }, [port1])
      return port2
    },
    giveParser: (id, port) => child.postMessage({ kind: "parser", id }, [port]),
    parserEnded: (id, exit) => child.postMessage({ kind: "parserEnded", id, exit }),
    onParserWanted: (listener) => on("spawnParser", listener),
    onParserKill: (listener) => on("killParser", listener),
    kill: () => void child.kill(),
  }
}

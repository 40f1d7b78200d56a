/**
 * The engine inside Electron's utilityProcess. Uses no import of `electron`: the parent port is a property of `process`.
 *
 *   shell → engine   start · requests · {kind: "window"} with the window's port · {kind: "parser", id} with a parser's port
 *                    {kind: "parserEnded", id, exit}
 *   engine → shell   replies, events · {kind: "spawnParser", id} · {kind: "killParser", id}
 */
import { Fault } from "../../../shared/faults.ts"
import type { FromParser } from "../../workers/parser/protocol.ts"
import type { ParserExit, ParserProcess, ParserSpawner } from "../../workers/spawner.ts"
import type { ShellLink } from "../shell-link.ts"
import { isRecord, type MessageLink, type StartEngine } from "../wire.ts"

interface Port {
  postMessage(message: unknown): void
  on(event: "message", listener: (event: { data: unknown; ports: readonly Port[] }) => void): void
  on(event: "close", listener: () => void): void
  start?(): void
}

const linkPort = (port: Port): MessageLink => {
  port.start?.()
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on("message", (event) => listener(event.data)),
    onClose: (listener) => port.on("close", listener),
  }
}

interface Awaited {
  resolve(process: ParserProcess): void
  reject(fault: Fault): void
}

/** Asks the shell for parser pages and speaks to each over a port of its own. */
const spawnThroughShell = (parent: Port) => {
  let nextId = 1
  const awaited = new Map<number, Awaited>()
  const exits = new Map<number, (exit: ParserExit) => void>()

  const wrap = (id: number, port: Port): ParserProcess => {
    let exit: ParserExit | undefined
    exits.set(id, (how) => (exit = how))
    return {
      // Subtle: a port to a page copies; Electron's ports take no buffers along.
      post: (message) => port.postMessage(message),
      onMessage: (listener) => {
        port.on("message", (event) => listener(event.data as FromParser))
        port.start?.()
      },
      onExit: (listener) => {
        if (exit !== undefined) {
          listener(exit)
          return
        }
        exits.set(id, listener)
      },
      kill: () => parent.postMessage({ kind: "killParser", id }),
    }
  }
  const spawn: ParserSpawner = () =>
    new Promise((resolve, reject) => {
      const id = nextId++
      awaited.set(id, { resolve, reject })
      parent.postMessage({ kind: "spawnParser", id })
    })
  const started = (id: number, port: Port | undefined): void => {
    if (port !== undefined) awaited.get(id)?.resolve(wrap(id, port))
    awaited.delete(id)
  }
  const ended = (id: number, exit: ParserExit): void => {
    awaited.get(id)?.reject(new Fault("parser-crashed"))
    awaited.delete(id)
    exits.get(id)?.(exit)
    exits.delete(id)
  }
  return { spawn, started, ended }
}

/** Undefined where this process is no utilityProcess. */
export const electronShellLink = (): ShellLink | undefined => {
  const parent = (process as unknown as { parentPort?: Port | null }).parentPort
  if (parent === undefined || parent === null) return undefined
  const parsers = spawnThroughShell(parent)
  const shellListeners: ((message: unknown) => void)[] = []
  let onStart: (start: StartEngine) => void = () => undefined
  let onWindow: (window: MessageLink) => void = () => undefined
  parent.on("message", ({ data, ports }) => {
    if (!isRecord(data)) return
    const [port] = ports
    if (data["kind"] === "start") onStart(data as unknown as StartEngine)
    else if (data["kind"] === "window" && port !== undefined) onWindow(linkPort(port))
    else if (data["kind"] === "parser") parsers.started(data["id"] as number, port)
    else if (data["kind"] === "parserEnded") parsers.ended(data["id"] as number, data["exit"] as ParserExit)
    else for (const listener of shellListeners) listener(data)
  })
  return {
    shell: {
      post: (message) => parent.postMessage(message),
      onMessage: (listener) => void shellListeners.push(listener),
      // The parent port has no end of its own: this process ends with its shell.
      onClose: () => undefined,
    },
    onStart: (listener) => (onStart = listener),
    onWindow: (listener) => (onWindow = listener),
    parserSpawner: parsers.spawn,
    end: () => setTimeout(() => process.exit(0), 50).unref(),
  }
}

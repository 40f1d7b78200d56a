/**
 * A parser process on Node, contained in layers, each of which is there for when another fails:
 *
 *   --permission          reads only the parser's own code; writes, child processes, threads and addons are refused
 *   empty environment     nothing of the user's session reaches it
 *   unshare (Linux)       own user, network and process namespaces: no interface but a dead loopback, no other process to
 *                         see, signal or trace, no rights over the engine though the user is the same
 *   ulimit -d (Linux)     limit on memory. Subtle: not -v, since WebAssembly reserves 8 GB of addresses for each memory
 *   setpriv (Linux)       dies with the engine, even while a parser is stuck in a loop
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { Fault } from "../../shared/faults.ts"
import type { FromParser } from "./parser/protocol.ts"
import type { ParserExit, ParserProcess, ParserSpawner } from "./spawner.ts"

export interface NodeSpawnerOptions {
  /** The Node to run, 24 or newer. */
  readonly node: string
  /** The parser's entry: `parser/entry-node.ts`, or what it was bundled to. */
  readonly entry: string
  /** Files and folders that the parser's code is loaded from. */
  readonly readable: readonly string[]
  readonly memoryMiB?: number
  /** Tests only: skips one layer, so that a test sees what it holds. */
  readonly without?: readonly Layer[]
}

export type Layer = "permission" | "namespaces" | "environment"

const defaultMemoryMiB = 1536

const wrappers = {
  death: ["setpriv", "--pdeathsig", "KILL"],
  namespaces: ["unshare", "--map-current-user", "--net", "--ipc", "--pid", "--fork", "--kill-child", "--mount-proc"],
} as const

const tried = new Map<string, boolean>()

/** Whether this system lets us run `wrapper`; some forbid user namespaces. Asked once. */
const works = (wrapper: readonly string[]): boolean => {
  const [command = "", ...rest] = wrapper
  const known = tried.get(command)
  if (known !== undefined) return known
  const worked = process.platform === "linux" && spawnSync(command, [...rest, "true"], { stdio: "ignore" }).status === 0
  tried.set(command, worked)
  return worked
}

/** Which of the layers that depend on the system hold here: shown by `vault info` and in the log of a report. */
export const nodeContainment = (): { namespaces: boolean; diesWithEngine: boolean } => ({
  namespaces: works(wrappers.namespaces),
  diesWithEngine: works(wrappers.death),
})

const commandLine = (options: NodeSpawnerOptions, without: readonly Layer[]): string[] => {
  const memoryMiB = options.memoryMiB ?? defaultMemoryMiB
  const permission = ["--permission", ...options.readable.map((path) => `--allow-fs-read=${path}`)]
  const node = [
    options.node,
    `--max-old-space-size=${Math.round(memoryMiB / 2)}`,
    ...(without.includes("permission") ? [] : permission),
    options.entry,
  ]
  if (process.platform !== "linux") return node
  // `exec` keeps one process; the shell is there for its `ulimit` only, and gets its words as arguments, never as script.
  const limited = ["/bin/sh", "-c", `ulimit -c 0; ulimit -d ${memoryMiB * 1024}; exec "$@"`, "sh", ...node]
  return [
    ...(works(wrappers.death) ? wrappers.death : []),
    ...(!without.includes("namespaces") && works(wrappers.namespaces) ? wrappers.namespaces : []),
    ...limited,
  ]
}

/** Node ends itself with SIGABRT (134 through a shell or `unshare`) or SIGTRAP when its heap is full. */
const exitOf = (code: number | null, signal: NodeJS.Signals | null): ParserExit =>
  signal === "SIGABRT" || signal === "SIGTRAP" || code === 134 || code === 133 ? "memory" : "crash"

const wrap = (child: ChildProcess): ParserProcess => {
  let exit: ParserExit | undefined
  let tell: ((exit: ParserExit) => void) | undefined
  const ended = (how: ParserExit): void => {
    if (exit !== undefined) return
    exit = how
    tell?.(how)
  }
  child.once("exit", (code, signal) => ended(exitOf(code, signal)))
  child.once("error", () => ended("crash"))
  return {
    // Subtle: a parser that died between two messages must not take the engine with it; `exit` tells.
    post: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on("message", (message) => listener(message as FromParser)),
    onExit: (listener) => {
      tell = listener
      if (exit !== undefined) listener(exit)
    },
    kill: () => void child.kill("SIGKILL"),
  }
}

/** Starts contained Node processes. */
export const nodeSpawner = (options: NodeSpawnerOptions): ParserSpawner => {
  const without = options.without ?? []
  const [command = "", ...rest] = commandLine(options, without)
  return async () => {
    const child = spawn(command, rest, {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
      // Subtle: Node adds its channel's number itself, and takes it out again before our code runs.
      env: without.includes("environment") ? { ...process.env } : {},
      cwd: "/",
    })
    if (child.pid === undefined) throw new Fault("parser-crashed")
    return await Promise.resolve(wrap(child))
  }
}

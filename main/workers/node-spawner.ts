/**
 * A parser process on Node, contained in layers, each of which is there for when another fails:
 *
 *   --permission          reads only the parser's own code; writes, child processes, threads and addons are refused
 *   empty environment     nothing of the user's session reaches it
 *   jail (Linux)          own user, network, process and mount namespaces: no interface but a dead loopback, no other
 *                         process to see, signal or trace, no file but the programs it runs (jail.ts)
 *   ulimit -d (Linux)     limit on memory. Subtle: not -v, since WebAssembly reserves 8 GB of addresses for each memory
 *   setpriv (Linux)       dies with the engine, even while a parser is stuck in a loop
 */
import { type ChildProcess, execFile, spawn } from "node:child_process"
import { realpath } from "node:fs/promises"
import { Fault } from "../../shared/faults.ts"
import { jailed } from "./jail.ts"
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

export type Layer = "permission" | "jail" | "environment"

const defaultMemoryMiB = 1536
const diesWithEngine = ["setpriv", "--pdeathsig", "KILL"] as const

/** Whether this system can run `command` to its end; some forbid user namespaces, some have no setpriv. */
const works = ([command = "", ...words]: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    if (process.platform === "linux")
      execFile(command, words, { env: {}, cwd: "/" }, (error) => resolve(error === null))
    else resolve(false)
  })

export interface NodeContainment {
  readonly jail: boolean
  readonly diesWithEngine: boolean
}

let found: Promise<NodeContainment> | undefined

const find = async (): Promise<NodeContainment> => {
  const [jail, dies] = await Promise.all([works(jailed(["true"], [], 64)), works([...diesWithEngine, "true"])])
  return { jail, diesWithEngine: dies }
}

/** Which of the layers that depend on the system hold here. Asked once. */
export const nodeContainment = (): Promise<NodeContainment> => (found ??= find())

const nodeCommand = (options: NodeSpawnerOptions, entry: string, readable: readonly string[]): string[] => {
  const permission = ["--permission", ...readable.map((path) => `--allow-fs-read=${path}`)]
  return [
    options.node,
    `--max-old-space-size=${Math.round((options.memoryMiB ?? defaultMemoryMiB) / 2)}`,
    ...(options.without?.includes("permission") === true ? [] : permission),
    entry,
  ]
}

/** The shell is there for its `ulimit` only, and gets its words as arguments, never as script. */
const limited = (command: readonly string[], memoryMiB: number): string[] => [
  "/bin/sh",
  "-c",
  `ulimit -c 0; ulimit -d ${memoryMiB * 1024}; exec "$@"`,
  "sh",
  ...command,
]

const commandLine = async (options: NodeSpawnerOptions): Promise<string[]> => {
  // Subtle: Node's permissions and the jail go by real paths; a link that leads out of them is no way in.
  const readable = await Promise.all(options.readable.map((path) => realpath(path)))
  const command = nodeCommand(options, await realpath(options.entry), readable)
  if (process.platform !== "linux") return command
  const { jail, diesWithEngine: dies } = await nodeContainment()
  const memoryMiB = options.memoryMiB ?? defaultMemoryMiB
  const contained =
    jail && options.without?.includes("jail") !== true
      ? jailed(command, [await realpath(options.node), ...readable], memoryMiB)
      : limited(command, memoryMiB)
  return [...(dies ? diesWithEngine : []), ...contained]
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
  let line: Promise<string[]> | undefined
  return async () => {
    const [command = "", ...words] = await (line ??= commandLine(options))
    const child = spawn(command, words, {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
      // Subtle: Node adds its channel's number itself, and takes it out again before our code runs.
      env: options.without?.includes("environment") === true ? { ...process.env } : {},
      cwd: "/",
    })
    const started = wrap(child)
    if (child.pid === undefined) throw new Fault("parser-crashed")
    return started
  }
}

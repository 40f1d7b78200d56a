/**
 * The keeper outlives locks: it starts a shell, and a fresh one whenever the shell ended by locking. It never sees
 * a page, a call or a byte of evidence, so nothing of the vault can be left in it.
 */
import { spawn } from "node:child_process"
import { lockedExitCode } from "./host.ts"

/** A shell that locks again and again right after its start is broken; starting it for ever would only hide that. */
const shortLifeMs = 3_000
const shortLivesAllowed = 3

export interface KeeperParts {
  /** Runs one shell to its end and resolves to its exit code. */
  readonly runShell: () => Promise<number>
  readonly monotonicMs: () => number
}

/** Keeps a window until it is closed; resolves to the exit code of the last shell. */
export const keepWindow = async ({ runShell, monotonicMs }: KeeperParts): Promise<number> => {
  for (let shortLives = 0; ; ) {
    const started = monotonicMs()
    const exitCode = await runShell()
    if (exitCode !== lockedExitCode) return exitCode
    shortLives = monotonicMs() - started < shortLifeMs ? shortLives + 1 : 0
    if (shortLives >= shortLivesAllowed) return 1
  }
}

const passed = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/** Runs `program` to its end; signals to the keeper go to it, so that it can close the vault in order. */
export const spawnProgram = (
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "inherit", env: environment })
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal)
    for (const signal of passed) process.on(signal, pass)
    child.once("error", () => resolve(1))
    child.once("exit", (code) => {
      for (const signal of passed) process.off(signal, pass)
      resolve(code ?? 1)
    })
  })

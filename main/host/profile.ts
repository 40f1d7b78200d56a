/**
 * The browser's profile: a folder in memory (tmpfs) for one life of the window. It is removed when that life ends;
 * what a crash left behind is swept at the next start.
 */
import { accessSync, constants, mkdirSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"

const prefix = "saqta-profile-"
// Subtle: Chromium puts a socket inside, whose whole path may have 107 bytes.
const printPrefix = "saqta-p-"

/** Folders that are memory on the systems where this host runs, best first. */
export const profileParents = (runtimeFolder: string | undefined, temporaryFolder: string): string[] => [
  "/dev/shm",
  ...(runtimeFolder === undefined ? [] : [runtimeFolder]),
  temporaryFolder,
]

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Subtle: EPERM means that it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/** Removes the profiles of shells that no longer live. Another user's are left alone. */
export const sweepProfiles = (parents: readonly string[]): void => {
  for (const parent of parents.filter(isWritable)) {
    for (const name of readdirSync(parent)) {
      const [, shell, printer] = /^saqta-(?:profile-(\d+)|p-(\d+)-\d+)$/.exec(name) ?? []
      const pid = Number(shell ?? printer)
      if (Number.isNaN(pid) || isAlive(pid)) continue
      try {
        rmSync(join(parent, name), { recursive: true, force: true })
      } catch {
        // Not ours to remove.
      }
    }
  }
}

/** Makes the profile folder of the shell `pid`, for its owner alone; `print` numbers the browsers that it prints with. */
export const makeProfile = (parents: readonly string[], pid: number, print?: number): string => {
  const parent = parents.find(isWritable) ?? parents[parents.length - 1] ?? "."
  const folder = join(parent, print === undefined ? `${prefix}${pid}` : `${printPrefix}${pid}-${print}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

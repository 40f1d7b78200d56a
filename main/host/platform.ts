/** Where each system keeps small files of an application. Pure: the platform and its folders are arguments. */
import { posix, win32 } from "node:path"

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

const unlessEmpty = (value: string | undefined): string | undefined => (value === "" ? undefined : value)

/** Settings, recent vaults, audit heads seen: nothing of what a vault holds (docs/decisions/0004-hosts.md). */
export const stateFolderOf = ({ platform, home, environment }: Surroundings): string => {
  if (platform === "win32") {
    const local = unlessEmpty(environment["LOCALAPPDATA"]) ?? win32.join(home, "AppData", "Local")
    return win32.join(local, "Saqta")
  }
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", "Saqta")
  const state = unlessEmpty(environment["XDG_STATE_HOME"])
  // The base directory specification says that a relative path is to be ignored.
  const parent = state !== undefined && posix.isAbsolute(state) ? state : posix.join(home, ".local", "state")
  return posix.join(parent, "saqta")
}

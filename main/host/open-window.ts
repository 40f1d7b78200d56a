import { join } from "node:path"
import { isFault } from "../../shared/faults.ts"
import { chromiumHost, requireDisplay } from "./chromium/chromium-host.ts"
import { desktopFolderDialog } from "./chromium/folder-dialog.ts"
import { findChromium } from "./chromium/launch.ts"
import { profileParents } from "./profile.ts"
import { findElectron } from "./find-electron.ts"
import { type HostOptions, keptWord, lockedExitCode } from "./host.ts"
import { installChromium, installCommand } from "./install.ts"
import { keepWindow, spawnProgram } from "./keeper.ts"

export interface OpenWindowParts {
  readonly options: HostOptions
  /** What was written after `saqta`. */
  readonly words: readonly string[]
  /** The file that Node was started with, to start the shell the same way. */
  readonly entry: string
  readonly environment: NodeJS.ProcessEnv
  readonly temporaryFolder: string
  readonly root: string
  readonly say: (line: string) => void
}

const shellWord = "--window-shell"
export const windowWords: readonly string[] = ["--install", "--chromium", shellWord]

const runsAsRoot = (): boolean => process.getuid?.() === 0

const runChromiumShell = async (parts: OpenWindowParts): Promise<number> => {
  const program = findChromium()
  if (program === undefined) return 1
  const { environment, temporaryFolder } = parts
  const host = chromiumHost({
    ...parts.options,
    program,
    environment,
    profileParents: profileParents(environment["XDG_RUNTIME_DIR"], temporaryFolder),
    headless: false,
    runsAsRoot: runsAsRoot(),
    chooseFolder: desktopFolderDialog(environment),
  })
  return (await host.run()) === "locked" ? lockedExitCode : 0
}

const keep = (program: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> =>
  keepWindow({ runShell: () => spawnProgram(program, args, environment), monotonicMs: () => performance.now() })

const bringChromium = async ({ words, say }: OpenWindowParts): Promise<boolean> => {
  if (findChromium() !== undefined) return true
  if (words.includes("--install") && runsAsRoot()) return (await installChromium()) && findChromium() !== undefined
  say("Saqta needs Electron or Chromium for its window, and neither is here. This brings Chromium:")
  say(`  ${installCommand(runsAsRoot())}`)
  if (runsAsRoot()) say("Or let Saqta run it: ./saqta --install")
  say("The command line works without: ./saqta help")
  return false
}

const sayHowWithoutDisplay = ({ say }: OpenWindowParts): void => {
  say("There is no display here to show a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).")
  say("Run Saqta in a desktop session, or use the command line: ./saqta help")
}

/** Opens the window in the best host of this machine and stays until it is closed. Resolves to the exit code. */
export const openWindow = async (parts: OpenWindowParts): Promise<number> => {
  const { words, environment, say, entry } = parts
  if (words.includes(shellWord)) return runChromiumShell(parts)
  try {
    requireDisplay(process.platform, environment)
  } catch (error) {
    if (!isFault(error)) throw error
    sayHowWithoutDisplay(parts)
    return 1
  }
  const electron = words.includes("--chromium")
    ? undefined
    : findElectron(join(parts.root, "node_modules", "electron"), environment)
  if (electron !== undefined) return keep(electron, [parts.root, keptWord], environment)
  if (!(await bringChromium(parts))) return 1
  say("Electron's program is not here; Saqta opens in Chromium, which promises less (SECURITY.md).")
  if (runsAsRoot()) say("Running as root: Chromium refuses its sandbox. Better start Saqta as an ordinary user.")
  return keep(process.execPath, [entry, shellWord], environment)
}

import { spawn } from "node:child_process"
import { dirname } from "node:path"

/** The program that shows a folder with one item chosen. Never opens the item itself. */
export const revealCommand = (platform: NodeJS.Platform, path: string): readonly [string, ...string[]] => {
  if (platform === "darwin") return ["open", "-R", path]
  if (platform === "win32") return ["explorer.exe", `/select,${path}`]
  return ["xdg-open", dirname(path)]
}

/** Shows the file or folder in the system's file manager; silently nothing where there is none. */
export const revealPath = (path: string): Promise<void> =>
  new Promise((resolve) => {
    const [program, ...args] = revealCommand(process.platform, path)
    const child = spawn(program, args, { stdio: "ignore", detached: true })
    child.once("error", () => resolve())
    child.once("spawn", () => {
      child.unref()
      resolve()
    })
  })
